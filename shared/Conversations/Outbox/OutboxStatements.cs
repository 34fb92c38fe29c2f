using System.Text.Json;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Conversations.Rounds;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>Reads and writes of chat.outbox, the outgoing half of chat.messages, and the lease, many rows at a time.</summary>
internal static class OutboxStatements
{
    // Ids are drawn in the order of the rows, so within a conversation they rise with what is said.
    private const string QueueSql =
        """
        with m as (
          insert into chat.messages (stored_at, workspace_id, conversation_id, direction, type, summary, reply_to, at, body,
                                     origin)
          select $1, u.workspace_id, u.conversation_id, 'out', u.type, u.summary, u.reply_to, $1, u.body, u.origin
          from unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
            with ordinality as u(workspace_id, conversation_id, type, summary, reply_to, body, origin, ord)
          order by u.ord
          returning id, workspace_id, conversation_id
        )
        insert into chat.outbox (message_id, stored_at, workspace_id, conversation_id)
        select id, $1, workspace_id, conversation_id from m order by id
        returning message_id, conversation_id
        """;

    private const string BarSql =
        """
        with m as (
          insert into chat.messages (stored_at, workspace_id, conversation_id, direction, type, summary, reply_to, at, body, origin)
          values ($1, $2, $3, 'out', $4, $5, $6, $1, $7, $10)
          returning id
        )
        insert into chat.statuses (provider_id, recipient, status, at, workspace_id, message_id, error, received_at)
        select 'row:' || id, '', $8, $1, $2, id, $9, $1 from m
        """;

    private const string WaitingSql =
        """
        select o.conversation_id, o.message_id, o.stored_at, o.workspace_id, m.body, m.reply_to, o.attempts, o.unknown_since,
               o.possibly_doubled
        from chat.outbox o join chat.messages m on m.id = o.message_id and m.stored_at = o.stored_at
        where o.conversation_id = any($1)
        order by o.conversation_id, o.message_id
        """;

    // Rows that were locked and read in this round: they are where they were.
    private const string LeaseSql =
        """
        update chat.conversations c set sender = $3, lease_until = clock_timestamp() + interval '12 seconds'
        from unnest($1::bigint[], $2::text[]) as u(id, address)
        where c.ctid = u.address::tid and c.id = u.id
        returning c.id, c.ctid::text
        """;

    // Not while another process works the conversation, nor where it queued what its holder has not seen. What is parked still waits.
    private const string ReleaseSql =
        """
        with l as (
          select c.ctid as address, u.used, u.at, u.through, u.parked
          from unnest($1::bigint[], $2::float8[], $3::timestamptz[], $4::bigint[], $6::text[], $7::bool[])
            as u(id, used, at, through, address, parked)
          join chat.conversations c on c.ctid = u.address::tid
          where c.id = u.id and c.sender = $5 and c.queued <= u.through
          order by c.id for update of c skip locked
        )
        update chat.conversations c set sender = null, lease_until = null, pace_used = l.used, pace_at = l.at,
          settled = case when l.parked then c.settled else l.through end
        from l where c.ctid = l.address and c.sender = $5 and c.queued <= l.through
        returning c.id, c.ctid::text
        """;

    private const string GiveBackSql =
        "update chat.conversations set sender = null, lease_until = null where id = any($1) and sender = $2";

    // Joined, not `= any`: where most rows are dead and few are counted as alive, that is thought to be cheap by any index.
    private const string DoneSql =
        "delete from chat.outbox o using unnest($1::bigint[]) as u(id) where o.message_id = u.id";

    // A message that was erased while it was sent leaves nothing.
    private const string StatusSql =
        """
        with u as materialized (
          select u.*, m.conversation_id, m.origin
          from unnest($1::text[], $2::text[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::text[], $7::timestamptz[])
            as u(provider_id, status, at, workspace_id, message_id, error, stored_at)
          join chat.messages m on m.id = u.message_id and m.stored_at = u.stored_at
        ), news as (
          insert into chat.status_news (workspace_id, conversation_id, message_id)
          select distinct workspace_id, conversation_id, message_id from u where origin is not null
        )
        insert into chat.statuses (provider_id, recipient, status, at, workspace_id, message_id, error, received_at)
        select u.provider_id, '', u.status, u.at, u.workspace_id, u.message_id, u.error, u.at
        from u
        order by u.provider_id, u.status, u.at
        on conflict do nothing
        """;

    private const string WaitSql =
        """
        update chat.outbox o set attempts = u.attempts, unknown_since = u.unknown_since, possibly_doubled = u.possibly_doubled
        from unnest($1::bigint[], $2::int[], $3::timestamptz[], $4::bool[]) as u(id, attempts, unknown_since, possibly_doubled)
        where o.message_id = u.id
        """;

    public static void Queue(NpgsqlBatch batch, IReadOnlyList<(LoadedConversation Conversation, Reply Reply)> replies, DateTimeOffset now)
    {
        var rows = replies.ToArray();
        batch.Add(QueueSql)
            .WithTime(now)
            .With(Array.ConvertAll(rows, row => row.Conversation.WorkspaceId))
            .With(Array.ConvertAll(rows, row => row.Conversation.Id))
            .With(Array.ConvertAll(rows, row => row.Reply.Content.Type))
            .With(Array.ConvertAll(rows, row => row.Reply.Content.Summary))
            .WithTexts(Array.ConvertAll(rows, row => row.Reply.ReplyTo))
            .With(Array.ConvertAll(rows, row => Serialize(row.Reply)))
            .WithTexts(Array.ConvertAll(rows, row => row.Reply.Origin));
    }

