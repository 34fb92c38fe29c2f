using Dapper;

namespace WhatsAppBots.Admin.Overview;

/// <summary>Rating that a person gave an order.</summary>
/// <param name="ConversationId">Null where the person was erased: the stars alone stay, with the month.</param>
/// <param name="Number">The bot's own number of the order.</param>
/// <param name="Stars">1 to 5.</param>
/// <param name="Feedback">In their own words; null: they wrote nothing.</param>
public sealed record RatingView(
    long Id, long? ConversationId, string Bot, int? Number, long? OrderId, string? Title, int Stars, string? Feedback, DateTimeOffset At);

/// <summary>Reads ratings, newest first.</summary>
public sealed class RatingReader(Workspace workspace)
{
    private const string ListSql =
        """
        select id, conversation_id, bot, number, order_id, title, stars, feedback, at from chat.ratings
        where @After::bigint is null or id < @After order by id desc limit @Limit
        """;

    /// <summary>A page of them.</summary>
    public Task<Page<RatingView>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        workspace.RunAsync(
            async (connection, transaction) =>
            {
                var rows = await connection.QueryAsync<(long Id, long? Conversation, string Bot, int? Number, long? Order, string? Title, int Stars, string? Feedback, DateTime At)>(
                    new CommandDefinition(ListSql, new { page.After, Limit = page.Size + 1 }, transaction, cancellationToken: cancellationToken));
                return page.Cut(
                    [.. rows.Select(row => new RatingView(row.Id, row.Conversation, row.Bot, row.Number, row.Order, row.Title, row.Stars, row.Feedback, row.At))],
                    row => row.Id);
            },
            cancellationToken);
}
