using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;

namespace WhatsAppBots.Maintenance.People;

/// <summary>
/// What was said to others about an erased person: it stays theirs, and the name in it goes. What they wrote themselves is their own.
/// </summary>
internal static class OthersHistory
{
    // Bots cut long names somewhere behind this, and write an ellipsis.
    private const int KeptOfLongNames = 20;
    private const int MostCut = 25;

    private const string Nobody = "…";

    private const string ReadSql =
        """
        select id as Id, stored_at as StoredAt, summary as Summary, body as Body from chat.messages
        where conversation_id = any(@others) and direction = 'out' order by id
        """;

    private const string WriteSql =
        "update chat.messages set summary = @summary, body = @body where id = @Id and stored_at = @StoredAt";

    /// <summary>Takes a name out of what was said in these conversations.</summary>
    public static async Task ForgetAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long[] others, string? name)
    {
        if (others.Length == 0 || string.IsNullOrWhiteSpace(name)) return;
        var word = WordOf(name);
        foreach (var row in (await connection.QueryAsync<Row>(ReadSql, new { others }, transaction)).ToList())
        {
            var body = JsonNode.Parse(row.Body);
            var summary = word.Replace(row.Summary, Nobody);
            if (!Replace(body, word) && summary == row.Summary) continue;
            await connection.ExecuteAsync(WriteSql, new { summary, body = body!.ToJsonString(), row.Id, row.StoredAt }, transaction);
        }
    }

    // Bots say a name on one line, with one blank between its parts.
    private static Regex WordOf(string name)
    {
        var line = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var whole = $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(line)}(?![\p{{L}}\p{{N}}])";
        return new Regex(line.Length <= KeptOfLongNames ? whole : $"{whole}|{Regex.Escape(line[..KeptOfLongNames])}[^…\n]{{0,{MostCut}}}…");
    }

    private static bool Replace(JsonNode? node, Regex word)
    {
        var replaced = false;
        switch (node)
        {
            case JsonObject fields:
                foreach (var (key, value) in fields.ToList())
                {
                    if (Said(value, word) is { } text) fields[key] = text;
                    replaced |= fields[key] != value || Replace(value, word);
                }

                break;
            case JsonArray items:
                for (var n = 0; n < items.Count; n++)
                {
                    var value = items[n];
                    if (Said(value, word) is { } text) items[n] = text;
                    replaced |= items[n] != value || Replace(value, word);
                }

                break;
        }

        return replaced;
    }

    private static string? Said(JsonNode? node, Regex word) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && word.IsMatch(text) ? word.Replace(text, Nobody) : null;

    private sealed record Row(long Id, DateTime StoredAt, string Summary, string Body);
}
