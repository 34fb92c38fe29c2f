using Dapper;
using Npgsql;

namespace WhatsAppBots.Data;

/// <summary>Keeps the partitions of the big tables: made ahead of time, dropped when their rows have been kept long enough.</summary>
public sealed class Partitions(Database database, RetentionOptions retention, TimeProvider time)
{
    private const string EnsureSql =
        "select platform.make_partitions(@table::regclass, @period::interval, @first, @count)";

    private const string DropSql = "select platform.end_partitions(@table::regclass, @period::interval, @before)";

    private const int Tries = 5;

    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    private IEnumerable<(string Table, bool Daily, TimeSpan Kept)> Tables =>
    [
        ("chat.seen", true, retention.Seen),
        ("chat.messages", false, retention.Messages),
        ("chat.statuses", false, retention.Messages),
        ("chat.updates", false, retention.Updates),
        ("events.consumed", false, retention.Consumed),
    ];

    /// <summary>Makes what is missing: days from as long ago as a redelivery may date to three ahead, months to two ahead.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> EnsureAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var made = 0;
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        foreach (var (table, daily, kept) in Tables)
        {
            // A table that is being read for long must not make the queue behind this statement wait.
            await connection.ExecuteAsync("set lock_timeout = '3s'");
            made += await EnsureAsync(connection, new CommandDefinition(
                EnsureSql,
                new
                {
                    table,
                    period = daily ? "1 day" : "1 month",
                    first = (daily ? now - kept : now.AddMonths(-1)).UtcDateTime,
                    count = daily ? (int)(kept / _day) + 4 : 4,
                },
                cancellationToken: cancellationToken));
        }

        await connection.ExecuteAsync("reset lock_timeout");
        return made;
    }

    // Of two processes that start together both may find a partition missing; who comes second looks again.
    private static async Task<int> EnsureAsync(NpgsqlConnection connection, CommandDefinition ensure)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await connection.QuerySingleAsync<int>(ensure);
            }
            catch (PostgresException e) when (
                attempt < Tries && e.SqlState is PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.UniqueViolation)
            {
                // Made by another.
            }
        }
    }

    /// <summary>Drops what was kept long enough.</summary>
    /// <returns>How many were dropped.</returns>
    public async Task<int> DropAsync(CancellationToken cancellationToken)
    {
        var dropped = 0;
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        foreach (var (table, daily, kept) in Tables)
        {
            dropped += await connection.QuerySingleAsync<int>(new CommandDefinition(
                DropSql,
                new { table, period = daily ? "1 day" : "1 month", before = (time.GetUtcNow() - kept).UtcDateTime },
                cancellationToken: cancellationToken));
        }

        return dropped;
    }
}
