using Dapper;
using Npgsql;
using WhatsAppBots.Conversations.Identities;

namespace WhatsAppBots.Conversations.Inbox;

/// <summary>
/// Messages that are older than <c>chat.seen</c> remembers. Such a message is kept once, shown as late, and never handled. Whether it
/// came before is looked up in the history; these are rare, so nobody else pays for that.
/// </summary>
internal static class LateMessages
{
    // Two processes that are told the same at once look one after the other.
    private const string LockSql =
        """
        select pg_advisory_xact_lock(key)
        from (select distinct hashtextextended(k, 0) as key from unnest(@causes) as k order by 1) locks
        """;

    // What is older than the history and was sent to a conversation that was there already had its line, which is gone by now.
    private const string KnownSql =
        """
        select u.cause
        from unnest(@causes, @ids, @conversations, @times) as u(cause, id, conversation, at)
        where exists (select 1 from chat.messages m
                      where m.conversation_id = u.conversation and m.provider_id = u.id and m.direction = 'in')
           or u.at < @kept and exists (select 1 from chat.conversations c where c.id = u.conversation and c.created_at <= u.at + interval '1 day')
        """;

    /// <summary>Tells late messages that are new from those that came before. Comes after their conversations are found.</summary>
    /// <param name="kept">How far the history goes back.</param>
    public static async Task JudgeAsync(
        NpgsqlConnection connection, IReadOnlyList<Arrival> arrivals, DateTimeOffset kept, CancellationToken cancellationToken)
    {
        var late = arrivals.Where(arrival => arrival is { IsLate: true, IsDropped: false, ConversationId: not null }).ToList();
        if (late.Count == 0) return;
        var causes = late.Select(arrival => arrival.Cause).ToArray();
        await connection.ExecuteAsync(new CommandDefinition(LockSql, new { causes }, cancellationToken: cancellationToken));
        var known = await connection.QueryAsync<string>(new CommandDefinition(
            KnownSql,
            new
            {
                causes, ids = late.Select(arrival => arrival.Message.Id).ToArray(),
                conversations = late.Select(arrival => arrival.ConversationId!.Value).ToArray(),
                times = late.Select(arrival => arrival.Message.At.UtcDateTime).ToArray(), kept = kept.UtcDateTime,
            },
            cancellationToken: cancellationToken));
        var before = known.ToHashSet();
        foreach (var arrival in late)
        {
            // Of what stands twice in one round the first counts.
            arrival.IsFresh = before.Add(arrival.Cause);
            if (!arrival.IsFresh) Telemetry.Dropped(1, "late", "message");
        }
    }
}
