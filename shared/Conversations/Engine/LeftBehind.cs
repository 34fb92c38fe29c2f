using Dapper;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Engine;

/// <summary>Finds what nobody works: rows of a process that died, of a bell that was lost, of a lease that ran out.</summary>
public sealed class LeftBehind(Database database, TimeProvider time)
{
    private const string FindSql =
        """
        (select conversation_id from chat.inbox
         where received_at < @before and (not_before is null or not_before <= @now) order by received_at limit @Most)
        union
        (select o.conversation_id from chat.outbox o join chat.conversations c on c.id = o.conversation_id
         where o.stored_at < @before and (c.sender is null or c.lease_until < clock_timestamp()) limit @Most)
        """;

    private const int Most = 1000;

    // Younger rows are somebody's work in progress.
    private static readonly TimeSpan _age = TimeSpan.FromSeconds(5);

    /// <summary>Conversations with rows that were left lying for 5 s, at most a thousand of each kind.</summary>
    public async Task<IReadOnlyList<long>> FindAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            FindSql, new { now = now.UtcDateTime, before = (now - _age).UtcDateTime, Most },
            cancellationToken: cancellationToken))).ToList();
    }
}
