using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;

namespace WhatsAppBots.Testing;

/// <summary>
/// Looks for words in everything that is kept, however they are written: plain, escaped as JSON or for an address, in base64 or
/// hexadecimal, within each other, and digits with something between them. Made without a look at how the product looks for them.
/// </summary>
public static partial class Traces
{
    private const int Deepest = 3;

    /// <summary>All values of all tables, each with its place.</summary>
    public static async Task<List<(string Place, string Value)>> DumpAsync(string connectionString)
    {
        var values = new List<(string, string)>();
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var tables = await connection.QueryAsync<string>(
            """
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast'
            """);
        foreach (var table in tables.ToList())
        {
            await using var command = new NpgsqlCommand($"select * from {table}", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    if (reader.IsDBNull(column)) continue;
                    var value = reader.GetValue(column);
                    values.Add(($"{table}.{reader.GetName(column)}", value switch
                    {
                        byte[] bytes => Encoding.Latin1.GetString(bytes),
                        Array array => string.Join(' ', array.Cast<object?>()),
                        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
                    }));
                }
            }
        }

        return values;
    }

    /// <summary>Where each word was found; what was found nowhere is not there.</summary>
    public static ILookup<string, string> Find(IEnumerable<(string Place, string Value)> values, IEnumerable<string> words)
    {
        var wanted = words.Distinct().ToList();
        var found = new List<(string Word, string Where)>();
        foreach (var (place, value) in values)
        {
            foreach (var form in FormsOf(value, 0).Distinct())
            {
                foreach (var word in wanted.Where(word => form.Contains(word, StringComparison.OrdinalIgnoreCase)))
                {
                    found.Add((word, $"{place}: {(value.Length > 200 ? value[..200] : value)}"));
                }
            }
        }

        return found.Distinct().ToLookup(each => each.Word, each => each.Where);
    }

    // What a value says, and what each part of it says once it is decoded.
    private static IEnumerable<string> FormsOf(string value, int depth)
    {
        yield return value;
        yield return Separators().Replace(value, "");
        if (depth == Deepest) yield break;
        var decoded = new List<string> { Escape().Replace(value, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()) };
        if (value.Contains('%', StringComparison.Ordinal)) decoded.Add(WebUtility.UrlDecode(value));
        foreach (Match token in Token().Matches(value))
        {
            if (token.Value.Length % 2 == 0 && token.Value.All(char.IsAsciiHexDigit)) decoded.Add(Encoding.Latin1.GetString(Convert.FromHexString(token.Value)));

            // Base64 begins anywhere: four ways to cut it.
            var text = token.Value.Replace('-', '+').Replace('_', '/');
            for (var skip = 0; skip < 4 && text.Length - skip >= 8; skip++)
            {
                var whole = text[skip..(skip + ((text.Length - skip) / 4 * 4))];
                decoded.Add(Encoding.UTF8.GetString(Convert.FromBase64String(whole)));
                decoded.Add(Encoding.Latin1.GetString(Convert.FromBase64String(whole)));
                if (text.Length - skip > whole.Length + 1) decoded.Add(Encoding.Latin1.GetString(Convert.FromBase64String(text[skip..].PadRight(whole.Length + 4, '='))));
            }
        }

        foreach (var form in decoded.Where(form => form != value && Readable().IsMatch(form)).SelectMany(form => FormsOf(form, depth + 1))) yield return form;
    }

    [GeneratedRegex(@"(?<=\d)[ ().\-/]+(?=\d)")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[A-Za-z0-9+/_\-]{8,}")]
    private static partial Regex Token();

    // Something that could be a word or a number: noise is not followed.
    [GeneratedRegex(@"[\p{L}\p{N}]{4,}")]
    private static partial Regex Readable();
}
