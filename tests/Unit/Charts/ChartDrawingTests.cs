using System.Globalization;
using System.Xml.Linq;
using WhatsAppBots.Images.Charts;

namespace WhatsAppBots.Unit.Tests.Charts;

public sealed class ChartDrawingTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Week_HasItsWordsAColumnADayAndAMarkADayOfEachHabit()
    {
        var drawing = XElement.Parse(ChartDrawing.Draw(ChartSamples.In("en")));

        var texts = Texts(drawing);
        Assert.Equal(
            ["Your week", "16 – 22 November", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Meditation", "12 days", "Gym", "17 of 24 done"],
            new[] { "Your week", "16 – 22 November", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Meditation", "12 days", "Gym", "17 of 24 done" }.Where(texts.Contains));
        Assert.Equal(["3/4", "4/4", "2/4", "4/4", "1/3", "0/2"], texts.Where(text => text.Contains('/')));

        // 14 of 21; never 100 while something is open.
        Assert.Contains("67%", texts);

        // Two full days, an empty one, and two habits of seven days.
        Assert.Equal(2 + 1 + 14, drawing.Descendants(_svg + "g").Count());
    }

    [Fact]
    public void Marks_DifferInShape()
    {
        var shapes = "dmoft".Select(mark => string.Join(
            ' ', ChartMarks.At(mark, 0, 0)!.Descendants().Select(shape => shape.Name.LocalName + shape.Attribute("d")?.Value + shape.Attribute("stroke-dasharray")?.Value)));

        Assert.Equal(5, shapes.Distinct().Count());
        Assert.Null(ChartMarks.At('?', 0, 0));
    }

    [Theory]
    [InlineData("<script>alert('x')</script>")]
    [InlineData("\" onload=\"x")]
    [InlineData("]]><!-- & &amp; -->")]
    public void Words_AreNothingButWords(string words)
    {
        var chart = ChartSamples.With(words) with { Title = words, Footer = words };

        var drawing = XElement.Parse(ChartDrawing.Draw(chart));

        Assert.Equal(words, Texts(drawing)[0]);
        Assert.All(drawing.Descendants(), element => Assert.Contains(element.Name.LocalName, new[] { "rect", "text", "g", "circle", "path" }));
        Assert.All(drawing.Descendants().Attributes(), attribute => Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\u202Edesrever\u202C", "desrever")]
    [InlineData("a\0b\u0007c\ud83d", "abc")]
    [InlineData("two\r\nlines\tof it ", "two lines of it")]
    [InlineData("\u2067אב\u2069", "אב")]
    [InlineData("👩‍👧 walk", "👩‍👧 walk")]
    public void Words_ThatCannotBeDrawn_AreLeftOut(string name, string drawn) => Assert.Equal(drawn, ChartText.Clean(name));

    [Fact]
    public void Name_OfTwoHundredLetters_IsCutWhereItEnds()
    {
        foreach (var name in new[] { new string('W', 200), new string('i', 2000), string.Concat(Enumerable.Repeat("क्षि", 200)), string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 50)), string.Join(' ', Enumerable.Repeat("word", 90)) })
        {
            var drawing = XElement.Parse(ChartDrawing.Draw(ChartSamples.With([.. Enumerable.Repeat(name, 8)])));

            var drawn = Texts(drawing).First(text => text.EndsWith('…'));
            Assert.StartsWith(drawn[..^1].TrimEnd(), name, StringComparison.Ordinal);
            Assert.InRange(drawn.Length, 3, 60);

            // Between letters as people see them: half a face is another face.
            Assert.Equal(0, new StringInfo(name).LengthInTextElements - new StringInfo(drawn[..^1] + name[(drawn.Length - 1)..]).LengthInTextElements);
            Assert.DoesNotContain('\ufffd', drawn);
        }
    }

    [Fact]
    public void Hebrew_IsTheMirrorOfTheRest()
    {
        var (english, hebrew) = (XElement.Parse(ChartDrawing.Draw(ChartSamples.In("en"))), XElement.Parse(ChartDrawing.Draw(ChartSamples.In("he"))));

        Assert.Equal(Places(english).Select(x => Math.Round(ChartSheet.Width - x, 2)), Places(hebrew));
        var title = hebrew.Descendants(_svg + "text").First();
        Assert.Equal(("rtl", "start"), ((string?)title.Attribute("direction"), (string?)title.Attribute("text-anchor")));

        // A name in Latin letters stands at the same edge, and runs its own way.
        var gym = hebrew.Descendants(_svg + "text").Single(text => text.Value == "Gym");
        Assert.Equal((null, "end", (string?)title.Attribute("x")), ((string?)gym.Attribute("direction"), (string?)gym.Attribute("text-anchor"), (string?)gym.Attribute("x")));
    }

    [Fact]
    public void Height_FitsAPhoneWhateverTheNumberOfHabits()
    {
        for (var habits = 0; habits <= 12; habits++)
        {
            var drawing = XElement.Parse(ChartDrawing.Draw(ChartSamples.With([.. Enumerable.Repeat("Gym", habits)])));

            Assert.InRange((int)drawing.Attribute("height")!, 700, 1350);
            Assert.All(drawing.Descendants(_svg + "text"), text => Assert.InRange((double)text.Attribute("y")!, 0, (double)drawing.Attribute("height")!));
            Assert.All(drawing.Descendants(_svg + "text"), text => Assert.InRange((double)text.Attribute("font-size")!, 26, 90));
        }
    }

    private static List<string> Texts(XElement drawing) => [.. drawing.Descendants(_svg + "text").Select(text => text.Value)];

    private static List<double> Places(XElement drawing) =>
        [.. drawing.Descendants(_svg + "g").Select(mark => double.Parse(((string)mark.Attribute("transform")!)[10..].Split(',')[0], CultureInfo.InvariantCulture))];
}
