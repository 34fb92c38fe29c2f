using Dapper;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations;

/// <summary>A business number that may not send.</summary>
/// <param name="Code">The provider's error code.</param>
/// <param name="Reason">As a webhook told it; empty where an answer alone told the code.</param>
/// <param name="Waiting">Messages that wait for it.</param>
/// <param name="OldestAt">Since when the oldest of them waits; null where none does.</param>
public sealed record StoppedNumber(string NumberId, int Code, string Reason, DateTime Since, long Waiting, DateTime? OldestAt);

/// <summary>Shows the business numbers that may not send.</summary>
public sealed class StoppedNumbers(Database database)
{
    private const string ListSql =
        """
        select s.number_id as NumberId, s.code as Code, s.reason as Reason, s.since as Since,
               coalesce(w.waiting, 0) as Waiting, w.oldest as OldestAt
        from chat.number_stops s left join lateral (
          select count(*) as waiting, min(o.stored_at) as oldest
          from chat.outbox o join chat.conversations c on c.id = o.conversation_id where c.number_id = s.number_id) w on true
        where s.ended_at is null order by s.number_id
        """;

    /// <summary>Lists them.</summary>
    public async Task<IReadOnlyList<StoppedNumber>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<StoppedNumber>(new CommandDefinition(ListSql, cancellationToken: cancellationToken))];
    }
}
