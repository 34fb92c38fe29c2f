using System.Globalization;
using System.Text;

namespace WhatsAppBots.Images.Writing;

/// <summary>People's words as a line of a picture: what they hold, and how they fit.</summary>
internal static class Words
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
            if (Rune.IsWhiteSpace(rune) || IsBlank(rune)) clean.Append(' ');
            else if (category is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate) continue;
            else if (category == UnicodeCategory.Format && !HoldsTogether(rune)) continue;
            else if (rune == Rune.ReplacementChar) continue;
            else clean.Append(rune.ToString());
        }

        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether a line says what it should: no letter or digit in it lacks a font, and something of it is drawn.</summary>
    /// <param name="text">Made clean.</param>
    public static bool CanWrite(string text, bool isBold)
    {
        var drawn = false;
        foreach (var element in Elements(text).Take(MostElements))
        {
            var has = Fonts.For(element, isBold, null) is not null || Substitutes.Of(element, isBold).Any();
            if (!has && Rune.IsLetterOrDigit(Rune.GetRuneAt(element, 0))) return false;
            drawn |= has && element != " ";
        }

        return drawn;
    }

    /// <summary>Whether a character only joins or varies others, and needs no glyph.</summary>
    public static bool IsInvisible(Rune rune) =>
        rune.Value is 0x034F or 0x200C or 0x200D or (>= 0x180B and <= 0x180D) or (>= 0xFE00 and <= 0xFE0F)
        or (>= 0xE0020 and <= 0xE007F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>The line, and the size at which it fits: smaller first, then cut between letters as people see them.</summary>
    public static (string Text, double Size) Fit(string text, double width, double size, double least, bool isBold)
    {
        var head = Head(text);
        var needed = TextLine.Measure(head, size, isBold);
        if (needed <= width) return (head, size);
        var smaller = Math.Floor(size * width / needed);
        return smaller >= least ? (head, smaller) : (Cut(text, width, least, isBold), least);
    }

    /// <summary>Two lines at a space, where one is too narrow for it; the second is cut where it must be.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool isBold)
    {
        if (Fits(Head(text))) return [text];
        var words = text.Split(' ');
        var first = words[0];
        var taken = 1;
        while (taken < words.Length && Fits($"{first} {words[taken]}")) first += " " + words[taken++];
        return taken == words.Length || !Fits(first)
            ? [Cut(text, width, size, isBold)]
            : [first, Cut(string.Join(' ', words[taken..]), width, size, isBold)];

        bool Fits(string line) => TextLine.Measure(line, size, isBold) <= width;
    }

    private static string Cut(string text, double width, double size, bool isBold)
    {
        if (Head(text) == text && TextLine.Measure(text, size, isBold) <= width) return text;
        var elements = Elements(text).Take(MostElements).ToList();
        var (fits, tooLong) = (0, elements.Count + 1);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            if (TextLine.Measure(Shortened(middle), size, isBold) <= width) fits = middle;
            else tooLong = middle;
        }

        return Shortened(fits);

        string Shortened(int count) => string.Concat(elements.Take(count)).TrimEnd() + Ellipsis;
    }

    private static string Head(string text)
    {
        if (text.Length <= MostElements) return text;
        var elements = Elements(text).Take(MostElements + 1).ToList();
        return elements.Count <= MostElements ? text : string.Concat(elements.Take(MostElements)) + Ellipsis;
    }

    // Letters by name, of which nothing is seen: people call themselves so.
    private static bool IsBlank(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0;

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext()) yield return elements.GetTextElement();
    }

    // Grapheme clusters: one letter in Hindi, one face, or the flag of a part of a country.
    private static bool HoldsTogether(Rune rune) => rune.Value is 0x200C or 0x200D or (>= 0xE0020 and <= 0xE007F);
}
