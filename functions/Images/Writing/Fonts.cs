namespace WhatsAppBots.Images.Writing;

/// <summary>Chooses the font for each letter: one for each script of the bots' languages, and one for emoji.</summary>
internal static class Fonts
{
    /// <summary>Stands for a letter that no font has: every font's empty box.</summary>
    public const string Box = "\u25A1";

    private const char AsText = '\uFE0E';
    private const char AsEmoji = '\uFE0F';

    private static readonly string[] _families = ["NotoSans", "NotoSansHebrew", "NotoSansDevanagari"];
    private static readonly Lazy<FontFace>[] _regular = Families("Regular");
    private static readonly Lazy<FontFace>[] _bold = Families("Bold");
    private static readonly Lazy<FontFace> _emoji = FontFace.Of("NotoColorEmoji", isEmoji: true);

    /// <summary>Finds the font of a letter as people see it; null: none has it.</summary>
    /// <param name="element">A grapheme cluster: a base with its marks, or an emoji of several characters.</param>
    /// <param name="before">The font of what stands before it, which signs between letters keep.</param>
    public static FontFace? For(string element, bool isBold, FontFace? before)
    {
        var wantsEmoji = element.Contains(AsEmoji) || char.IsSurrogate(element[0]);
        if (wantsEmoji && _emoji.Value.Has(element)) return _emoji.Value;
        if (before is { IsEmoji: false } && !char.IsLetterOrDigit(element[0]) && before.Has(element)) return before;
        foreach (var face in isBold ? _bold : _regular)
        {
            if (face.Value.Has(element)) return face.Value;
        }

        return !element.Contains(AsText) && _emoji.Value.Has(element) ? _emoji.Value : null;
    }

    /// <summary>The font that draws <see cref="Box"/>.</summary>
    public static FontFace OfBox(bool isBold) => (isBold ? _bold : _regular)[0].Value;

    private static Lazy<FontFace>[] Families(string weight) =>
        [.. _families.Select(family => FontFace.Of($"{family}-{weight}"))];
}
