using System.Globalization;
using Dapper;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Desk.Search;

/// <summary>Message that was found.</summary>
/// <param name="Direction"><c>in</c> or <c>out</c>.</param>
public sealed record FoundMessage(long MessageId, long ConversationId, string Direction, string Text, DateTimeOffset At, PersonView Person);

/// <summary>
/// Finds messages by the beginnings of all their words, newest first. It may be a minute behind. A search never fails for what is in it:
/// what has no words finds nothing.
/// </summary>
public sealed class MessageSearch(Workspace workspace)
{
    /// <summary>Longest text that is searched for, in characters.</summary>
    public const int Longest = 200;

    private const int MostWords = 10;

    // Words of the text as the index has them, each with a beginning that may go on.
    private const string QuerySql =
        """
        select string_agg('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || ''':*', ' & ')
        from (select lexeme from unnest(to_tsvector('simple', @text)) as w(lexeme, positions, weights) limit @MostWords) w
        """;

    private const string SpanSql = "select newest, oldest from desk.search_span()";

    private const string FindSql =
        "select message_id, stored_at from desk.find_messages(@blocks::tsquery, @query::tsquery, @After::bigint, @limit)";

    private const string NewestSql =
        "select message_id, stored_at from desk.find_newest(@query::tsquery, @After::bigint, @floor, @limit)";

    // Of the newest messages so many are looked at one by one before the index is asked.
    private const int Looked = 5000;

    /// <summary>Reads a page of messages that have all words of a text.</summary>
    public Task<Page<FoundMessage>> FindAsync(string text, PageRequest page, CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            CommandDefinition Sql(string sql, object? parameters = null) =>
                new(sql, parameters, transaction, cancellationToken: cancellationToken);
            var query = await connection.QuerySingleAsync<string?>(Sql(QuerySql, new { text, MostWords }));
            if (string.IsNullOrEmpty(query)) return new Page<FoundMessage>([], null);
            var span = await connection.QuerySingleAsync<(long Newest, long Oldest)>(Sql(SpanSql));
            var newest = Math.Min(page.After - 1 ?? span.Newest, span.Newest) / SearchWords.Block;
            var oldest = span.Oldest / SearchWords.Block;
            var floor = Math.Max(0, Math.Min(page.After ?? long.MaxValue, span.Newest + 1) - 1 - Looked);

            // A word that most messages have: a page of them is among the newest.
            var found = (await connection.QueryAsync<(long Id, DateTime StoredAt)>(
                Sql(NewestSql, new { query, page.After, floor, limit = page.Limit }))).ToList();
            if (found.Count < page.Limit) found.Clear();

            // The newest block, then twice as many each time: a frequent word is found at once, a rare one in a few steps.
            for (long at = newest, count = 1; at >= oldest && found.Count < page.Limit; at -= count, count *= 2)
            {
                var blocks = string.Join(" | ", Enumerable.Range(0, (int)Math.Min(count, at - oldest + 1))
                    .Select(n => $"'#b{(at - n).ToString(CultureInfo.InvariantCulture)}'"));
                found.AddRange(await connection.QueryAsync<(long, DateTime)>(
                    Sql(FindSql, new { blocks, query, page.After, limit = page.Limit - found.Count })));
            }

            var cut = page.Cut(found, row => row.Id);
            var messages = await MessageQueries.FindAsync(
                connection, transaction, [.. cut.Items.Select(row => row.Id)], [.. cut.Items.Select(row =>
                    row.StoredAt)], cancellationToken);
            var people = await ConversationQueries.PeopleAsync(
                connection, transaction, [.. messages.Select(message => message.ConversationId).Distinct()], cancellationToken);
            return new Page<FoundMessage>(
                [
                    .. messages.Select(message => new FoundMessage(
                        message.Id, message.ConversationId, message.Direction, message.Text, message.At,
                        people.GetValueOrDefault(message.ConversationId) ?? PersonView.Nobody)),
                ],
                cut.Next);
        },
        cancellationToken);
}
