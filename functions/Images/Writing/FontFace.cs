using System.Reflection;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace WhatsAppBots.Images.Writing;

/// <summary>What a font holds.</summary>
internal enum FontKind
{
    Letters,
    Symbols,
    Emoji,
}

/// <summary>One of the fonts that come with the app, for shaping and for drawing. Safe for use by several threads.</summary>
#pragma warning disable CA1001 // Fonts are kept as long as the process lives.
internal sealed class FontFace
#pragma warning restore CA1001
{
    private const double EmojiScale = 0.92;

    private readonly Font _shaper;
    private readonly SKFont _glyphs;

    private FontFace(string name, FontKind kind)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var file = assembly.GetManifestResourceStream($"fonts/{name}.ttf") ?? throw new InvalidOperationException($"The font {name} is not in the app.");

        // Kept as long as the process lives, by both.
        var data = SKData.Create(file);
        Typeface = SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {name} cannot be read.");
        Kind = kind;
        UnitsPerEm = Typeface.UnitsPerEm;
        _glyphs = new SKFont(Typeface);
        var face = new Face(new Blob(data.Data, (int)data.Size, MemoryMode.ReadOnly), 0);
        _shaper = new Font(face);
        _shaper.SetScale(UnitsPerEm, UnitsPerEm);
        _shaper.SetFunctionsOpenType();
    }

    /// <summary>Its glyphs.</summary>
    public SKTypeface Typeface { get; }

    /// <summary>What it holds.</summary>
    public FontKind Kind { get; }

    /// <summary>Whether it holds coloured pictures instead of letters.</summary>
    public bool IsEmoji => Kind == FontKind.Emoji;

    /// <summary>Size in which its glyphs are drawn beside letters of size 1: as high as a capital and what hangs below the line.</summary>
    public double Scale => IsEmoji ? EmojiScale : 1;

    /// <summary>The unit of <see cref="Shape"/>.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Reads the font of that name.</summary>
    public static Lazy<FontFace> Of(string name, FontKind kind) => new(() => new FontFace(name, kind));

    /// <summary>Whether it has all characters of a letter as people see it; what only joins or varies them needs no glyph.</summary>
    public bool Has(string element)
    {
        foreach (var rune in element.EnumerateRunes())
        {
            if (!Words.IsInvisible(rune) && !_glyphs.ContainsGlyph(rune.Value)) return false;
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
}
