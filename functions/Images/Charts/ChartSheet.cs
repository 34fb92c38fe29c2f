using WhatsAppBots.Images.Writing;

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

    private readonly List<ChartShape> _shapes = [];
    private readonly bool _isMirrored;

    public ChartSheet(string language, int height)
    {
        Height = height;
        _isMirrored = language is "he" or "ar" or "fa" or "ur";
        Box(0, 0, Width, height, 0, ChartColours.Paper);
    }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>Shapes and texts of the sheet, the lowest first.</summary>
    public IReadOnlyList<ChartShape> Shapes => _shapes;

    public void Add(ChartShape shape) => _shapes.Add(shape);

    /// <summary>Where a place is across the sheet.</summary>
    public double X(double x) => _isMirrored ? Width - x : x;

    public void Box(double x, double y, double width, double height, double round, string fill) =>
        Add(new ChartBox(_isMirrored ? Width - x - width : x, y, width, height, round, fill));

    /// <summary>A line of text no wider than <paramref name="width"/>.</summary>
    /// <param name="y">Of the line it stands on.</param>
    /// <param name="least">How small it may become before it is cut.</param>
    public void Text(string text, double x, double y, double width, double size, double least, bool isBold, string fill, Align align)
    {
        var (fits, fitting) = Words.Fit(text, width, size, least, isBold);
        var line = TextLine.Of(fits, fitting, isBold, _isMirrored);
        var left = align == Align.Middle ? X(x) - (line.Width / 2) : align == Align.Start != _isMirrored ? X(x) : X(x) - line.Width;
        Add(new ChartText(line, left, y, fill));
    }
}
