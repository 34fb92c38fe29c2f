using System.Globalization;
using NodaTime;

namespace WhatsAppBots.Understanding.Words;

/// <summary>
/// Reads a language's phrases from <c>Words/en.words</c> and its like: a line is <c>kind value: phrase, phrase</c>.
/// Of an intent's phrase, <c>add …</c> begins the text or a clause, <c>… done</c> ends it, <c>= yes</c> is all of it,
/// any other stands anywhere. <c>~ I want to …</c> gives way to any other; <c>* ran …</c> stays in the name. Of phrases of distress
/// <c>saturday*</c> is the beginning of a word.
/// </summary>
internal static class LexiconFile
{
    private static readonly string[] _units = ["second", "minute", "hour", "day", "week", "month", "year"];

    public static IEnumerable<Phrase> Read(string language)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream($"{language}.words")
            ?? throw new InvalidOperationException($"No words of {language} in the assembly.");
        using var reader = new StreamReader(stream);
        var phrases = new List<Phrase>();
        while (reader.ReadLine() is { } line) phrases.AddRange(Parse(line));
        return phrases;
    }

    private static IEnumerable<Phrase> Parse(string line)
    {
        if (line.Length == 0 || line[0] == '#') yield break;
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0) throw new FormatException($"No colon in the line: {line}");
        var head = line[..colon].Split(' ', 2);
        var kind = Enum.Parse<Kind>(head[0], ignoreCase: true);
        var value = head.Length > 1 ? head[1] : "";
        foreach (var phrase in line[(colon + 2)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = kind is Kind.Distress or Kind.Weary or Kind.Harmless or Kind.Calming
                ? phrase.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
                : Tokenizer.Cut(phrase).Where(token => token.Plain is not ("…" or "=" or "-" or "~" or "*")).Select(token => token.Plain)
                    .ToArray();
            if (words.Length == 0) throw new FormatException($"An empty phrase in the line: {line}");
            var text = kind == Kind.Intent ? Place(phrase) : value;
            yield return new Phrase(words, new Sense(kind, ValueOf(kind, value), text, words.Length));
        }
    }

    private static string Place(string phrase)
    {
        var marks = phrase[0] is '~' or '*' ? phrase[..1] : "";
        phrase = phrase.TrimStart('~', '*', ' ');
        return marks + (phrase[0] == '=' ? "=" : phrase[^1] == '…' ? "^" : phrase[0] == '…' ? "$" : "");
    }

    private static decimal ValueOf(Kind kind, string value) => kind switch
    {
        Kind.Intent => (int)Enum.Parse<Intent>(value, ignoreCase: true),
        Kind.Unit or Kind.Dual => Array.IndexOf(_units, value) is >= 0 and var unit ? unit : throw new FormatException($"No unit: {value}"),
        Kind.Meal or Kind.Part or Kind.EachPart or Kind.BarePart or Kind.ThisPart => (int)Enum.Parse<PartOfDay>(value, ignoreCase: true),
        Kind.Weekday or Kind.WeekdayShort or Kind.Weekdays => (int)Enum.Parse<IsoDayOfWeek>(value, ignoreCase: true),
        Kind.Meridiem => value == "pm" ? 12 : 0,
        _ => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : 0,
    };
}
