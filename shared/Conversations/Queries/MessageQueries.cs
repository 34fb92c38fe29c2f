using System.Text.Json;
using Dapper;
using Npgsql;
using WhatsAppBots.Data;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Conversations.Queries;

/// <summary>Message of a conversation.</summary>
/// <param name="Direction"><c>in</c> or <c>out</c>.</param>
/// <param name="Text">The text, or a description of what has none.</param>
/// <param name="ProviderId">Meta's wamid, where it is known.</param>
/// <param name="At">In: the provider's time; out: when it was queued.</param>
/// <param name="Status">Out: the furthest of its statuses; in: <c>received</c>, or <c>late</c> where it came when it could no longer be handled.</param>
/// <param name="Raw">In: the JSON as received; out: the content.</param>
/// <param name="Origin">Out: who says it, where it is not the bot: <c>agent:7/31</c>, the request 31 of the agent 7.</param>
public sealed record MessageView(
    long Id, string Direction, string Type, string Text, string? ProviderId, DateTimeOffset At, string Status,
    IReadOnlyList<StatusView> Statuses, JsonElement Raw, string? Origin)
{
    private static readonly JsonElement _nothing = JsonSerializer.SerializeToElement<object?>(null);

    /// <summary>
    /// The same for who may not know who the person is: without what the provider says of them. <see cref="Raw"/> is null, and so is
    /// <see cref="ProviderId"/>: Meta's ids have the telephone in them.
    /// </summary>
    public MessageView Masked() => this with
    {
        Raw = _nothing,
        ProviderId = null,
        Statuses = [.. Statuses.Select(status => status with { Recipient = null, Raw = null })],
    };
}

/// <summary>Message as a search shows it.</summary>
public sealed record FoundRow(long Id, long ConversationId, string Direction, string Text, DateTime At);

/// <summary>Step in a message's life.</summary>
/// <param name="Recipient">
/// Whom the provider names; of a group's message the participant. Null for steps of our own, and where it names nobody.
/// </param>
/// <param name="Error">The first error.</param>
/// <param name="Errors">All of them, where there are several.</param>
/// <param name="Pricing">What the message costs, where it is told.</param>
/// <param name="Conversation">The provider's own conversation.</param>
/// <param name="Raw">The JSON as received; null for steps of our own.</param>
public sealed record StatusView(
    string Status, DateTimeOffset At, string? Recipient, JsonElement? Error, JsonElement? Errors, PricingView? Pricing,
    ProviderConversationView? Conversation, JsonElement? Raw);

/// <summary>Price category of a message, as the provider says.</summary>
public sealed record PricingView(string? Category, bool? Billable, string? Type, string? Model);

/// <summary>Conversation as the provider counts it.</summary>
public sealed record ProviderConversationView(string? Id, string? Origin, DateTimeOffset? ExpiresAt);

/// <summary>Reads the history of a conversation.</summary>
public sealed class MessageQueries(Workspace workspace, RetentionOptions retention)
{
    private const string ExistsSql = "select exists (select 1 from chat.conversations where id = @conversation)";

    private const string RowsSql =
        """
        select id, direction, type, summary, provider_id as ProviderId, at, body, origin,
               direction = 'in' and at < stored_at - @late as IsLate
        from chat.messages where conversation_id = @conversation
        """;

    private const string ListSql = RowsSql + " and (@After::bigint is null or id > @After) order by id limit @Limit";

    private const string NewestFirstSql = RowsSql + " and (@After::bigint is null or id < @After) order by id desc limit @Limit";

    private const string NewestSql = "select id from chat.messages where conversation_id = @conversation order by id desc limit 1";

    private const string ProviderIdSql = "select provider_id from chat.messages where id = @message";

    private const string OriginSql = "select origin from chat.messages where id = @message and direction = 'out'";

    private const string StatusSql =
        """
        with found as (
          select message_id as owner, s.* from chat.statuses s where s.message_id = any(@ids)
          union
          select o.message_id, s.* from chat.statuses o join chat.statuses s on s.provider_id = o.provider_id and s.message_id is null
          where o.message_id = any(@ids)
        )
        select owner as MessageId, provider_id as ProviderId, nullif(nullif(recipient, ''), 'untold') as Recipient,
               status, at, error, errors, raw, category, billable,
               pricing_type as PricingType, pricing_model as PricingModel, provider_conversation as ProviderConversation,
               conversation_origin as ConversationOrigin, conversation_expires_at as ConversationExpiresAt
        from found order by at
        """;

    private const string UnreadSql =
        """
        select u.id, (select count(*) from (
            select 1 from chat.messages m where m.conversation_id = u.id and m.id > u.seen
              and m.direction = 'in' order by m.id desc limit 100) n)::int
        from unnest(@ids, @seen) as u(id, seen)
        """;

