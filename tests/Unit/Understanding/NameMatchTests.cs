using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Understanding;

public sealed class NameMatchTests
{
    [Theory]
    [InlineData("meditation", "Meditation|Reading", "Meditation")]
    [InlineData("MEDITATION!", "meditation|morning meditation", "meditation")]
    [InlineData("meditaton", "meditation|reading", "meditation")]
    [InlineData("reading", "read|run", "read")]
    [InlineData("running", "run|read", "run")]
    [InlineData("my yoga", "yoga|gym", "yoga")]
    [InlineData("the gym", "go to the gym|water", "go to the gym")]
    [InlineData("meditation", "morning meditation|evening meditation|yoga", "morning meditation|evening meditation")]
    [InlineData("evening meditation", "morning meditation|evening meditation", "evening meditation")]
    [InlineData("corrí", "correr|leer", "correr")]
    [InlineData("meditacion", "meditación|lectura", "meditación")]
    [InlineData("corri", "correr|ler", "correr")]
    [InlineData("पढ़ा", "पढ़ना|योग", "पढ़ना")]
    [InlineData("padha", "padhna|yoga", "padhna")]
    [InlineData("היוגה", "יוגה|ריצה", "יוגה")]
    [InlineData("הריצה", "ריצה|קריאה", "ריצה")]
    [InlineData("cooking", "meditation|reading", "")]
    [InlineData("the", "meditation|reading", "")]
    [InlineData("tea", "sea|reading", "")]
    [InlineData("", "meditation", "")]
    [InlineData("🏃", "meditation", "")]
    public void Find_Said_GivesWhatFitsBest(string said, string known, string expected)
    {
        var names = known.Split('|');
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), NameMatch.Find(said, names).Select(index => names[index]));
    }

    [Fact]
    public void Find_SameNameTwice_GivesBoth() => Assert.Equal([0, 2], NameMatch.Find("yoga", ["Yoga", "run", "yoga"]));

    [Fact]
    public void Find_BrokenUnicode_DoesNotThrow() => Assert.Empty(NameMatch.Find("\ud800\udfff\ud800", ["\udc00", "yoga"]));
}
