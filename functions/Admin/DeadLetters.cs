using Dapper;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Admin;

/// <summary>An input or event that was given up, or a message that the channel's limits refuse.</summary>
/// <param name="Source"><c>inbox</c>, <c>event</c> or <c>outbox</c>; the last cannot be replayed: a message that broke the channel's limits and went as plain text, or one that failed after it was accepted.</param>
public sealed record DeadLetterView(
    long Id, string Source, long? ConversationId, string Cause, string Error, int Attempts, DateTimeOffset At, int Replays, string Payload);

/// <summary>Reads dead letters, newest first, and puts one back at the end of its queue.</summary>
public sealed class DeadLetters(Workspace workspace, IBell bell, TimeProvider time)
{
    private const string ListSql =
        """
        select id, source, conversation_id as ConversationId, cause, error, attempts, died_at as DiedAt, replays, payload from events.dead_letters
        where @After::bigint is null or id < @After order by id desc limit @Limit
        """;

    // A replay is a new cause: what the old one did, or did not do, stays as it was. A timer's is handled while the timer is still to be: it was
    // set again when its input was given up, and whichever comes first is the only one.
    private const string ReplaySql =
        """
        with dead as (
          update events.dead_letters set replays = replays + 1, replayed_at = @now where id = @id returning *
        ), input as (
          insert into chat.inbox (workspace_id, conversation_id, cause, payload, timer_id, received_at)
          select workspace_id, conversation_id, 'replay:' || id || ':' || replays, payload,
                 case when payload ~ '^{"input" ?: ?"timer"' then (payload::json ->> 'timerId')::bigint end, @now
          from dead where source = 'inbox'
        ), event as (
          insert into events.queue (event_id, receiver, type, workspace_id, body, not_before, created_at)
          select 'replay:' || id || ':' || replays, receiver, coalesce(payload::jsonb ->> 'type', ''), workspace_id, payload, @now, @now
          from dead where source = 'event' and receiver is not null and cause <> 'unreadable'
        )
        select source, conversation_id from dead
        """;

    public Task<Page<DeadLetterView>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        workspace.RunAsync(
            async (connection, transaction) =>
            {
                var rows = await connection.QueryAsync<Row>(
                    new CommandDefinition(ListSql, new { page.After, Limit = page.Size + 1 }, transaction, cancellationToken: cancellationToken));
                return page.Cut(
                    [.. rows.Select(row => new DeadLetterView(
                        row.Id, row.Source, row.ConversationId, row.Cause, row.Error, row.Attempts, row.DiedAt, row.Replays, row.Payload))],
                    row => row.Id);
            },
            cancellationToken);

    /// <summary>Puts it back; false where there is no such dead letter.</summary>
    public async Task<bool> ReplayAsync(long id, CancellationToken cancellationToken)
    {
        var replayed = await workspace.RunAsync(
            async (connection, transaction) => (await connection.QueryAsync<(string Source, long? Conversation)>(
                new CommandDefinition(
                    ReplaySql, new { id, now = time.GetUtcNow().UtcDateTime }, transaction, cancellationToken: cancellationToken))).ToList(),
            cancellationToken);
        if (replayed.Count == 0) return false;
        if (replayed[0].Conversation is { } conversation) await bell.RingAsync([conversation], cancellationToken);
        return true;
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public string Source { get; init; } = "";
        public long? ConversationId { get; init; }
        public string Cause { get; init; } = "";
        public string Error { get; init; } = "";
        public int Attempts { get; init; }
        public DateTime DiedAt { get; init; }
        public int Replays { get; init; }
        public string Payload { get; init; } = "";
    }
}
