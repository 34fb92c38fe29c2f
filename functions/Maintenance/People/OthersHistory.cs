using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Maintenance.People;

/// <summary>
/// Messages to others about an erased person: they stay theirs, without the words that tell of the person, and without the
/// names of the person in all else. What they wrote themselves is their own.
/// </summary>
internal sealed record OthersHistory(long[] Ids, DateTime[] Times, string[] Summaries, string[] Bodies, long[] DeadLetters, long[] Erased)
{
    // Bots cut long names somewhere behind this, and write an ellipsis.
    private const int KeptOfLongNames = 20;
    private const int MostCut = 25;

    private const string Nobody = "…";

    private const string ReadSql =
        """
        select id as Id, stored_at as StoredAt, summary as Summary, body as Body from chat.messages
        where conversation_id = any(@others) and direction = 'out'
        """;

    private const string DeadLettersSql =
        "select id as Id, payload as Payload from events.dead_letters where conversation_id = any(@others)";

    private const string WriteSql =
        """
        update chat.messages m set summary = u.summary, body = u.body
        from unnest(@Ids, @Times, @Summaries, @Bodies) as u(id, stored_at, summary, body)
        where m.id = u.id and m.stored_at = u.stored_at;
        delete from events.dead_letters where id = any(@DeadLetters);
        delete from events.queue
        where type = @type and (body::jsonb #>> '{data,from}')::bigint = any(@Erased) and body::jsonb #>> '{data,kind}' <> @left;
        """;

    /// <summary>
    /// Looks through all that was said in these conversations, row by row and outside any transaction: it may be much. From now on nobody
    /// tells more of the person; they have left.
    /// </summary>
    /// <param name="others">The conversations in which something was told.</param>
    /// <param name="erased">The person's own.</param>
    /// <param name="names">What the person is and was called.</param>
    public static async Task<OthersHistory> FindAsync(
        NpgsqlConnection connection, long[] others, long[] erased, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        if (others.Length == 0) return new OthersHistory([], [], [], [], [], erased);
        var words = WordsOf(names);
        var changed = new List<Row>();
        var rows = connection.QueryUnbufferedAsync<Row>(ReadSql, new { others }, commandTimeout: 60);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (Without(row, erased, words) is { } less) changed.Add(less);
        }

        // Dead letters of messages that did not reach them are kept for the operator.
        var letters = new List<long>();
        var ids = string.Join('|', erased.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        var about = new Regex($@"\\*""(?:from|about)\\*""\s*:\s*(?:{ids})(?![0-9])");
        var given = connection.QueryUnbufferedAsync<Letter>(DeadLettersSql, new { others }, commandTimeout: 60);
        await foreach (var letter in given.WithCancellation(cancellationToken))
        {
            if (about.IsMatch(letter.Payload)) letters.Add(letter.Id);
        }

        return new OthersHistory(
            [.. changed.Select(row => row.Id)], [.. changed.Select(row => row.StoredAt)], [.. changed.Select(row => row.Summary)],
            [.. changed.Select(row => row.Body)], [.. letters], erased);
    }

    /// <summary>Writes it without them.</summary>
    public Task ForgetAsync(NpgsqlConnection connection, NpgsqlTransaction transaction) => connection.ExecuteAsync(
        WriteSql, new { Ids, Times, Summaries, Bodies, DeadLetters, Erased, type = EventTypes.PartnerNews, left = PartnerNewsKinds.Left },
        transaction, commandTimeout: 60);

    // Null where nothing in it is about the person.
    private static Row? Without(Row row, long[] erased, Regex? words)
    {
        var body = JsonNode.Parse(row.Body)!;
        if (body is JsonObject said && said["terms"]?["about"] is JsonValue about && about.TryGetValue<long>(out var whom)
            && erased.Contains(whom))
        {
            said.Remove("terms");
            Replace(body, (key, text) => key == "is" ? text : Nobody);
            return row with { Summary = Nobody, Body = body.ToJsonString() };
        }

        if (words is null) return null;
        var summary = words.Replace(row.Summary, Nobody);
        return Replace(body, (_, text) => words.Replace(text, Nobody)) || summary != row.Summary
            ? row with { Summary = summary, Body = body.ToJsonString() } : null;
    }

    // Bots say a name on one line, with one blank between its parts.
    private static Regex? WordsOf(IEnumerable<string> names)
    {
        var lines = names.Where(name => !Labels.IsBlank(name)).Select(name => Labels.Line(name)).Distinct()
            .OrderByDescending(line => line.Length)
            .SelectMany(line => line.Length <= KeptOfLongNames
                ? [Whole(line)]
                : new[] { Whole(line), $"{Regex.Escape(line[..KeptOfLongNames])}[^…\n]{{0,{MostCut}}}…" }).ToList();
        return lines.Count == 0 ? null : new Regex(string.Join('|', lines), RegexOptions.CultureInvariant);
    }

    private static string Whole(string line) => $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(line)}(?![\p{{L}}\p{{N}}])";

    private static bool Replace(JsonNode? node, Func<string?, string, string> change)
    {
        var replaced = false;
        switch (node)
        {
            case JsonObject fields:
                foreach (var (key, value) in fields.ToList())
                {
                    if (Changed(key, value) is { } text) (fields[key], replaced) = (text, true);
                    else replaced |= Replace(value, change);
                }

                break;
            case JsonArray items:
                for (var n = 0; n < items.Count; n++)
                {
                    if (Changed(null, items[n]) is { } text) (items[n], replaced) = (text, true);
                    else replaced |= Replace(items[n], change);
                }

                break;
        }

        return replaced;

        string? Changed(string? key, JsonNode? value) =>
            value is JsonValue leaf && leaf.TryGetValue<string>(out var text) && change(key, text) is var other && other != text
                ? other : null;
    }

    private sealed record Row(long Id, DateTime StoredAt, string Summary, string Body);

    private sealed record Letter(long Id, string Payload);
}
