namespace WhatsAppBots.Images.Writing;

/// <summary>Chooses the font for each letter: one for each script of the bots' languages, one for emoji, and two for other signs.</summary>
internal static class Fonts
{
    private const char AsText = '\uFE0E';
    private const char AsEmoji = '\uFE0F';

    private static readonly string[] _families = ["NotoSans", "NotoSansHebrew", "NotoSansDevanagari"];
    private static readonly Lazy<FontFace>[] _regular = Families("Regular");
    private static readonly Lazy<FontFace>[] _bold = Families("Bold");
    private static readonly Lazy<FontFace> _emoji = FontFace.Of("NotoColorEmoji", FontKind.Emoji);

    // Stars, ticks and shapes; arrows, and the letters of "fancy" names.
    private static readonly Lazy<FontFace>[] _symbols =
        [FontFace.Of("NotoSansSymbols2-Regular", FontKind.Symbols), FontFace.Of("NotoSansMath-Regular", FontKind.Symbols)];

    /// <summary>Finds the font of a letter as people see it; null: none has it.</summary>
    /// <param name="element">A grapheme cluster: a base with its marks, or an emoji of several characters.</param>
    /// <param name="before">The font of what stands before it, which signs between letters keep.</param>
    public static FontFace? For(string element, bool isBold, FontFace? before)
    {
        var wantsEmoji = element.Contains(AsEmoji) || char.IsSurrogate(element[0]);
        if (wantsEmoji && _emoji.Value.Has(element)) return _emoji.Value;
        if (before is { Kind: FontKind.Letters } && !char.IsLetterOrDigit(element[0]) && before.Has(element)) return before;
        if (First(isBold ? _bold : _regular, element) is { } letters) return letters;
        var symbols = First(_symbols, element);
        return symbols is not null && element.Contains(AsText) ? symbols : _emoji.Value.Has(element) ? _emoji.Value : symbols;
    }

    private static FontFace? First(Lazy<FontFace>[] faces, string element)
    {
        foreach (var face in faces)
        {
            if (face.Value.Has(element)) return face.Value;
        }

        return null;
    }

    private static Lazy<FontFace>[] Families(string weight) =>
        [.. _families.Select(family => FontFace.Of($"{family}-{weight}", FontKind.Letters))];
}
