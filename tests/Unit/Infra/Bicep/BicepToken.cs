namespace WhatsAppBots.Unit.Tests.Infra.Bicep;

/// <summary>A word, a sign, a text, a number, the end of a line or of the file.</summary>
/// <param name="Parts">Of a text: what is written, and what is code in <c>${}</c>.</param>
internal sealed record BicepToken(string Kind, string Text, int Line, IReadOnlyList<(bool IsCode, string Text)>? Parts = null)
{
    private static readonly string[] _signs =
        ["=>", "==", "!=", "&&", "||", "??", "=", "?", ":", ",", ".", "(", ")", "[", "]", "{", "}", "!", "@", "+", "-", "<", ">"];

    /// <summary>Whether it is that word or sign.</summary>
    public bool Is(string text) => Kind is "word" or "sign" && Text == text;

    /// <exception cref="FormatException">A character or a text without an end.</exception>
    public static List<BicepToken> Read(string file, string source)
    {
        var tokens = new List<BicepToken>();
        var (at, line) = (0, 1);
        while (at < source.Length)
        {
            var c = source[at];
            if (c == '\n')
            {
                tokens.Add(new BicepToken("line", "", line++));
                at++;
            }
            else if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (source.AsSpan(at).StartsWith("//"))
            {
                while (at < source.Length && source[at] != '\n') at++;
            }
            else if (source.AsSpan(at).StartsWith("'''"))
            {
                var end = source.IndexOf("'''", at + 3, StringComparison.Ordinal);
                if (end < 0) throw new FormatException($"{file}, line {line}: a text of many lines has no end.");
                var text = source[(at + 3)..end];
                tokens.Add(new BicepToken("text", text, line, [(false, text)]));
                line += text.Count(character => character == '\n');
                at = end + 3;
            }
            else if (c == '\'')
            {
                tokens.Add(ReadText(file, source, ref at, line));
            }
            else if (char.IsLetter(c) || c == '_')
            {
                var start = at;
                while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] == '_')) at++;
                tokens.Add(new BicepToken("word", source[start..at], line));
            }
            else if (char.IsDigit(c))
            {
                var start = at;
                while (at < source.Length && char.IsDigit(source[at])) at++;
                tokens.Add(new BicepToken("number", source[start..at], line));
            }
            else
            {
                var sign = Array.Find(_signs, candidate => source.AsSpan(at).StartsWith(candidate))
                    ?? throw new FormatException($"{file}, line {line}: what is {c}?");
                tokens.Add(new BicepToken("sign", sign, line));
                at += sign.Length;
            }
        }

        tokens.Add(new BicepToken("end", "", line));
        return tokens;
    }

    private static BicepToken ReadText(string file, string source, ref int at, int line)
    {
        List<(bool IsCode, string Text)> parts = [];
        var literal = "";
        for (at++; at < source.Length && source[at] is not '\n'; at++)
        {
            if (source[at] == '\'')
            {
                at++;
                parts.Add((false, literal));
                return new BicepToken("text", string.Concat(parts.Where(part => !part.IsCode).Select(part => part.Text)), line, parts);
            }

            if (source[at] == '\\')
            {
                literal += source[++at];
            }
            else if (source.AsSpan(at).StartsWith("${"))
            {
                parts.Add((false, literal));
                literal = "";
                var start = at + 2;
                at = EndOfCode(source, start);
                parts.Add((true, source[start..at]));
            }
            else
            {
                literal += source[at];
            }
        }

        throw new FormatException($"{file}, line {line}: a text has no end.");
    }

    private static int EndOfCode(string source, int at)
    {
        for (var depth = 1; at < source.Length && source[at] != '\n'; at++)
        {
            if (source[at] == '{') depth++;
            if (source[at] == '}' && --depth == 0) break;
            if (source[at] == '\'') at = source.IndexOf('\'', at + 1);
        }

        return at;
    }
}
