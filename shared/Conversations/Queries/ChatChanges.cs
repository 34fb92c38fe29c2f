using Dapper;
using Npgsql;

namespace WhatsAppBots.Conversations.Queries;

/// <summary>Message of the history, as much of it as a list of conversations shows.</summary>
/// <param name="At">In: the provider's time; out: when it was queued.</param>
/// <param name="Text">
/// At most 4,000 characters. Empty where it tells of somebody else: it goes when that person is erased, and must stand nowhere besides.
/// </param>
/// <param name="Origin">Who says it, where it is neither the person nor the bot.</param>
public sealed record NewMessage(
    long Id, long Workspace, long Conversation, bool IsInbound, DateTimeOffset At, DateTimeOffset StoredAt, string Text, string? Origin);

/// <summary>Status of a message that an agent or a program wrote.</summary>
public sealed record NewStatus(long Id, long Workspace, long Conversation, long Message);

/// <summary>What a conversation's row says beside its messages.</summary>
/// <param name="IsClosed">It was joined with another conversation of the same person.</param>
/// <param name="OpenedAt">Since when people have it; null: the bot has it.</param>
/// <param name="Reason">Why they have it.</param>
/// <param name="LeftId">
/// The person's last message before the bot came back, since nobody had taken the chat: an answer to it is owed.
/// </param>
public sealed record ConversationFacts(
    long Conversation, long Workspace, string Number, string Bot, bool HandedOver, DateTimeOffset? CrisisAt, bool IsClosed,
        DateTimeOffset? OpenedAt,
    string? Reason, long? LeftId);

/// <summary>Reads what has changed in conversations since a message, for whoever keeps a view of them.</summary>
public static class ChatChanges
{
    private const string MessagesSql =
        """
        select id, workspace_id as Workspace, conversation_id as Conversation, direction = 'in' as IsInbound, at, stored_at as StoredAt,
               case when direction = 'out' and body like '%"about":%' then '' else left(summary, 4000) end as Text, origin
        from chat.messages where id = any(@ids) and id > @after order by id
        """;

    // So many that there are enough unknown ones among them.
    private const string IdsSql = "select id from chat.messages where id > @after order by id limit @most";

    private const string FactsSql =
        """
        select c.id as Conversation, c.workspace_id as Workspace, c.number_id as Number, c.bot, c.handed_over as HandedOver,
               c.crisis_at as CrisisAt, c.closed_at is not null as IsClosed, h.opened_at as OpenedAt, h.reason,
               case when l.close_reason = 'nobody' then (
                 select m.id from chat.messages m
                 where m.conversation_id = c.id and m.direction = 'in' and m.stored_at < l.closed_at
                 order by m.id desc limit 1) end as LeftId
        from unnest(@ids) as u(id)
        join chat.conversations c on c.id = u.id
        left join lateral (
          select o.close_reason, o.closed_at from chat.handovers o where o.conversation_id = c.id order by o.id desc limit 1) l on true
        left join chat.handovers h on h.conversation_id = c.id and h.closed_at is null
        """;

    private const string HandOversSql =
        """
        select conversation_id from chat.handovers where opened_at >= @since
        union
        select conversation_id from chat.handovers where closed_at >= @since
        """;

    private const string StatusesSql =
        "select id, workspace_id, conversation_id, message_id from chat.status_news order by id limit @most";

    private const string ForgetSql =
        "delete from chat.status_news where id in (select id from chat.status_news where id = any(@ids) for update skip locked)";

    /// <summary>Reads which messages of agents and programs have a new status.</summary>
    /// <param name="most">Rows at most; a message may have several.</param>
    public static async Task<IReadOnlyList<NewStatus>> StatusesAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, int most, CancellationToken cancellationToken) =>
        [.. (await connection.QueryAsync<(long Id, long Workspace, long Conversation, long Message)>(
            new CommandDefinition(StatusesSql, new { most }, transaction, cancellationToken: cancellationToken)))
            .Select(row => new NewStatus(row.Id, row.Workspace, row.Conversation, row.Message))];

    /// <summary>
    /// Forgets statuses that were told. Under the conversations' erasure lock: an erasure deletes the same rows, and tells the feed before.
    /// </summary>
    public static Task ForgetAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<NewStatus> statuses,
        CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            ForgetSql, new { ids = statuses.Select(status => status.Id).ToArray() }, transaction, cancellationToken: cancellationToken));

    /// <summary>Reads messages in the order of their ids.</summary>
    /// <param name="after">Ids above this one.</param>
    /// <param name="known">Ids that are left out. Thousands of them compared in SQL took a second.</param>
    /// <param name="most">Rows at most.</param>
    public static async Task<IReadOnlyList<NewMessage>> MessagesAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long after, HashSet<long> known, int most,
        CancellationToken cancellationToken)
    {
        var there = await connection.QueryAsync<long>(
            new CommandDefinition(IdsSql, new { after, most = known.Count + most }, transaction, cancellationToken: cancellationToken));
        var ids = there.Where(id => !known.Contains(id)).Take(most).ToArray();
        if (ids.Length == 0) return [];
        var rows = await connection.QueryAsync<MessageRow>(
            new CommandDefinition(MessagesSql, new { after, ids }, transaction, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new NewMessage(
            row.Id, row.Workspace, row.Conversation, row.IsInbound, row.At, row.StoredAt, row.Text, row.Origin))];
    }

    /// <summary>Reads the rows of conversations; those that are gone are left out.</summary>
    public static async Task<IReadOnlyList<ConversationFacts>> FactsAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long[] ids, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<FactsRow>(
            new CommandDefinition(FactsSql, new { ids }, transaction, cancellationToken: cancellationToken));
        return
        [
            .. rows.Select(row => new ConversationFacts(
                row.Conversation, row.Workspace, row.Number, row.Bot, row.HandedOver, row.CrisisAt, row.IsClosed, row.OpenedAt,
                    row.Reason, row.LeftId)),
        ];
    }

    /// <summary>
    /// Conversations that went from the bot to people or back since some time of the product's clock. Such a change need not come with a
    /// message.
    /// </summary>
    public static async Task<IReadOnlyList<long>> HandedOverSinceAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset since, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<long>(
            new CommandDefinition(HandOversSql, new { since = since.UtcDateTime }, transaction, cancellationToken: cancellationToken))];

    private sealed record MessageRow(
        long Id, long Workspace, long Conversation, bool IsInbound, DateTime At, DateTime StoredAt, string Text, string? Origin);

    private sealed record FactsRow(
        long Conversation, long Workspace, string Number, string Bot, bool HandedOver, DateTime? CrisisAt, bool IsClosed,
            DateTime? OpenedAt,
        string? Reason, long? LeftId);
}
