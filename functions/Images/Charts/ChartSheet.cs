using System.Xml.Linq;

namespace WhatsAppBots.Images.Charts;

/// <summary>Where on a line of text its place is; for those who read from right to left, the start is on the right.</summary>
internal enum Align
{
    Start,
    Middle,
    End,
}

/// <summary>A sheet that is drawn on as if all read from left to right; where they do not, it is the mirror of that.</summary>
internal sealed class ChartSheet
{
    /// <summary>Pixels across: a phone shows a third of them.</summary>
    public const int Width = 1080;

    /// <summary>Noto has a face for each script; the others are what machines have besides.</summary>
    public const string Fonts = "'Noto Sans', 'Noto Sans Hebrew', 'Noto Sans Devanagari', 'DejaVu Sans', sans-serif";

    private readonly XElement _root;
    private readonly bool _isMirrored;

    public ChartSheet(string language, int height)
    {
        _isMirrored = language is "he" or "ar" or "fa" or "ur";
        _root = new XElement(
            Svg.Name("svg"), new XAttribute("width", Width), new XAttribute("height", height), new XAttribute("viewBox", $"0 0 {Width} {height}"),
            new XAttribute(XNamespace.Xml + "lang", language), new XAttribute("font-family", Fonts));
        Box(0, 0, Width, height, 0, ChartColours.Paper);
    }

    public void Add(XElement? shape) => _root.Add(shape);

    /// <summary>Where a place is across the sheet.</summary>
    public double X(double x) => _isMirrored ? Width - x : x;

    public void Box(double x, double y, double width, double height, double round, string fill) => Add(new XElement(
        Svg.Name("rect"), new XAttribute("x", Svg.Number(_isMirrored ? Width - x - width : x)), new XAttribute("y", Svg.Number(y)),
        new XAttribute("width", Svg.Number(width)), new XAttribute("height", Svg.Number(height)), new XAttribute("rx", Svg.Number(round)),
        new XAttribute("fill", fill)));

    /// <summary>A line of text no wider than <paramref name="width"/>.</summary>
    /// <param name="y">Of the line it stands on.</param>
    /// <param name="least">How small it may become before it is cut.</param>
    public void Text(string text, double x, double y, double width, double size, double least, bool isBold, string fill, Align align)
    {
        var (fits, fitting) = ChartText.Fit(text, width, size, least, isBold);
        var runsLeft = ChartText.RunsLeft(fits) ?? _isMirrored;
        var isOnTheLeft = align == Align.Start != _isMirrored;
        var anchor = align == Align.Middle ? "middle" : isOnTheLeft != runsLeft ? "start" : "end";
        Add(new XElement(
            Svg.Name("text"), new XAttribute("x", Svg.Number(X(x))), new XAttribute("y", Svg.Number(y)), new XAttribute("font-size", Svg.Number(fitting)),
            isBold ? new XAttribute("font-weight", "bold") : null, new XAttribute("fill", fill), new XAttribute("text-anchor", anchor),
            runsLeft ? new XAttribute("direction", "rtl") : null, fits));
    }

    public override string ToString() => _root.ToString(SaveOptions.DisableFormatting);
}
