using Dapper;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>
/// Which business numbers may not send, for all processes: rows of chat.number_stops, read again every few seconds while there is
/// something to send. Of a stopped number one message goes now and then as a probe, at growing intervals; whoever claims it, sends it.
/// </summary>
internal sealed partial class NumberStops(
    Database database, Numbers numbers, TimeProvider time, EngineOptions options, ILogger<NumberStops> logger) : IDisposable
{
    private const string ReadSql =
        """
        select number_id as Number, told as Told, greatest(0, extract(epoch from probe_at - clock_timestamp()))::float8 as ProbeIn
        from chat.number_stops where ended_at is null
        """;

    private const string ClaimSql =
        """
        update chat.number_stops
        set probe_at = clock_timestamp() + least(@most, @first * power(2, least(probes + 1, 20))), probes = probes + 1,
            probe_message = @message, probed_at = null
        where number_id = @number and ended_at is null and probe_at <= clock_timestamp()
        """;

    private const string ProbedSql =
        "update chat.number_stops set probed_at = clock_timestamp() where number_id = @number and probe_message = @message and ended_at is null";

    private const string AgainSql =
        "select exists (select 1 from chat.number_stops where number_id = @number and message_id = @message and ended_at is not null)";

    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(2);

    // By the machine's clock: that of the product may be moved, or stand still.
    private readonly TimeProvider _machine = TimeProvider.System;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly SemaphoreSlim _stopping = new(1, 1);
    private volatile Snapshot? _last;

    /// <summary>What is remembered may be wrong: it is read again.</summary>
    public void Doubt() => _last = null;

    /// <summary>Whether a message of a number may be sent now: the number is not stopped, or the message is its probe.</summary>
    /// <param name="message">Null: it is no probe, such as a read mark.</param>
    public async ValueTask<bool> MayGoAsync(string number, long? message, CancellationToken cancellationToken)
    {
        var stops = await ReadAsync(cancellationToken);
        if (!stops.Rows.TryGetValue(number, out var row)) return true;
        if (message is null || _machine.GetElapsedTime(stops.At).TotalSeconds < row.ProbeIn) return false;
        try
        {
            await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
            var claimed = await connection.ExecuteAsync(new CommandDefinition(
                ClaimSql, new { number, message, first = options.ProbeAfter, most = options.ProbeAtMost }, cancellationToken: cancellationToken)) == 1;
            Doubt();
            if (claimed) Log.Probes(logger, number);
            return claimed;
        }
        catch (Exception e) when (Failures.IsInfrastructure(e) && !cancellationToken.IsCancellationRequested)
        {
            Log.NotRead(logger, e.GetBaseException().Message);
            return false;
        }
    }

    /// <summary>
    /// Stops a number that was refused in an answer. False: this message stopped it before and others were sent since, so it is the
    /// message's own fault.
    /// </summary>
    public async Task<bool> StopAsync(string number, long message, ProviderError error, CancellationToken cancellationToken)
    {
        // Many may be refused at once: the first writes it.
        await _stopping.WaitAsync(cancellationToken);
        try
        {
            if ((await ReadAsync(cancellationToken)).Rows.ContainsKey(number)) return true;
            return await WriteAsync(number, message, error, cancellationToken);
        }
        finally
        {
            _stopping.Release();
        }
    }

    /// <summary>Learns that a message of a number was taken, or refused for a reason of its own: a number that was stopped no longer is.</summary>
    public async ValueTask SentAsync(string number, long message, CancellationToken cancellationToken)
    {
        if (_last is { } last && !last.Rows.ContainsKey(number)) return;
        var stops = await ReadAsync(cancellationToken);
        if (!stops.Rows.TryGetValue(number, out var row)) return;
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            row.Told ? ProbedSql : StopStatements.EndSql, new { number, message, numbers = new[] { number }, now = time.GetUtcNow().UtcDateTime },
            cancellationToken: cancellationToken));
        _last = null;
        if (!row.Told) Log.Ended(logger, number);
    }

    private async Task<bool> WriteAsync(string number, long message, ProviderError error, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        if (await connection.QuerySingleAsync<bool>(new CommandDefinition(AgainSql, new { number, message }, cancellationToken: cancellationToken))) return false;
        await using var batch = connection.CreateBatch();
        StopStatements.Stop(batch, [number], numbers, error, told: false, message, options.ProbeAfter, time.GetUtcNow());
        await batch.ExecuteNonQueryAsync(cancellationToken);
        _last = null;
        Log.Stopped(logger, number, error.Code);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _one.Dispose();
        _stopping.Dispose();
    }

    private async ValueTask<Snapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var last = _last;
        if (last is not null && _machine.GetElapsedTime(last.At) < _fresh) return last;
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } meanwhile && _machine.GetElapsedTime(meanwhile.At) < _fresh) return meanwhile;
            var at = _machine.GetTimestamp();
            await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(ReadSql, cancellationToken: cancellationToken));
            return _last = new Snapshot(at, rows.ToDictionary(row => row.Number));
        }
        catch (Exception e) when (Failures.IsInfrastructure(e) && !cancellationToken.IsCancellationRequested)
        {
            // A database that is away stops no message that may go; a number that was stopped shows itself by the next answer.
            Log.NotRead(logger, e.GetBaseException().Message);
            return _last = new Snapshot(_machine.GetTimestamp(), last?.Rows ?? new Dictionary<string, Row>());
        }
        finally
        {
            _one.Release();
        }
    }

    private sealed record Row(string Number, bool Told, double ProbeIn);

    private sealed record Snapshot(long At, IReadOnlyDictionary<string, Row> Rows);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Number {Number} is blocked from sending: error {Code}. Its messages wait, and a probe is sent now and then")]
        public static partial void Stopped(ILogger logger, string number, int code);

        [LoggerMessage(2, LogLevel.Information, "Number {Number} is blocked from sending: one message is sent as a probe")]
        public static partial void Probes(ILogger logger, string number);

        [LoggerMessage(4, LogLevel.Warning, "The list of blocked numbers could not be read: {Reason}")]
        public static partial void NotRead(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Warning, "Number {Number} may send again")]
        public static partial void Ended(ILogger logger, string number);
    }
}