    public static void Bar(NpgsqlBatch batch, LoadedConversation conversation, Reply reply, DateTimeOffset now) =>
        batch.Add(BarSql)
            .WithTime(now).With(conversation.WorkspaceId).With(conversation.Id)
            .With(reply.Content.Type).With(reply.Content.Summary)
            .WithText(reply.ReplyTo)
            .With(Serialize(reply)).With(reply.Barred!.Status).With(Error(new(0, reply.Barred.Status, reply.Barred.Error)))
            .WithText(reply.Origin);

    /// <summary>Reads what waits in these conversations.</summary>
    public static void ReadWaiting(NpgsqlBatch batch, long[] conversations) => batch.Add(WaitingSql).With(conversations);

    /// <summary>Takes or renews their leases, and returns the rows' new addresses.</summary>
    public static void Lease(NpgsqlBatch batch, IReadOnlyList<LoadedConversation> conversations, Guid me)
    {
        var rows = conversations.ToArray();
        batch.Add(LeaseSql).With(Array.ConvertAll(rows, row => row.Id)).With(Array.ConvertAll(rows, row => row.Address)).With(me);
    }

    public static async Task<Dictionary<long, List<OutboxItem>>> ReadAdoptedAsync(
        NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var adopted = new Dictionary<long, List<OutboxItem>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var conversation = reader.GetInt64(0);
            if (!adopted.TryGetValue(conversation, out var items)) adopted[conversation] = items = [];
            items.Add(new OutboxItem
            {
                MessageId = reader.GetInt64(1),
                StoredAt = reader.GetFieldValue<DateTimeOffset>(2),
                WorkspaceId = reader.GetInt64(3),
                Content = JsonSerializer.Deserialize(reader.GetString(4), ContractsJson.Default.OutgoingContent)!,
                ReplyTo = reader.IsDBNull(5) ? null : reader.GetString(5),
                Attempts = reader.GetInt32(6),
                UnknownSince = reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
                PossiblyDoubled = reader.GetBoolean(8),
            });
        }

        return adopted;
    }

    public static void Mark(NpgsqlBatch batch, IReadOnlyList<SendMark> marks)
    {
        var done = marks.Where(mark => mark.Kind != MarkKind.Waiting).ToArray();
        if (done.Length > 0)
        {
            batch.Add(DoneSql).With(Array.ConvertAll(done, mark => mark.Item.MessageId));
            // Kept beside the outcome, so that what may have gone twice can be counted and shown.
            var doubled = done.Where(mark => mark.Item.PossiblyDoubled);
            var steps = done.Select(mark => (Mark: mark, Status: Status(mark)))
                .Concat(doubled.Select(mark => (Mark: mark, Status: "possibly_doubled"))).ToArray();
            batch.Add(StatusSql)
                .With(Array.ConvertAll(steps, step => step.Mark.ProviderId ?? $"row:{step.Mark.Item.MessageId}"))
                .With(Array.ConvertAll(steps, step => step.Status))
                .With(Array.ConvertAll(steps, step => step.Mark.At.UtcDateTime))
                .With(Array.ConvertAll(steps, step => step.Mark.Item.WorkspaceId))
                .With(Array.ConvertAll(steps, step => step.Mark.Item.MessageId))
                .WithTexts(Array.ConvertAll(steps, step => step.Mark.Error is null ? null : Error(step.Mark.Error)))
                .With(Array.ConvertAll(steps, step => step.Mark.Item.StoredAt.UtcDateTime));
        }

        var waiting = marks.Where(mark => mark.Kind == MarkKind.Waiting).ToArray();
        if (waiting.Length == 0) return;
        batch.Add(WaitSql)
            .With(Array.ConvertAll(waiting, mark => mark.Item.MessageId))
            .With(Array.ConvertAll(waiting, mark => mark.Item.Attempts))
            .WithTimes(Array.ConvertAll(waiting, mark => mark.Item.UnknownSince))
            .With(Array.ConvertAll(waiting, mark => mark.Item.PossiblyDoubled));
    }

    /// <summary>Gives leases back, and returns those that were, with the rows' new addresses.</summary>
    public static void Release(NpgsqlBatch batch, IReadOnlyList<(SendQueue Queue, string Address)> queues, Guid me)
    {
        var rows = queues.Select(queue => queue.Queue).ToArray();
        batch.Add(ReleaseSql)
            .With(Array.ConvertAll(rows, row => row.Target.ConversationId))
            .With(Array.ConvertAll(rows, row => row.Pace.State.Used))
            .WithTimes(Array.ConvertAll(rows, row => row.Pace.State.At))
            .With(Array.ConvertAll(rows, row => row.Through))
            .With(me)
            .With(queues.Select(queue => queue.Address).ToArray())
            .With(Array.ConvertAll(rows, row => row.IsParked));
    }

    /// <summary>Gives back what this process holds, whatever still waits there: it is ending.</summary>
    public static async Task GiveBackAsync(Data.Database database, long[] conversations, Guid me, CancellationToken cancellationToken)
    {
        await using var connection = await database.Writer.OpenConnectionAsync(cancellationToken);
        await using var batch = connection.CreateBatch();
        batch.Add(GiveBackSql).With(conversations).With(me);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Status(SendMark mark) => mark.Kind switch
    {
        MarkKind.Accepted => "accepted",
        MarkKind.Failed => "failed",
        MarkKind.BlockedByWindow => "blocked_by_window",
        MarkKind.Unknown => "unknown",
        MarkKind.LeftOut => "left_out",
        MarkKind.Waiting => throw new InvalidOperationException("A waiting message has no status."),
    };

    private static string Serialize(Reply reply) =>
        JsonSerializer.Serialize(reply.Content, ContractsJson.Default.OutgoingContent);

    private static string Error(Contracts.Incoming.ProviderError error) =>
        JsonSerializer.Serialize(error, ContractsJson.Default.ProviderError);
}
