using SkiaSharp;
using WhatsAppBots.Images.Writing;

namespace WhatsAppBots.Images.Charts;

/// <summary>Draws a chart's shapes as pixels.</summary>
internal sealed class ChartBrush(SKCanvas canvas) : IDisposable
{
    private const float RingThickness = 30;
    private const string TickPath = "M-13,1 L-4,11 L14,-9";

    // Quick to write, and no larger than with the slowest: areas of one colour.
    private static readonly SKPngEncoderOptions _png = new(SKPngEncoderFilterFlags.None, 6);

    private readonly SKPaint _paint = new() { IsAntialias = true, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };

    /// <summary>The sheet as a PNG.</summary>
    public static byte[] Png(ChartSheet sheet)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(ChartSheet.Width, sheet.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        using (var brush = new ChartBrush(canvas))
        {
            foreach (var shape in sheet.Shapes) brush.Draw(shape);
        }

        using var pixels = bitmap.PeekPixels();
        using var png = pixels.Encode(_png) ?? throw new InvalidOperationException("The chart could not be written as a PNG.");
        return png.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _paint.Dispose();

    private static SKColor Colour(string colour) => SKColor.Parse(colour);

    private void Draw(ChartShape shape)
    {
        switch (shape)
        {
            case ChartBox box:
                Fill(box.Fill);
                canvas.DrawRoundRect(
                    SKRect.Create((float)box.Left, (float)box.Top, (float)box.Width, (float)box.Height), (float)box.Round, (float)box.Round, _paint);
                break;
            case ChartRing ring:
                Stroke(ring.Colour, RingThickness, SKStrokeCap.Butt);
                var (x, y, radius) = ((float)ring.X, (float)ring.Y, (float)ring.Radius);
                if (ring.Share >= 1) canvas.DrawCircle(x, y, radius, _paint);
                else canvas.DrawArc(new SKRect(x - radius, y - radius, x + radius, y + radius), -90, (float)(360 * ring.Share), false, _paint);
                break;
            case ChartText text:
                Text(text);
                break;
            case ChartMark mark:
                canvas.Save();
                canvas.Translate((float)mark.X, (float)mark.Y);
                Mark(mark.Kind);
                canvas.Restore();
                break;
        }
    }

    private void Text(ChartText text)
    {
        Fill(text.Fill);
        foreach (var run in text.Line.Runs.Where(run => run.Glyphs.Length > 0))
        {
            using var font = new SKFont(run.Face.Typeface, (float)run.Size)
            {
                Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias,
            };
            using var builder = new SKTextBlobBuilder();
            builder.AddPositionedRun(run.Glyphs, font, run.Places);
            using var blob = builder.Build();
            if (blob is not null) canvas.DrawText(blob, (float)text.Left, (float)text.Y, _paint);
        }
    }

    private void Mark(char kind)
    {
        switch (kind)
        {
            case 'd':
                Fill(ChartColours.Done);
                canvas.DrawCircle(0, 0, 28, _paint);
                Line(TickPath, ChartColours.Paper, 7);
                break;
            case 'm':
                Fill(ChartColours.MissedTint);
                canvas.DrawCircle(0, 0, 25, _paint);
                Stroke(ChartColours.Missed, 5);
                canvas.DrawCircle(0, 0, 25, _paint);
                Line("M-10,-10 L10,10 M10,-10 L-10,10", ChartColours.Missed, 7);
                break;
            case 'o':
                Line("M-11,0 L11,0", ChartColours.Faint, 7);
                break;
            case 'f':
                Fill(ChartColours.FrozenTint);
                canvas.DrawRoundRect(-26, -26, 52, 52, 14, 14, _paint);
                Line("M-8,-11 L-8,11 M8,-11 L8,11", ChartColours.Frozen, 8);
                break;
            case 't':
                using (_paint.PathEffect = SKPathEffect.CreateDash([8, 7], 0))
                {
                    Stroke(ChartColours.Faint, 4, SKStrokeCap.Butt);
                    canvas.DrawCircle(0, 0, 24, _paint);
                    _paint.PathEffect = null;
                }

                break;
            case ChartMark.Tick:
                Line(TickPath, ChartColours.Paper, 7);
                break;
        }
    }

    private void Fill(string colour)
    {
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = Colour(colour);
    }

    private void Stroke(string colour, float width, SKStrokeCap cap = SKStrokeCap.Round)
    {
        _paint.Style = SKPaintStyle.Stroke;
        _paint.Color = Colour(colour);
        _paint.StrokeWidth = width;
        _paint.StrokeCap = cap;
    }

    private void Line(string path, string colour, float width)
    {
        Stroke(colour, width);
        using var line = SKPath.ParseSvgPathData(path);
        canvas.DrawPath(line, _paint);
    }
}
