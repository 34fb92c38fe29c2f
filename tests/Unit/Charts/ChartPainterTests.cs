using Microsoft.Extensions.Logging.Abstractions;
using SkiaSharp;
using WhatsAppBots.Images.Charts;

namespace WhatsAppBots.Unit.Tests.Charts;

public sealed class ChartPainterTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("pt")]
    [InlineData("hi")]
    [InlineData("he")]
    public async Task Week_IsAPictureWithInkWhereItsWordsAre(string language)
    {
        using var picture = await PaintAsync(language);

        Assert.Equal((ChartSheet.Width, ChartDrawing.Draw(ChartSamples.In(language)).Height), (picture.Width, picture.Height));

        // White letters on the dark head, at the side where reading starts and not at the other.
        var (start, end) = (Share(picture, 40, 30, 500, 120, ink => ink > 200), Share(picture, 740, 30, 300, 120, ink => ink > 200));
        if (language == "he") (start, end) = (end, start);
        Assert.InRange(start, 0.01, 0.4);
        Assert.InRange(end, 0, language == "he" ? 0.01 : 0.001);

        // Dark letters and marks on paper below it.
        Assert.InRange(Share(picture, 0, 600, ChartSheet.Width, picture.Height - 600, ink => ink < 120), 0.02, 0.3);
        Assert.InRange(Share(picture, 0, 600, ChartSheet.Width, picture.Height - 600, ink => ink > 240), 0.4, 0.95);
    }

    [Fact]
    public void Marks_DifferInShape()
    {
        var shapes = new HashSet<string>();
        foreach (var mark in "dmoft?")
        {
            var sheet = new ChartSheet("en", 100);
            sheet.Add(new ChartMark(mark, 50, 50));
            using var picture = SKBitmap.Decode(ChartBrush.Png(sheet));
            Assert.Equal(mark == '?', Share(picture, 0, 0, 100, 100, ink => ink < 200) == 0);

            // Black and white: those who see no colours tell them apart too.
            shapes.Add(string.Concat(Enumerable.Range(0, 100).SelectMany(y => Enumerable.Range(0, 100).Select(x => picture.GetPixel(x, y).Green < 200 ? '#' : ' '))));
        }

        Assert.Equal(6, shapes.Count);
    }

    // A flame that is drawn has red and yellow; a box or a silhouette has neither.
    [Fact]
    public void Emoji_HaveTheirColours()
    {
        var sheet = new ChartSheet("en", 100);
        sheet.Text("🔥 12 days", 20, 60, 500, 40, 30, isBold: false, ChartColours.Ink, Align.Start);
        using var picture = SKBitmap.Decode(ChartBrush.Png(sheet));

        var coloured = 0;
        for (var y = 0; y < 100; y++)
        {
            for (var x = 0; x < 75; x++) coloured += picture.GetPixel(x, y) is var pixel && pixel.Red > 200 && pixel.Blue < 100 ? 1 : 0;
        }

        Assert.InRange(coloured, 150, 1600);
    }

    [Fact]
    public async Task Week_ThatCannotBeDrawn_IsNone()
    {
        using var painter = new ChartPainter(NullLogger<ChartPainter>.Instance, _ => throw new DllNotFoundException());

        Assert.Null(await painter.PaintAsync(ChartSamples.In("en"), CancellationToken.None));
    }

    [Theory]
    [InlineData("喝水", false)]
    [InlineData("喝水 Gym", false)]
    [InlineData("1️⃣ ▓▓░ ★ Gym", true)]
    public async Task Week_WithAWordThatCouldNotBeRead_IsNone(string name, bool isDrawn)
    {
        using var painter = new ChartPainter(NullLogger<ChartPainter>.Instance);

        Assert.Equal(isDrawn, await painter.PaintAsync(ChartSamples.With("Read", name), CancellationToken.None) is not null);
    }

    private static async Task<SKBitmap> PaintAsync(string language)
    {
        using var painter = new ChartPainter(NullLogger<ChartPainter>.Instance);
        return SKBitmap.Decode(await painter.PaintAsync(ChartSamples.In(language), CancellationToken.None));
    }

    private static double Share(SKBitmap picture, int left, int top, int width, int height, Func<double, bool> counts)
    {
        var hits = 0;
        for (var y = top; y < top + height; y++)
        {
            for (var x = left; x < left + width; x++)
            {
                var pixel = picture.GetPixel(x, y);
                hits += counts((0.299 * pixel.Red) + (0.587 * pixel.Green) + (0.114 * pixel.Blue)) ? 1 : 0;
            }
        }

        return (double)hits / (width * height);
    }
}
