using System.Text;
using System.Text.RegularExpressions;

namespace WhatsAppBots.Unit.Tests.Data;

/// <summary>
/// What a migration runs, statement by statement, in lower case and with single spaces. Comments and the bodies of functions are left
/// out, which only run later; <c>do</c> blocks stay, texts in them too, since they may be executed.
/// </summary>
internal static partial class SqlScript
{
    public static IReadOnlyList<string> Statements(string sql)
    {
        var flat = Flatten(sql, keepTexts: false);
        return [.. flat.Split(';').Select(statement => Spaces().Replace(statement, " ").Trim()).Where(statement => statement.Length > 0)];
    }

    /// <summary>Splits at commas that are in no parentheses.</summary>
    public static IEnumerable<string> Parts(string text)
    {
        var (depth, from) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '(') depth++;
            if (text[at] is ')') depth--;
            if (text[at] is not ',' || depth > 0) continue;
            yield return text[from..at].Trim();
            from = at + 1;
        }

        yield return text[from..].Trim();
    }

    private static string Flatten(string sql, bool keepTexts)
    {
        var said = new StringBuilder();
        for (var at = 0; at < sql.Length;)
        {
            var rest = sql.AsSpan(at);
            if (rest.StartsWith("--")) at = After(sql, "\n", at);
            else if (rest.StartsWith("/*")) at = After(sql, "*/", at + 2);
            else if (sql[at] == '\'')
            {
                var end = After(sql, "'", at + 1);
                said.Append(keepTexts ? $" ; {Flatten(sql[(at + 1)..(end - 1)], keepTexts)} ; " : "''");
                at = end;
            }
            else if (Dollar().Match(sql, at) is { Success: true } quote && quote.Index == at)
            {
                var end = After(sql, quote.Value, at + quote.Length);
                var isRun = Do().IsMatch(said.ToString());
                if (isRun) said.Append(" ; ").Append(Flatten(sql[(at + quote.Length)..(end - quote.Length)], keepTexts: true));
                at = end;
            }
            else
            {
                said.Append(char.ToLowerInvariant(sql[at++]));
            }
        }

        // What a block begins with is no part of its statements.
        return Words().Replace(said.ToString(), ";");
    }

    private static int After(string sql, string end, int from)
    {
        var at = sql.IndexOf(end, from, StringComparison.Ordinal);
        return at < 0 ? sql.Length : at + end.Length;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\$[a-z_]*\$", RegexOptions.IgnoreCase)]
    private static partial Regex Dollar();

    [GeneratedRegex(@"(^|;)\s*do(\s+language\s+\w+)?\s*$")]
    private static partial Regex Do();

    [GeneratedRegex(@"\b(begin|loop|then|else)\b")]
    private static partial Regex Words();
}
