using System.Globalization;
using System.Text;
using SkiaSharp;

namespace WhatsAppBots.Images.Writing;

/// <summary>Glyphs of one font, each with its place.</summary>
/// <param name="Glyphs">From left to right.</param>
/// <param name="Places">From the line's left end, on its base line.</param>
internal sealed record GlyphRun(FontFace Face, double Size, ushort[] Glyphs, SKPoint[] Places);

/// <summary>A line of text as it is drawn: fonts chosen, letters joined, and both directions in their order.</summary>
/// <param name="Text">As given; a sign that no font has is drawn as one that is like it, or left out.</param>
/// <param name="Size">In pixels.</param>
/// <param name="Width">In pixels.</param>
internal sealed record TextLine(string Text, double Size, double Width, IReadOnlyList<GlyphRun> Runs)
{
    /// <summary>Sets a line.</summary>
    /// <param name="text">Without what <see cref="Words.Clean"/> takes out.</param>
    /// <param name="runsLeft">The direction of a line without letters; others run as their first letter does.</param>
    public static TextLine Of(string text, double size, bool isBold, bool runsLeft = false)
    {
        var letters = Letters(text, isBold);
        var written = string.Concat(letters.Select(letter => letter.Text));
        int[] characters = [.. written.EnumerateRunes().Select(rune => rune.Value)];
        var paragraph = Bidi.ParagraphLevel(characters) ?? (runsLeft ? 1 : 0);
        var runs = Split(letters, Bidi.Levels(characters, paragraph), paragraph);
        List<GlyphRun> drawn = [];
        var left = 0.0;
        foreach (var index in Bidi.Order([.. runs.Select(run => run.Level)])) left += Shape(written, runs[index], size, left, drawn);
        return new TextLine(text, size, left, drawn);
    }

    /// <summary>Measures a line, in pixels.</summary>
    public static double Measure(string text, double size, bool isBold) => Of(text, size, isBold).Width;

    private static List<(string Text, FontFace Face)> Letters(string text, bool isBold)
    {
        List<(string Text, FontFace Face)> letters = [];
        FontFace? before = null;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (Fonts.For(element, isBold, before) is { } face) letters.Add((element, face));
            else letters.AddRange(Substitutes.Of(element, isBold));
            if (letters.Count > 0) before = letters[^1].Face;
        }

        return letters;
    }

    // A letter as people see it is never parted: it has the level of its first character.
    private static List<Run> Split(List<(string Text, FontFace Face)> letters, int[] levels, int paragraph)
    {
        List<Run> runs = [];
        var (start, at) = (0, 0);
        foreach (var (text, face) in letters)
        {
            var level = levels[at] == Bidi.Removed ? runs.Count == 0 ? paragraph : runs[^1].Level : levels[at];
            if (runs.Count > 0 && runs[^1].Face == face && runs[^1].Level == level) runs[^1] = runs[^1] with { Length = runs[^1].Length + text.Length };
            else runs.Add(new Run(start, text.Length, level, face));
            start += text.Length;
            foreach (var _ in text.EnumerateRunes()) at++;
        }

        return runs;
    }

    private static double Shape(string text, Run run, double size, double left, List<GlyphRun> drawn)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        run.Face.Shape(buffer, text, run.Start, run.Length, (run.Level & 1) == 1);
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new ushort[infos.Length];
        var places = new SKPoint[infos.Length];
        var scale = size * run.Face.Scale / run.Face.UnitsPerEm;
        var width = 0.0;
        for (var at = 0; at < glyphs.Length; at++)
        {
            glyphs[at] = (ushort)infos[at].Codepoint;
            places[at] = new SKPoint((float)(left + width + (positions[at].XOffset * scale)), (float)(-positions[at].YOffset * scale));
            width += positions[at].XAdvance * scale;
        }

        drawn.Add(new GlyphRun(run.Face, size * run.Face.Scale, glyphs, places));
        return width;
    }

    private sealed record Run(int Start, int Length, int Level, FontFace Face);
}
