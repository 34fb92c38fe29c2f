using WhatsAppBots.Understanding.Numbers;

namespace WhatsAppBots.Unit.Tests.Understanding;

/// <summary>Amounts in other units.</summary>
public sealed class MeasuresTests
{
    [Theory]
    [InlineData(500, "ml", "litres", 0.5)]
    [InlineData(2, "litros", "ml", 2000)]
    [InlineData(800, "metres", "km", 0.8)]
    [InlineData(300, "ग्राम", "किलो", 0.3)]
    [InlineData(250, "מ\"ל", "ליטר", 0.25)]
    [InlineData(3, null, "litres", 3)]
    [InlineData(3, "litres", "litres", 3)]
    [InlineData(3, "cups", "glasses", 3)]
    public void Amount_IsInTheOtherUnit(int amount, string? from, string to, double expected) =>
        Assert.Equal((decimal)expected, Measures.Convert(amount, from, to));

    [Theory]
    [InlineData("glasses", "litres")]
    [InlineData("km", "litres")]
    [InlineData("páginas", "litros")]
    public void Amount_ThatIsNoSuchMeasure_IsNone(string from, string to) => Assert.Null(Measures.Convert(2, from, to));
}
