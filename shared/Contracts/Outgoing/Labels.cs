using System.Globalization;
using System.Text;

namespace WhatsAppBots.Contracts.Outgoing;

/// <summary>
/// Words of people as titles, names and lines of a message. Lengths are UTF-16 code units, the strictest way to count characters; nothing is
/// cut inside a grapheme (what a person sees as one character) unless it alone is too long.
/// </summary>
public static class Labels
{
    private const char Ellipsis = '…';

    // Letters that show nothing: Hangul fillers and the empty Braille pattern.
    private const string Unseen = "\u115F\u1160\u3164\uFFA0\u2800";

    /// <summary>Tells whether nothing in a text can be seen: a channel takes it for empty.</summary>
    public static bool IsBlank(string? text)
    {
        if (text is null) return true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSeen(rune)) return false;
        }

        return true;
    }

    /// <summary>A text in one line: no control characters or halves of characters, one space between words and none at the ends.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="most">Longest result worth having; the rest is not even looked at.</param>
    public static string Line(string text, int most = 1024)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= most) break;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (rune != Rune.ReplacementChar)
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>A text of at most so many characters; what is cut off leaves an ellipsis.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        return text[..Fitting(text, most - 1)].TrimEnd() + Ellipsis;
    }

    /// <summary>The same with the ellipsis in the middle, so that names which differ at their end alone can be told apart.</summary>
    public static string CutMiddle(string text, int most)
    {
        if (text.Length <= most) return text;
        var room = most / 2;
        var tail = text.Length;
        foreach (var start in StringInfo.ParseCombiningCharacters(text[^Math.Min(text.Length, 4 * most)..]).Reverse())
        {
            var at = text.Length - Math.Min(text.Length, 4 * most) + start;
            if (text.Length - at > room) break;
            tail = at;
        }

        // From a word's beginning where that leaves enough of it.
        var end = text[tail..].TrimStart();
        if (end.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var space && end.Length - space - 1 >= room / 2) end = end[(space + 1)..];
        return text[..Fitting(text, most - 1 - end.Length)].TrimEnd() + Ellipsis + end;
    }

    /// <summary>A text as a channel compares titles: what differs in case, spaces, invisible marks and forms of a letter is the same.</summary>
    public static string KeyOf(string text)
    {
        var key = new StringBuilder(text.Length);
        // U+FFFE stands in no text, and cannot be normalised.
        foreach (var rune in Line(text).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control || rune.Value is >= 0xFE00 and <= 0xFE0F) continue;
            key.Append(Rune.ToUpperInvariant(rune).ToString());
        }

        return key.ToString().Trim();
    }

    // How many characters of the beginning fit, graphemes kept whole. Where the first alone is too long (a letter under a hundred marks)
    // it is cut between its marks.
    private static int Fitting(string text, int most)
    {
        var fitting = 0;
        var head = text.AsSpan(0, Math.Min(text.Length, 4 * Math.Max(most, 1)));
        while (fitting < head.Length)
        {
            var next = fitting + StringInfo.GetNextTextElementLength(head[fitting..]);
            if (next > most) break;
            fitting = next;
        }

        if (fitting > 0) return fitting;
        return most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : Math.Max(most, 0);
    }

    // Half a character is dropped wherever a line is made of it.
    private static bool IsSeen(Rune rune) => rune != Rune.ReplacementChar && !Rune.IsWhiteSpace(rune) && !(rune.IsBmp && Unseen.Contains((char)rune.Value, StringComparison.Ordinal))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);
}
