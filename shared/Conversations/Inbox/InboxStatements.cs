using Npgsql;
using WhatsAppBots.Conversations.Rounds;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Inbox;

/// <summary>Reads and writes of chat.inbox, chat.seen and the incoming half of chat.messages, many rows at a time.</summary>
internal static class InboxStatements
{
    /// <summary>Inputs of one conversation handled in one commit at most, so that a flood from one person is not everybody's wait.</summary>
    public const int InputsPerConversation = 20;

    // First of all in a round, so that everything after it knows what is new. Sorted by key, so that two processes that
    // store the same webhook wait for each other instead of deadlocking.
    private const string FreshSql =
        """
        insert into chat.seen (cause, cause_at, workspace_id)
        select cause, cause_at, workspace_id
        from unnest($1::text[], $2::timestamptz[], $3::bigint[]) as m(cause, cause_at, workspace_id)
        order by cause, cause_at
        on conflict do nothing
        returning cause, cause_at
        """;

    // The inbox takes its numbers in order of arrival. What was handled already leaves but its line in the history.
    private const string StoreSql =
        """
        with m as materialized (
          select * from unnest($1::text[], $2::timestamptz[], $3::bigint[], $4::bigint[], $5::text[],
                               $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
            with ordinality as m(cause, cause_at, workspace_id, conversation_id, payload, trace_parent,
                                 type, summary, provider_id, raw, ord)
        ), history as (
          insert into chat.messages (stored_at, workspace_id, conversation_id, direction, type, summary, provider_id, at, body)
          select $11, workspace_id, conversation_id, 'in', type, summary, provider_id, cause_at, raw
          from m where raw is not null order by ord
        )
        insert into chat.inbox (workspace_id, conversation_id, cause, payload, received_at, trace_parent)
        select workspace_id, conversation_id, cause, payload, $11, trace_parent
        from m where payload is not null order by ord
        """;

    private const string ReadSql =
        """
        select i.conversation_id, i.seq, i.cause, i.payload, i.timer_id, t.id is not null, i.attempts, i.not_before,
               i.received_at, i.trace_parent
        from unnest($1::bigint[]) as c(id)
        cross join lateral (
          select * from chat.inbox where conversation_id = c.id order by seq limit $2) i
        left join chat.timers t on t.id = i.timer_id
        order by i.conversation_id, i.seq
        """;

    private const string HandledSql =
        "delete from chat.inbox i using unnest($1::bigint[]) as u(seq) where i.seq = u.seq";

    private const string RetrySql =
        """
        update chat.inbox i set attempts = u.attempts, not_before = u.not_before, error = u.error
        from unnest($1::bigint[], $2::int[], $3::timestamptz[], $4::text[]) as u(seq, attempts, not_before, error)
        where i.seq = u.seq
        """;

    // A timer is not lost with its input: it falls due again in an hour, then in two, up to a day, until its turn succeeds. Its id stays, so that
    // the dead letter, replayed before that, is the same firing and never a second one.
    private const string DieSql =
        """
        with dead as (delete from chat.inbox where seq = $1 returning *),
        again as (
          update chat.timers t
          set fired = false, failures = coalesce(t.failures, 0) + 1,
              due_at = $4::timestamptz + least(interval '1 day', interval '1 hour' * (1 << least(coalesce(t.failures, 0), 5)))
          from dead where t.id = dead.timer_id)
        insert into events.dead_letters (workspace_id, source, conversation_id, cause, payload, error, attempts, died_at)
        select workspace_id, 'inbox', conversation_id, cause, payload, $2, $3, $4 from dead
        """;

    private const string MoveSql = "update chat.inbox set conversation_id = $2 where conversation_id = $1";

