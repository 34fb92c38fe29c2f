using System.Text.Json;
using Dapper;
using WhatsAppBots.Data;

namespace WhatsAppBots.Admin;

/// <summary>A message as the API shows it.</summary>
/// <param name="Direction"><c>in</c> or <c>out</c>.</param>
/// <param name="Text">The text, or a description of what has none.</param>
/// <param name="ProviderId">Meta's wamid, where it is known.</param>
/// <param name="At">In: the provider's time; out: when it was queued.</param>
/// <param name="Status">Out: the furthest of its statuses; in: <c>received</c>, or <c>late</c> where it came when it could no longer be handled.</param>
/// <param name="Raw">In: the JSON as received; out: the content.</param>
public sealed record MessageView(
    long Id, string Direction, string Type, string Text, string? ProviderId, DateTimeOffset At, string Status,
    IReadOnlyList<StatusView> Statuses, JsonElement Raw);

/// <summary>One step in a message's life.</summary>
public sealed record StatusView(string Status, DateTimeOffset At, JsonElement? Error);

/// <summary>Reads the history of a conversation, oldest first.</summary>
public sealed class MessageReader(Workspace workspace, RetentionOptions retention)
{
    private const string ExistsSql = "select exists (select 1 from chat.conversations where id = @conversation)";

    private const string ListSql =
        """
        select id, direction, type, summary, provider_id as ProviderId, at, body, direction = 'in' and at < stored_at - @late as IsLate
        from chat.messages
        where conversation_id = @conversation and (@After::bigint is null or id > @After)
        order by id limit @Limit
        """;

    private const string StatusSql =
        """
        select message_id as MessageId, provider_id as ProviderId, status, at, error from chat.statuses where message_id = any(@ids)
        union
        select o.message_id, s.provider_id, s.status, s.at, s.error
        from chat.statuses o join chat.statuses s on s.provider_id = o.provider_id and s.message_id is null
        where o.message_id = any(@ids)
        order by at
        """;

    /// <summary>A page of messages; null where there is no such conversation.</summary>
    public Task<Page<MessageView>?> ListAsync(long conversation, PageRequest page, CancellationToken cancellationToken) =>
        workspace.RunAsync<Page<MessageView>?>(
            async (connection, transaction) =>
            {
                if (!await connection.QuerySingleAsync<bool>(ExistsSql, new { conversation }, transaction)) return null;
                var rows = (await connection.QueryAsync<Row>(
                    ListSql, new { conversation, page.After, Limit = page.Size + 1, late = retention.Late }, transaction)).ToList();
                var ids = rows.Where(row => row.Direction == "out").Select(row => row.Id).ToArray();
                var statuses = ids.Length == 0
                    ? []
                    : (await connection.QueryAsync<StatusRow>(StatusSql, new { ids }, transaction)).ToList();
                var byMessage = statuses.ToLookup(status => status.MessageId);
                return page.Cut([.. rows.Select(row => View(row, [.. byMessage[row.Id]]))], row => row.Id);
            },
            cancellationToken);

    private static MessageView View(Row row, IReadOnlyList<StatusRow> statuses) => new(
        row.Id, row.Direction, row.Type, row.Summary,
        row.ProviderId ?? statuses.FirstOrDefault(status => !status.ProviderId.StartsWith("row:", StringComparison.Ordinal))?.ProviderId,
        row.At,
        row.Direction == "in" ? row.IsLate ? "late" : "received" : StatusRank.Furthest(statuses.Select(status => status.Status)),
        [.. statuses.Select(status => new StatusView(status.Status, status.At, Parse(status.Error)))],
        Parse(row.Body) ?? default);

    private static JsonElement? Parse(string? json)
    {
        if (json is null) return null;
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 128 });
        return document.RootElement.Clone();
    }

    private sealed record Row(long Id, string Direction, string Type, string Summary, string? ProviderId, DateTime At, string Body, bool IsLate);

    private sealed record StatusRow(long MessageId, string ProviderId, string Status, DateTime At, string? Error);
}
