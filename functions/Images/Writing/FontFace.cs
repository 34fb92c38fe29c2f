using System.Reflection;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace WhatsAppBots.Images.Writing;

/// <summary>One of the fonts that come with the app, for shaping and for drawing. Safe for use by several threads.</summary>
#pragma warning disable CA1001 // Fonts are kept as long as the process lives.
internal sealed class FontFace
#pragma warning restore CA1001
{
    private const double EmojiScale = 0.92;

    private readonly Font _shaper;
    private readonly SKFont _glyphs;

    private FontFace(string name, bool isEmoji)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var file = assembly.GetManifestResourceStream($"fonts/{name}.ttf") ?? throw new InvalidOperationException($"The font {name} is not in the app.");

        // Kept as long as the process lives, by both.
        var data = SKData.Create(file);
        Typeface = SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {name} cannot be read.");
        IsEmoji = isEmoji;
        UnitsPerEm = Typeface.UnitsPerEm;
        _glyphs = new SKFont(Typeface);
        var face = new Face(new Blob(data.Data, (int)data.Size, MemoryMode.ReadOnly), 0);
        _shaper = new Font(face);
        _shaper.SetScale(UnitsPerEm, UnitsPerEm);
        _shaper.SetFunctionsOpenType();
    }

    /// <summary>Its glyphs.</summary>
    public SKTypeface Typeface { get; }

    /// <summary>Whether it holds coloured pictures instead of letters.</summary>
    public bool IsEmoji { get; }

    /// <summary>Size in which its glyphs are drawn beside letters of size 1: as high as a capital and what hangs below the line.</summary>
    public double Scale => IsEmoji ? EmojiScale : 1;

    /// <summary>The unit of <see cref="Shape"/>.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Reads the font of that name.</summary>
    public static Lazy<FontFace> Of(string name, bool isEmoji = false) => new(() => new FontFace(name, isEmoji));

    /// <summary>Whether it has all characters of a letter as people see it; what only joins or varies them needs no glyph.</summary>
    public bool Has(string element)
    {
        foreach (var rune in element.EnumerateRunes())
        {
            if (!IsInvisible(rune) && !_glyphs.ContainsGlyph(rune.Value)) return false;
        }

        return true;
    }

    /// <summary>Turns characters into glyphs in the order in which they are seen.</summary>
    /// <param name="text">The whole line: what stands around them counts.</param>
    public void Shape(HarfBuzzSharp.Buffer buffer, string text, int start, int length, bool runsLeft)
    {
        buffer.AddUtf16(text, start, length);
        buffer.GuessSegmentProperties();
        buffer.Direction = runsLeft ? Direction.RightToLeft : Direction.LeftToRight;
        _shaper.Shape(buffer);
    }

    private static bool IsInvisible(Rune rune) => rune.Value is 0x200C or 0x200D or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0020 and <= 0xE007F);
}
