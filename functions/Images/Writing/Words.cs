using System.Globalization;
using System.Text;
using System.Xml;

namespace WhatsAppBots.Images.Charts;

/// <summary>People's words as a line of a picture: what they hold, which way they run, how wide they are.</summary>
internal static class ChartText
{
    private const char Ellipsis = '…';

    // A name of thousands of letters is not measured to its end.
    private const int MostElements = 200;

    /// <summary>One line without what cannot be drawn, or would turn its neighbours round: controls, marks of direction, halves of pairs.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || rune.Value is '\n' or '\r') clean.Append(' ');
            else if (category is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate) continue;
            else if (category == UnicodeCategory.Format && !IsJoiner(rune)) continue;
            else if (rune.Value == 0xFFFD || !rune.ToString().All(unit => char.IsSurrogate(unit) || XmlConvert.IsXmlChar(unit))) continue;
            else clean.Append(rune.ToString());
        }

        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether a line runs from right to left: as its first letter does.</summary>
    public static bool? RunsLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)) return true;
            if (Rune.IsLetter(rune)) return false;
        }

        return null;
    }

    /// <summary>How wide it is about, in pixels. What was measured of Noto Sans, and a little more.</summary>
    public static double Width(string text, double size, bool isBold) =>
        text.EnumerateRunes().Sum(Em) * size * (isBold ? 1.06 : 1);

    /// <summary>The line, and the size at which it fits: smaller first, then cut between letters as people see them.</summary>
    public static (string Text, double Size) Fit(string text, double width, double size, double least, bool isBold)
    {
        var needed = Width(Head(text), size, isBold);
        if (needed <= width) return (Head(text), size);
        var smaller = Math.Floor(size * width / needed);
        return smaller >= least ? (Head(text), smaller) : (Cut(text, width, least, isBold), least);
    }

    /// <summary>Two lines at a space, where one is too narrow for it; the second is cut where it must be.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool isBold)
    {
        if (Width(Head(text), size, isBold) <= width) return [text];
        var words = text.Split(' ');
        var first = words[0];
        var taken = 1;
        while (taken < words.Length && Width($"{first} {words[taken]}", size, isBold) <= width) first += " " + words[taken++];
        return taken == words.Length || Width(first, size, isBold) > width
            ? [Cut(text, width, size, isBold)]
            : [first, Cut(string.Join(' ', words[taken..]), width, size, isBold)];
    }

    private static string Cut(string text, double width, double size, bool isBold)
    {
        if (Width(Head(text), size, isBold) <= width && Head(text) == text) return text;
        var left = width - Width(Ellipsis.ToString(), size, isBold);
        var cut = new StringBuilder();
        foreach (var element in Elements(text))
        {
            left -= Width(element, size, isBold);
            if (left < 0) break;
            cut.Append(element);
        }

        return cut.ToString().TrimEnd() + Ellipsis;
    }

    private static string Head(string text)
    {
        if (text.Length <= MostElements) return text;
        var elements = Elements(text).Take(MostElements + 1).ToList();
        return elements.Count <= MostElements ? text : string.Concat(elements.Take(MostElements)) + Ellipsis;
    }

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext()) yield return elements.GetTextElement();
    }

    // They hold together what is one letter in Hindi, or one face.
    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    private static double Em(Rune rune) => rune.Value switch
    {
        ' ' => 0.26,
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '!' or '|' or '’' or 'í' or 'ì' => 0.30,
        'f' or 'r' or 't' or '(' or ')' or '[' or ']' or '-' or '/' or '"' => 0.41,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' or '—' => 0.93,
        >= '0' and <= '9' => 0.58,
        >= 0x05D0 and <= 0x05F4 => 0.58,
        >= 0x2E80 and <= 0x9FFF or >= 0xAC00 and <= 0xD7A3 or >= 0xFF00 and <= 0xFFEF => 1.0,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            UnicodeCategory.SpacingCombiningMark => 0.28,
            UnicodeCategory.UppercaseLetter => 0.68,
            UnicodeCategory.LowercaseLetter => 0.58,
            UnicodeCategory.OtherLetter => 0.62,
            UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol => 1.27,
            _ => 0.62,
        },
    };
}
