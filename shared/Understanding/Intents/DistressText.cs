using System.Buffers;
using System.Globalization;
using System.Text;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>
/// A text as words of distress are looked for in it: lower case, without accents, in plain letters whatever alphabet of Unicode they were
/// taken
/// from, and without what people put into words to hide them. Its cost is linear, whatever is written.
/// </summary>
internal static class DistressText
{
    /// <summary>UTF-16 code units that are looked at: of a longer text the beginning and the end.</summary>
    public const int Longest = 65_536;

    // Of a longer text so much is its beginning.
    private const int Beginning = 49_152;

    // Nobody writes more marks upon one letter, and Unicode's normal form sorts them.
    private const int MostMarks = 4;

    private static readonly SearchValues<char> _hidden = SearchValues.Create("'\u2018\u2019\u02bc\u05f3\u05f4\"\u201c\u201d");

    // Letters of other alphabets that look like Latin ones: Cyrillic, Greek, small capitals.
    private const string Foreign =
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u051b\u051d\u0442\u043c\u043a\u043d"
        + "\u0432\u043e\u03b1\u03b5\u03bf\u03c1\u03c4\u03c5\u03b9\u03bd\u03ba\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262"
        + "\u029c\u026a\u1d0a\u1d0b\u029f\u1d0d\u0274\u1d0f\u1d18\u0280\ua731\u1d1b\u1d1c\u1d20\u1d21\u028f\u1d22";

    private const string Latin = "aeopcyxijsdhqwtmkhboaeoptuivkabcdefghijklmnoprstuvwyz";

    /// <summary>The text in plain letters; words are of letters and digits, all else stands between words.</summary>
    public static string Of(string text)
    {
        if (text.Length > Longest) text = string.Concat(text.AsSpan(0, Beginning), "\n", text.AsSpan(text.Length - (Longest - Beginning)));
        if (!Ascii.IsValid(text)) text = Compatible(text);
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsAscii(letter))
            {
                if (letter is not ('\'' or '"')) plain.Append(char.ToLowerInvariant(letter));
                continue;
            }

            if (letter is >= '\u0300' and <= '\u036f' or >= '\u0591' and <= '\u05c7' or '\u093c' or '\ufe0f'
                || _hidden.Contains(letter)) continue;
            if (char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.EnclosingMark) continue;
            var lower = char.ToLowerInvariant(letter);

            // Chandrabindu is often written as anusvara.
            plain.Append(lower == '\u0901' ? '\u0902' : Foreign.IndexOf(lower) is >= 0 and var at ? Latin[at] : lower);
        }

        return plain.ToString();
    }

    // Full-width letters, letters in circles, bold ones of mathematics: all are letters.
    private static string Compatible(string text)
    {
        var valid = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? marks + 1 : 0;
            if (marks <= MostMarks) valid.Append(Enclosed(rune));
        }

        return valid.ToString().Normalize(NormalizationForm.FormKD);
    }

    // Letters in black squares and circles have no plain form in Unicode; regional indicators are letters too.
    private static Rune Enclosed(Rune rune) => rune.Value switch
    {
        // .NET can't normalize the first; the others stand for whole sentences and would make a text eighteen times as long.
        0xFFFE or 0xFDFA or 0xFDFB => Rune.ReplacementChar,
        >= 0x1F150 and <= 0x1F169 => new Rune('a' + rune.Value - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => new Rune('a' + rune.Value - 0x1F170),
        >= 0x1F1E6 and <= 0x1F1FF => new Rune('a' + rune.Value - 0x1F1E6),
        _ => rune,
    };
}
