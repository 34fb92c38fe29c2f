using Dapper;
using Npgsql;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Messaging;

/// <summary>Input or event that was given up, or a message that the channel's limits refuse.</summary>
/// <param name="Source">
/// <c>inbox</c>, <c>event</c> or <c>outbox</c>; the last cannot be replayed: a message that broke the channel's limits and went as plain text, or
/// one that failed after it was accepted.
/// </param>
public sealed record DeadLetterView(
    long Id, string Source, long? ConversationId, string Cause, string Error, int Attempts, DateTimeOffset At, int Replays, string Payload);

/// <summary>Dead letter that is being replayed.</summary>
/// <param name="Replays">Replays so far, this one among them.</param>
/// <param name="IsPutBack">False: a message, or an event that nobody can read, which goes into no queue again.</param>
public sealed record ReplayedLetter(
    long Id, long WorkspaceId, string Source, long? ConversationId, string Payload, int Replays, bool IsPutBack)
{
    /// <summary>Cause of the replay. A replay is a new cause: what the old one did, or did not do, stays as it was.</summary>
    public string Cause => FormattableString.Invariant($"replay:{Id}:{Replays}");

    /// <summary>Cause of the replay before this one.</summary>
    public string CauseBefore => FormattableString.Invariant($"replay:{Id}:{Replays - 1}");
}

/// <summary>
/// A letter that is not put back: its last replay is not handled yet, and a second one would do the same twice; or there is no queue to
/// put it in.
/// </summary>
public sealed class ReplayRefusedException(string message) : Exception(message)
{
    /// <summary>Refusal of a letter whose last replay waits still.</summary>
    public static ReplayRefusedException Pending(long id) => new($"Dead letter {id} is being replayed already.");
}

/// <summary>Reads dead letters, newest first, and puts events among them back into their queue.</summary>
public sealed class DeadLetterQueries(Workspace workspace)
{
    private const string ListSql =
        """
        select id, source, conversation_id as ConversationId, cause, error, attempts, died_at as DiedAt, replays, payload from events.dead_letters
        where @After::bigint is null or id < @After order by id desc limit @Limit
        """;

    private const string ReplaySql =
        """
        with dead as (
          update events.dead_letters set replays = replays + 1, replayed_at = @now where id = @id returning *
        ), event as (
          insert into events.queue (event_id, receiver, type, workspace_id, body, not_before, created_at)
          select 'replay:' || id || ':' || replays, receiver, coalesce(payload::jsonb ->> 'type', ''), workspace_id, payload, @now, @now
          from dead where source = 'event' and receiver is not null and cause <> 'unreadable'
          returning 1
        )
        select id as Id, workspace_id as WorkspaceId, source as Source, conversation_id as ConversationId, payload as Payload, replays as Replays,
          source = 'inbox' or exists (select 1 from event) as IsPutBack
        from dead
        """;

    // The letter's row is locked by then: of two replays at once the second sees what the first put in.
    private const string PendingSql = "select exists (select 1 from events.queue where event_id = @before)";

    /// <summary>Reads a page of dead letters.</summary>
    public Task<Page<DeadLetterView>> ListAsync(PageRequest page, CancellationToken cancellationToken) => workspace.PageAsync<Row, DeadLetterView>(
        ListSql, page,
        row => new(row.Id, row.Source, row.ConversationId, row.Cause, row.Error, row.Attempts, row.DiedAt, row.Replays, row.Payload),
        item => item.Id, cancellationToken);

    /// <summary>Counts a replay, and puts an event back at the end of its queue. An input is the engine's to put back.</summary>
    /// <returns>The letter; null where there is none of this id.</returns>
    /// <exception cref="ReplayRefusedException">
    /// The event's last replay waits still, or the letter can't be put back; the transaction has to be rolled back.
    /// </exception>
    public static async Task<ReplayedLetter?> ReplayAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var letter = await connection.QuerySingleOrDefaultAsync<ReplayedLetter?>(new CommandDefinition(
            ReplaySql, new { id, now = now.UtcDateTime }, transaction, cancellationToken: cancellationToken));
        if (letter is not null && await connection.QuerySingleAsync<bool>(new CommandDefinition(
            PendingSql, new { before = letter.CauseBefore }, transaction, cancellationToken: cancellationToken)))
        {
            throw ReplayRefusedException.Pending(id);
        }

        if (letter is { IsPutBack: false })
            throw new ReplayRefusedException($"Dead letter {id} can't be replayed: there is no queue that it can go back to.");
        return letter;
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