    /// <summary>Counts what people wrote after a message, up to 100 in each conversation.</summary>
    /// <param name="seen">Ids of messages, in the order of <paramref name="ids"/>.</param>
    public static async Task<IReadOnlyDictionary<long, int>> UnreadAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long[] ids, long[] seen, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<(long Id, int Count)>(
            new CommandDefinition(UnreadSql, new { ids, seen }, transaction, cancellationToken: cancellationToken)))
        .ToDictionary(row => row.Id, row => row.Count);

    private const string FindSql =
        """
        select m.id, m.conversation_id as ConversationId, m.direction, m.summary as Text, m.at
        from unnest(@ids, @stored) as u(id, stored_at) join chat.messages m on m.id = u.id and m.stored_at = u.stored_at
        order by m.id desc
        """;

    /// <summary>Reads messages by their ids and the times they were stored at, newest first; those that are gone are left out.</summary>
    public static async Task<IReadOnlyList<FoundRow>> FindAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long[] ids, DateTime[] stored, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<FoundRow>(
            new CommandDefinition(FindSql, new { ids, stored }, transaction, cancellationToken: cancellationToken))];

    /// <summary>A page of messages; null where there is no such conversation.</summary>
    /// <param name="newestFirst">True: from the newest on; false: from the oldest on.</param>
    public Task<Page<MessageView>?> ListAsync(
        long conversation, PageRequest page, bool newestFirst, CancellationToken cancellationToken) =>
        workspace.RunAsync<Page<MessageView>?>(
            async (connection, transaction) =>
            {
                if (!await connection.QuerySingleAsync<bool>(ExistsSql, new { conversation }, transaction)) return null;
                var sql = newestFirst ? NewestFirstSql : ListSql;
                var rows = (await connection.QueryAsync<Row>(
                    sql, new { conversation, page.After, page.Limit, late = retention.Late }, transaction)).ToList();
                var ids = rows.Where(row => row.Direction == "out").Select(row => row.Id).ToArray();
                var statuses = ids.Length == 0
                    ? []
                    : (await connection.QueryAsync<StatusRow>(StatusSql, new { ids }, transaction)).ToList();
                var byMessage = statuses.ToLookup(status => status.MessageId);
                return page.Cut([.. rows.Select(row => View(row, [.. byMessage[row.Id]]))], row => row.Id);
            },
            cancellationToken);

    /// <summary>
    /// A mark of how far somebody has read, which is not beyond the conversation's newest message: what comes later is unread. The thread is
    /// no measure of it: it knows a message a moment later than who reads the messages.
    /// </summary>
    public static async Task<long> ReadUpToAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long conversation, long message, CancellationToken cancellationToken) =>
        Math.Min(message, await connection.QuerySingleOrDefaultAsync<long>(new CommandDefinition(
            NewestSql, new { conversation }, transaction, cancellationToken: cancellationToken)));

    /// <summary>The provider's id of a message; null: there is no such message, or it has none.</summary>
    public Task<string?> ProviderIdAsync(long message, CancellationToken cancellationToken) => workspace.RunAsync(
        (connection, transaction) => connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            ProviderIdSql, new { message }, transaction, cancellationToken: cancellationToken)),
        cancellationToken);

    /// <summary>Origin of a message, where it is not the bot's; null: there is no such message, or it is the bot's.</summary>
    public Task<string?> OriginAsync(long message, CancellationToken cancellationToken) => workspace.RunAsync(
        (connection, transaction) => connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            OriginSql, new { message }, transaction, cancellationToken: cancellationToken)),
        cancellationToken);

    private static MessageView View(Row row, IReadOnlyList<StatusRow> statuses) => new(
        row.Id, row.Direction, row.Type, row.Summary,
        row.ProviderId ?? statuses.FirstOrDefault(status => !status.ProviderId.StartsWith("row:", StringComparison.Ordinal))?.ProviderId,
        row.At,
        row.Direction == "in" ? row.IsLate ? "late" : "received" : StatusRank.Furthest(statuses.Select(status => status.Status)),
        [.. statuses.Select(View)],
        Parse(row.Body) ?? default,
        row.Origin);

    private static StatusView View(StatusRow row) => new(
        row.Status, row.At, row.Recipient, Parse(row.Error), Parse(row.Errors),
        (row.Category ?? row.PricingType ?? row.PricingModel) is null && row.Billable is null
            ? null : new PricingView(row.Category, row.Billable, row.PricingType, row.PricingModel),
        (row.ProviderConversation ?? row.ConversationOrigin) is null
            ? null : new ProviderConversationView(row.ProviderConversation, row.ConversationOrigin, row.ConversationExpiresAt),
        Parse(row.Raw));

    private static JsonElement? Parse(string? json)
    {
        if (json is null) return null;
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 128 });
        return document.RootElement.Clone();
    }

    private sealed record Row(long Id, string Direction, string Type, string Summary, string? ProviderId, DateTime At, string Body,
        string? Origin,
        bool IsLate);

    private sealed record StatusRow(
        long MessageId, string ProviderId, string? Recipient, string Status, DateTime At, string? Error, string? Errors, string? Raw,
        string? Category, bool? Billable, string? PricingType, string? PricingModel, string? ProviderConversation, string? ConversationOrigin,
        DateTime? ConversationExpiresAt);
}
