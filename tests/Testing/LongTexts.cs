using System.Text;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Testing;

/// <summary>Texts as long as WhatsApp's app lets people type, of every shape that could cost a reader more than it should.</summary>
public static class LongTexts
{
    /// <summary>UTF-16 code units of each.</summary>
    public const int Length = 65_536;

    // Letters of a language's words in one text, before they are repeated.
    private const int MostWords = 3_000;

    private static readonly string[] _pieces =
    [
        "a ", "A", "\"a\" ", "\"", "' ", "at 7 and 8 and ", "1 ", "1,", "1,1,1 ", "12/", "1.5 ", "1:", "$1 ", "+1 ", "-1 ", "7-", "½ ", "² ", "and ", "i ", "y ", "e ",
        "\n", " ", "\t", "\u200d", "\u200b", "\ufe0f", ".", ",", "! ", "* ", "_a_ ", "~", "`", "<", "\\", "{0} ", "{name} ", "%s ", "👍", "👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦 ", "🇮🇳", "1️⃣ ", "a\u0301", "\u0301",
        "e\u0301\u0302\u0303 ", "\u0323\u0301", "य", "योग ", "क्", "हर सोमवार ", "साढ़े ", "७ ", "וב", "ולכשב ", "מה ", "ב-7 ", "ש", "בשבע ", "כל יום ", "\u0591", "\ud83d", "\udc4d",
        "monday ", "mon ", "mon,", "mon-fri ", "every ", "every day ", "every monday at 7 ", "daily except ", "not ", "no, ", "yes, ", "done ", "read ", "add x and ", "done with a and b, ", "done with aaa, bbb, ",
        "remove gym and ", "twenty five hundred ", "million ", "a million ", "half ", "and a half ", "quarter past ", "10 to ", "from 7 to ", "until ", "in 3 days ", "first ", "1st ", "on the 1st of ",
        "domingo y ", "todos los días a las 7 ", "dia sim, dia não ", "roz subah ", "partner 12-ABCDEFGH ", "timezone ", "language ", "aaaaaaaab ", "abcdefgh ", "ﬁ", "ß", "İ", "Ω ", "中", "ไ", "ا ", "ﷺ",
    ];

    /// <summary>All of them, by what they repeat: each piece, and each language's lists of words a kind at a time.</summary>
    public static IEnumerable<(string Name, string Text)> All()
    {
        foreach (var piece in _pieces) yield return ($"“{piece.Replace("\n", "\\n", StringComparison.Ordinal)}”", Repeat(piece));
        foreach (var language in Languages.All)
        {
            foreach (var (kind, words) in Words(language)) yield return ($"{language} {kind}", Repeat(words));
        }

        var random = new Random(20261129);
        yield return ("any characters", string.Create(Length, random, (text, source) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = (char)source.Next(1, 0x10000);
        }));
        yield return ("any ASCII", string.Create(Length, random, (text, source) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = (char)source.Next(0x20, 0x7f);
        }));
        yield return ("short, then blank", "done" + new string(' ', Length - 4));
    }

    /// <summary>A piece again and again.</summary>
    public static string Repeat(string piece, int length = Length)
    {
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length) text.Append(piece);
        return text.ToString(0, length);
    }

    // A line is "kind value: phrase, phrase", the marks of places left out.
    private static IEnumerable<(string Kind, string Words)> Words(string language)
    {
        using var stream = typeof(Languages).Assembly.GetManifestResourceStream($"{language}.words")!;
        using var reader = new StreamReader(stream);
        var (last, number, words) = ("", 1, new StringBuilder());
        foreach (var line in Lines(reader).OrderBy(line => line.Kind, StringComparer.Ordinal))
        {
            // Of a longer text a reader would not come to its last words.
            if (words.Length > 0 && (line.Kind != last || words.Length + line.Words.Length > MostWords))
            {
                yield return ($"{last} {number}", words.ToString());
                words.Clear();
                number = line.Kind == last ? number + 1 : 1;
            }

            last = line.Kind;
            words.Append(line.Words);
        }

        if (words.Length > 0) yield return ($"{last} {number}", words.ToString());
    }

    private static IEnumerable<(string Kind, string Words)> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#' || line.IndexOf(": ", StringComparison.Ordinal) is not (> 0 and var colon)) continue;
            var words = line[(colon + 2)..].Split(',', StringSplitOptions.TrimEntries)
                .Select(phrase => phrase.Trim('~', '*', '=', '…', ' ') + " ");
            if (string.Concat(words) is var all && all.Trim().Length > 0) yield return (line[..colon].Split(' ')[0], all);
        }
    }
}
