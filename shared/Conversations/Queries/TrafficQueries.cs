using Dapper;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Conversations.Queries;

/// <summary>What goes through a workspace's conversations now.</summary>
/// <param name="Inbox">Inputs that wait to be handled.</param>
/// <param name="OldestInputAt">When the oldest of them came; null: none waits.</param>
/// <param name="Outbox">Messages that wait to be sent.</param>
/// <param name="NumbersStopped">Business numbers that may not send.</param>
/// <param name="Answers">Times from a message's arrival to the provider's taking of the first answer, in the last hour.</param>
public sealed record TrafficView(long Inbox, DateTimeOffset? OldestInputAt, long Outbox, long NumbersStopped, AnswerTimes Answers);

/// <summary>Times of answers.</summary>
/// <param name="Count">Messages that were looked at: the last 1,000 of the hour that were answered within ten minutes.</param>
/// <param name="P50">Half of them were answered within so many milliseconds; null: there were none.</param>
/// <param name="P99">99 of 100 were.</param>
public sealed record AnswerTimes(int Count, double? P50, double? P99);

/// <summary>Reads what goes through.</summary>
public sealed class TrafficQueries(Workspace workspace, TimeProvider time)
{
    private const string WaitSql =
        """
        select (select count(*) from chat.inbox) as Inbox, (select min(received_at) from chat.inbox where not_before is null) as OldestInputAt,
               (select count(*) from chat.outbox) as Outbox, (select count(*) from chat.number_stops where ended_at is null) as NumbersStopped
        """;

    // Only the first answer that follows soon is one: what is said later is a reminder.
    private const string AnswersSql =
        """
        select count(*)::int as Count, percentile_cont(0.5) within group (order by ms) as P50,
               percentile_cont(0.99) within group (order by ms) as P99
        from (
          select extract(epoch from s.at - i.stored_at) * 1000 as ms
          from (
            select id, conversation_id, stored_at from chat.messages
            where direction = 'in' and stored_at > @since order by id desc limit 1000) i
          cross join lateral (
            select m.id from chat.messages m
            where m.conversation_id = i.conversation_id and m.id > i.id and m.direction = 'out'
              and m.stored_at between i.stored_at and i.stored_at + interval '10 minutes'
            order by m.id limit 1) o
          cross join lateral (
            select min(t.at) as at from chat.statuses t where t.message_id = o.id and t.status = 'accepted') s
          where s.at is not null) answered
        """;

    private static readonly TimeSpan _lately = TimeSpan.FromHours(1);

    /// <summary>Reads it.</summary>
    public Task<TrafficView> ReadAsync(CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            var wait = await connection.QuerySingleAsync<(long Inbox, DateTime? OldestInputAt, long Outbox, long NumbersStopped)>(
                new CommandDefinition(WaitSql, transaction: transaction, cancellationToken: cancellationToken));
            var answers = await connection.QuerySingleAsync<AnswerTimes>(new CommandDefinition(
                AnswersSql, new { since = (time.GetUtcNow() - _lately).UtcDateTime }, transaction, cancellationToken: cancellationToken));
            return new TrafficView(wait.Inbox, wait.OldestInputAt, wait.Outbox, wait.NumbersStopped, answers);
        },
        cancellationToken);
}
