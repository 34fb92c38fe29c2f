using Dapper;
using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Standalone.Clock;

/// <summary>
/// How far the clock is ahead, as all hosts of a database read it. Each looks four times a second: what one of them does within that
/// time of a move, it may still date before it.
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

    /// <summary>Takes over what the database says.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var ahead = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(ReadSql, cancellationToken: cancellationToken));
        if (ahead is { } us) time.SetAhead(TimeSpan.FromMicroseconds(us));
    }

    /// <summary>Sets the clock to a moment: first for all, then here.</summary>
    public async Task SetAsync(DateTimeOffset to, CancellationToken cancellationToken)
    {
        var ahead = (long)Math.Ceiling((time.Ahead + (to - time.GetUtcNow())).TotalMicroseconds);
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var us = await connection.QuerySingleAsync<long>(new CommandDefinition(WriteSql, new { ahead }, cancellationToken: cancellationToken));
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
                // The database is away; the clock goes on as it does.
            }
        }
    }
}
