using Npgsql;

namespace WhatsAppBots.Data;

/// <summary>
/// Product time: the database's clock, counted on by this machine's steady count between measurements. A machine whose clock is
/// wrong, or is set while the host runs, dates and waits like every other host of the database. It never goes back within a
/// process: where it is found ahead of the database it goes at half speed until the database has caught up.
/// </summary>
/// <param name="machine">The machine's clock. It counts also when it is wrong; until the first measurement it is believed.</param>
public sealed class DatabaseTime(TimeProvider machine) : TimeProvider
{
    private const int Samples = 3;

    // An answer that took longer says too little about when the clock was read.
    private static readonly TimeSpan _longestTrip = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private volatile Reading? _reading;

    /// <summary>True once the database's clock was read.</summary>
    public bool IsMeasured => _reading is not null;

    /// <summary>How far the machine's clock is ahead of the database's as last measured; negative where it is behind.</summary>
    public TimeSpan MachineAhead => _reading is { } last ? last.MachineUtc - last.DatabaseUtc : TimeSpan.Zero;

    /// <summary>How far product time is still ahead of the database's clock; zero in all but the time after that was set back.</summary>
    public TimeSpan ProductAhead => _reading is { } last ? last.AheadAfter(machine.GetElapsedTime(last.At)) : TimeSpan.Zero;

    /// <summary>How far the machine's clock was set since the last measurement; its steady count tells.</summary>
    public TimeSpan MachineStep =>
        _reading is { } last ? machine.GetUtcNow() - last.MachineUtc - machine.GetElapsedTime(last.At) : TimeSpan.Zero;

    /// <summary>Time since the last measurement; for ever where there was none.</summary>
    public TimeSpan SinceMeasured => _reading is { } last ? machine.GetElapsedTime(last.At) : TimeSpan.MaxValue;

    /// <inheritdoc/>
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        _reading is { } last ? last.UtcAfter(machine.GetElapsedTime(last.At)) : machine.GetUtcNow();

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Reads the database's clock.</summary>
    /// <exception cref="NpgsqlException">The database is not there; time goes on as it did.</exception>
    public async Task MeasureAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        (DateTimeOffset Utc, long SentAt, long HeardAt)? best = null;
        for (var n = 0; n < Samples; n++)
        {
            await using var command = new NpgsqlCommand("select clock_timestamp()", connection);
            var sent = machine.GetTimestamp();
            var utc = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!);
            var heard = machine.GetTimestamp();
            if (best is not { } before || heard - sent < before.HeardAt - before.SentAt) best = (utc, sent, heard);
        }

        Take(best!.Value.Utc, best.Value.SentAt, best.Value.HeardAt);
    }

    /// <summary>Corrects product time by what the database's clock was at some moment between two timestamps.</summary>
    /// <param name="utc">The database's clock.</param>
    /// <param name="sentAt">The timestamp when it was asked.</param>
    /// <param name="heardAt">The timestamp when the answer was there.</param>
    public void Take(DateTimeOffset utc, long sentAt, long heardAt)
    {
        lock (_lock)
        {
            var trip = machine.GetElapsedTime(sentAt, heardAt);
            var last = _reading;
            if (last is not null && trip > _longestTrip) return;
            var at = machine.GetTimestamp();
            var since = machine.GetElapsedTime(heardAt, at);
            var (earliest, likely, latest) = (utc + since, utc + (trip / 2) + since, utc + trip + since);
            var product = last?.UtcAfter(machine.GetElapsedTime(last.At, at)) ?? likely;

            // What the measurement does not contradict stays: a slow answer corrects nobody.
            _reading = product < earliest ? new Reading(at, likely, machine.GetUtcNow(), likely, TimeSpan.Zero)
                : product <= latest ? new Reading(at, product, machine.GetUtcNow(), likely, TimeSpan.Zero)
                : new Reading(at, product, machine.GetUtcNow(), likely, product - likely);
        }
    }

    /// <param name="At">Timestamp of the measurement.</param>
    /// <param name="Utc">Product time then.</param>
    /// <param name="MachineUtc">The machine's clock then.</param>
    /// <param name="DatabaseUtc">The database's clock then.</param>
    /// <param name="Ahead">How far product time was ahead of the database's clock, to be made good by going slowly.</param>
    private sealed record Reading(long At, DateTimeOffset Utc, DateTimeOffset MachineUtc, DateTimeOffset DatabaseUtc, TimeSpan Ahead)
    {
        public TimeSpan AheadAfter(TimeSpan elapsed) => Ahead > elapsed / 2 ? Ahead - (elapsed / 2) : TimeSpan.Zero;

        public DateTimeOffset UtcAfter(TimeSpan elapsed) => Utc + elapsed - (Ahead - AheadAfter(elapsed));
    }
}
