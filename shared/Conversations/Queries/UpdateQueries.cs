using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Conversations.Queries;

/// <summary>Webhook content that was received and not understood.</summary>
/// <param name="Field">The webhook's field.</param>
/// <param name="Raw">The JSON as received.</param>
public sealed record UpdateView(long Id, string Field, DateTimeOffset At, string Raw);

/// <summary>Reads updates that were not understood, newest first.</summary>
public sealed class UpdateQueries(Workspace workspace)
{
    private const string ListSql =
        """
        select id, field, received_at as At, raw from chat.updates
        where (@After::bigint is null or id < @After)
          and (@Numbers::text is null or number_id = any(string_to_array(@Numbers, ',')))
        order by id desc limit @Limit
        """;

    /// <summary>Reads a page of updates.</summary>
    public Task<Page<UpdateView>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        workspace.PageAsync<(long Id, string Field, DateTime At, string Raw), UpdateView>(
            ListSql, page, row => new(row.Id, row.Field, row.At, row.Raw), item => item.Id, cancellationToken,
            ("Numbers", workspace.View.Numbers is { } numbers ? string.Join(',', numbers) : null));
}
