using Npgsql;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Rounds;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Identities;

/// <summary>Finds whom the keys of incoming messages name, many at a time. Most messages need nothing else.</summary>
internal static class IdentityStatements
{
    // A telephone that its holder has left names them in messages of before that alone, and nobody in later ones.
    // Subqueries rather than joins: planned on empty tables a join would filter what it should look up.
    private const string ResolveSql =
        """
        select m.ord - 1, m.by_user_id, m.by_phone,
               (select o.conversation_id from chat.open_conversations o
                where o.person_id = coalesce(m.by_user_id, m.by_phone) and o.number_id = m.number_id),
               (select p.phone is not null or p.user_id is not null from chat.people p where p.id = coalesce(m.by_user_id, m.by_phone)),
               (select p.erased_at from chat.people p where p.id = coalesce(m.by_user_id, m.by_phone))
        from (
          select k.ord, k.number_id,
                 coalesce(k.subject, (select i.person_id from chat.identities i
                  where i.workspace_id = k.workspace_id and i.kind = 'user_id' and i.value = k.user_id)) as by_user_id,
                 (select i.person_id from chat.identities i
                  where i.workspace_id = k.workspace_id and i.kind = 'phone' and i.value = k.phone
                    and (i.left_at is null or k.at < i.left_at)) as by_phone
          from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::bigint[])
            with ordinality as k(workspace_id, user_id, phone, number_id, at, subject, ord)
          offset 0) m
        """;

    public static void Resolve(NpgsqlBatch batch, IReadOnlyList<Arrival> arrivals)
    {
        var rows = arrivals.ToArray();
        batch.Add(ResolveSql)
            .With(Array.ConvertAll(rows, row => row.WorkspaceId))
            .WithTexts(Array.ConvertAll(rows, row => row.Message.Sender.UserId))
            .WithTexts(Array.ConvertAll(rows, row => row.Message.Sender.Phone))
            .With(Array.ConvertAll(rows, row => row.Message.NumberId))
            .With(Array.ConvertAll(rows, row => row.Message.At.UtcDateTime))
            .With(Array.ConvertAll(rows, row => row.Subject));
    }

    public static async Task ReadAsync(NpgsqlDataReader reader, IReadOnlyList<Arrival> arrivals, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            var arrival = arrivals[(int)reader.GetInt64(0)];
            arrival.ByUserId = reader.IsDBNull(1) ? null : reader.GetInt64(1);
            arrival.ByPhone = reader.IsDBNull(2) ? null : reader.GetInt64(2);
            arrival.ConversationId = reader.IsDBNull(3) ? null : reader.GetInt64(3);
            arrival.HasAddress = !reader.IsDBNull(4) && reader.GetBoolean(4);
            arrival.ErasedAt = reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5);
        }

        await reader.NextResultAsync(cancellationToken);
    }
}

/// <summary>A message whose conversation is to be found.</summary>
/// <param name="isLate">Older than is remembered: it is kept once and never handled.</param>
internal sealed class Arrival(ReceivedMessage received, long workspaceId, string? traceParent, bool isLate = false)
{
    public IncomingMessage Message { get; } = received.Message;
    public string Raw { get; } = received.Raw;
    public string? AccountId { get; } = received.AccountId;
    public string? NumberPhone { get; } = received.NumberPhone;
    public string Cause { get; } = "message:" + received.Message.Id;
    public long WorkspaceId { get; } = workspaceId;
    public string? TraceParent { get; } = traceParent;
    public long? ByUserId { get; set; }
    public long? ByPhone { get; set; }
    public long? ConversationId { get; set; }

    /// <summary>When somebody with this sender's number was erased who has come back since; null: never.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>Older than is remembered: it is kept once and never handled.</summary>
    public bool IsLate { get; } = isLate;

    /// <summary>It came in one webhook with those of many others.</summary>
    public bool IsOfCrowd { get; init; }

    /// <summary>It is neither kept nor handled.</summary>
    public bool IsDropped { get; set; }

    /// <summary>Takes this conversation for its own if every key the message carries is that of the row's person.</summary>
    public bool Meets(LoadedConversation row)
    {
        var sender = Message.Sender;
        if (row.IsClosed || row.MergedInto is not null || row.WorkspaceId != WorkspaceId || row.NumberId != Message.NumberId
            || (sender.UserId is not null && sender.UserId != row.Person.UserId)
            || (sender.Phone is not null && sender.Phone != row.Person.Phone)
            || (sender.UserId is null && sender.Phone is null))
        {
            return false;
        }

        ConversationId = row.Id;
        HasAddress = true;
        ErasedAt = row.ErasedAt;
        if (sender.UserId is not null) ByUserId = row.Person.Id;
        if (sender.Phone is not null) ByPhone = row.Person.Id;
        return true;
    }

    /// <summary>It did not come before.</summary>
    public bool IsFresh { get; set; }

    /// <summary>Whom it is from or about, where that was learnt from the message itself: news name their person by keys of before.</summary>
    public long? Subject { get; set; }

    /// <summary>The person whom the keys name can be written to.</summary>
    public bool HasAddress { get; set; }

    /// <summary>Tells that a telephone or user id of the person has changed.</summary>
    public bool IsNews { get; } = DeliveryParts.IsNews(received.Message);

    /// <summary>Every key the message carries names the same person, and nothing is to change.</summary>
    public bool TeachesNothing =>
        HasAddress
        && (Message.Sender.UserId is null || ByUserId is not null)
        && (Message.Sender.Phone is null || ByPhone is not null)
        && (ByUserId is null || ByPhone is null || ByUserId == ByPhone)
        && !IsNews;

    /// <summary>The person is known by all keys of the message, and has a conversation here.</summary>
    public bool IsSettled => ConversationId is not null && (IsLate || TeachesNothing);
}