    /// <summary>Asks which of these causes are new, and makes them known.</summary>
    public static void Claim(NpgsqlBatch batch, IReadOnlyList<(string Cause, DateTimeOffset At, long Workspace)> causes)
    {
        var rows = causes.ToArray();
        batch.Add(FreshSql)
            .With(Array.ConvertAll(rows, row => row.Cause))
            .With(Array.ConvertAll(rows, row => row.At.UtcDateTime))
            .With(Array.ConvertAll(rows, row => row.Workspace));
    }

    /// <summary>The causes that are new. One that stands twice in a round is told once.</summary>
    public static async Task<HashSet<(string Cause, DateTimeOffset At)>> ReadFreshAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var fresh = new HashSet<(string, DateTimeOffset)>();
        while (await reader.ReadAsync(cancellationToken)) fresh.Add((reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1)));
        return fresh;
    }

    /// <summary>Stores what is new: in the inbox unless it was handled already, and in the history if it has a line there.</summary>
    public static void Store(NpgsqlBatch batch, IReadOnlyList<InboxEntry> entries, DateTimeOffset now)
    {
        if (entries.Count == 0) return;
        var rows = entries.ToArray();
        batch.Add(StoreSql)
            .With(Array.ConvertAll(rows, row => row.Cause))
            .With(Array.ConvertAll(rows, row => row.CauseAt.UtcDateTime))
            .With(Array.ConvertAll(rows, row => row.WorkspaceId))
            .With(Array.ConvertAll(rows, row => row.ConversationId))
            .WithTexts(Array.ConvertAll(rows, row => row.Payload))
            .WithTexts(Array.ConvertAll(rows, row => row.TraceParent))
            .WithTexts(Array.ConvertAll(rows, row => row.History?.Type))
            .WithTexts(Array.ConvertAll(rows, row => row.History?.Summary))
            .WithTexts(Array.ConvertAll(rows, row => row.History?.ProviderId))
            .WithTexts(Array.ConvertAll(rows, row => row.History?.Raw))
            .WithTime(now);
    }

    public static void Read(NpgsqlBatch batch, long[] conversations, int limit) =>
        batch.Add(ReadSql).With(conversations).With(limit);

    public static async Task ReadInputsAsync(
        NpgsqlDataReader reader, Dictionary<long, LoadedConversation> conversations, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!conversations.TryGetValue(reader.GetInt64(0), out var conversation)) continue;
            conversation.Inputs.Add(new StoredInput(
                reader.GetInt64(1), reader.GetString(2), reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetInt64(4), reader.GetBoolean(5), reader.GetInt32(6),
                reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
                reader.GetFieldValue<DateTimeOffset>(8), reader.IsDBNull(9) ? null : reader.GetString(9)));
        }
    }

    public static void Finish(NpgsqlBatch batch, IReadOnlyList<TurnResult> turns, DateTimeOffset now)
    {
        var handled = turns.SelectMany(turn => turn.Handled).ToArray();
        if (handled.Length > 0) batch.Add(HandledSql).With(handled);

        var failed = turns.Where(turn => turn.Failed is not null).Select(turn => turn.Failed!).ToList();
        var again = failed.Where(failure => failure.RetryAt is not null).ToArray();
        if (again.Length > 0)
        {
            batch.Add(RetrySql)
                .With(Array.ConvertAll(again, failure => failure.Input.Seq))
                .With(Array.ConvertAll(again, failure => failure.Attempts))
                .WithTimes(Array.ConvertAll(again, failure => failure.RetryAt))
                .With(Array.ConvertAll(again, failure => Storable(failure.Error)));
        }

        foreach (var failure in failed.Where(failure => failure.RetryAt is null))
        {
            batch.Add(DieSql).With(failure.Input.Seq).With(Storable(failure.Error)).With(failure.Attempts).WithTime(now);
        }

        RefusedMessage.Tell(batch, turns, now);
    }

    public static void Move(NpgsqlBatch batch, long from, long to) => batch.Add(MoveSql).With(from).With(to);

    // PostgreSQL refuses NUL in text, and an exception's message may quote what a person sent.
    private static string Storable(string error) => error.Replace('\0', '\uFFFD');
}
