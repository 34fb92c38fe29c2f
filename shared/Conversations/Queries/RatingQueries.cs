using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Conversations.Queries;

/// <summary>Rating that a person gave an order.</summary>
/// <param name="ConversationId">Null where the person was erased: the stars alone stay, with the month.</param>
/// <param name="Number">The bot's own number of the order.</param>
/// <param name="Stars">1 to 5.</param>
/// <param name="Feedback">In their own words; null: they wrote nothing.</param>
public sealed record RatingView(
    long Id, long? ConversationId, string Bot, int? Number, long? OrderId, string? Title, int Stars, string? Feedback, DateTimeOffset At);

/// <summary>Reads ratings, newest first.</summary>
public sealed class RatingQueries(Workspace workspace)
{
    private const string ListSql =
        """
        select id, conversation_id as ConversationId, bot, number, order_id as OrderId, title, stars, feedback, at from chat.ratings
        where @After::bigint is null or id < @After order by id desc limit @Limit
        """;

    /// <summary>Reads a page of ratings.</summary>
    public Task<Page<RatingView>> ListAsync(PageRequest page, CancellationToken cancellationToken) => workspace.PageAsync<Row, RatingView>(
        ListSql, page,
        row => new(row.Id, row.ConversationId, row.Bot, row.Number, row.OrderId, row.Title, row.Stars, row.Feedback, row.At), item => item.Id,
        cancellationToken);

    private sealed record Row(
        long Id, long? ConversationId, string Bot, int? Number, long? OrderId, string? Title, int Stars, string? Feedback, DateTime At);
}
