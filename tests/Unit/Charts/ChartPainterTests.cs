using System.Buffers.Binary;
using WhatsAppBots.Images.Charts;
using WhatsAppBots.Unit.Tests.Photos;

namespace WhatsAppBots.Unit.Tests.Charts;

/// <summary>Drawn for real: needs ffmpeg with librsvg, and fonts.</summary>
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
        using var painter = new ChartPainter(ChartSupport.OfThisMachineAsync);

        var png = await painter.PaintAsync(ChartSamples.In(language), CancellationToken.None);

        Assert.NotNull(png);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.Equal((ChartSheet.Width, Height(language)), (width, height));
        var grey = await GreyAsync(png);
        Assert.Equal(width * height, grey.Length);

        // White letters on the dark head, at the side where reading starts and not at the other.
        var (start, end) = (Share(grey, 40, 30, 500, 120, ink => ink > 200), Share(grey, 740, 30, 300, 120, ink => ink > 200));
        if (language == "he") (start, end) = (end, start);
        Assert.InRange(start, 0.01, 0.4);
        Assert.InRange(end, 0, language == "he" ? 0.01 : 0.001);

        // Dark letters and marks on paper below it.
        Assert.InRange(Share(grey, 0, 600, ChartSheet.Width, height - 600, ink => ink < 120), 0.02, 0.3);
        Assert.InRange(Share(grey, 0, 600, ChartSheet.Width, height - 600, ink => ink > 240), 0.4, 0.95);
    }

    [Fact]
    public async Task Machine_ThatTestsRunOn_HasAllThatChartsNeed() => Assert.Null((await ChartSupport.OfThisMachineAsync()).Lack);

    [Fact]
    public async Task Week_WhereItsLettersHaveNoFont_IsNotDrawn()
    {
        using var painter = new ChartPainter(() => Task.FromResult(new ChartSupport(true, [ChartScript.Devanagari])));

        Assert.Null(await painter.PaintAsync(ChartSamples.In("hi"), CancellationToken.None));
        Assert.Null(await painter.PaintAsync(ChartSamples.With("ध्यान"), CancellationToken.None));
        Assert.NotNull(await painter.PaintAsync(ChartSamples.In("he"), CancellationToken.None));
    }

    [Fact]
    public async Task Week_WhereNothingDraws_IsNotDrawn()
    {
        var without = new ChartSupport(false, []);
        using var painter = new ChartPainter(() => Task.FromResult(without));

        Assert.Null(await painter.PaintAsync(ChartSamples.In("en"), CancellationToken.None));
        Assert.Contains("librsvg", without.Lack, StringComparison.Ordinal);
    }

    private static int Height(string language) =>
        (int)System.Xml.Linq.XElement.Parse(ChartDrawing.Draw(ChartSamples.In(language))).Attribute("height")!;

    private static Task<byte[]> GreyAsync(byte[] png) => MadePhoto.ConvertAsync(png, "format=gray", "rgb");

    private static double Share(byte[] grey, int left, int top, int width, int height, Func<byte, bool> counts)
    {
        var hits = 0;
        for (var y = top; y < top + height; y++)
        {
            for (var x = left; x < left + width; x++) hits += counts(grey[(y * ChartSheet.Width) + x]) ? 1 : 0;
        }

        return (double)hits / (width * height);
    }
}
