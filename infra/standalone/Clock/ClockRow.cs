using Dapper;
using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Standalone.Clock;

/// <summary>
/// Stored offset of the clock, which all hosts of a database read four times a second. A host may date what it does in that quarter of a
/// second by the time before a move.
/// </summary>
internal sealed class ClockRow(Database database, SettableTime time) : BackgroundService
{
    private const string ReadSql = "select ahead_us from host.clock";

    private const string WriteSql =
        """
        insert into host.clock as c (ahead_us) values (@ahead)
        on conflict (one) do update set ahead_us = greatest(c.ahead_us, excluded.ahead_us)
        returning ahead_us
        """;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Reads the offset, and sets the clock by it.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var read = new CommandDefinition(ReadSql, cancellationToken: cancellationToken);
        var ahead = await connection.QuerySingleOrDefaultAsync<long?>(read);
        if (ahead is { } us) time.SetAhead(TimeSpan.FromMicroseconds(us));
    }

    /// <summary>Sets the clock to a moment: in the database first, then here.</summary>
    public async Task SetAsync(DateTimeOffset to, CancellationToken cancellationToken)
    {
        var ahead = (long)Math.Ceiling((time.Ahead + (to - time.GetUtcNow())).TotalMicroseconds);
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var write = new CommandDefinition(WriteSql, new { ahead }, cancellationToken: cancellationToken);
        var us = await connection.QuerySingleAsync<long>(write);
        time.SetAhead(TimeSpan.FromMicroseconds(us));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                // The database can't be reached: the clock keeps its offset.
            }
        }
    }
}
