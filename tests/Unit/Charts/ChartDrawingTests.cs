using System.Globalization;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Images.Charts;
using WhatsAppBots.Images.Writing;

namespace WhatsAppBots.Unit.Tests.Charts;

public sealed class ChartDrawingTests
{
    [Fact]
    public void Week_HasItsWordsAColumnADayAndAMarkADayOfEachHabit()
    {
        var sheet = ChartDrawing.Draw(ChartSamples.In("en"));

        var texts = Texts(sheet);
        string[] expected = ["Your week", "16 – 22 November", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Meditation", "12 days", "Gym", "17 of 24 done"];
        Assert.Equal(expected, expected.Where(texts.Contains));
        Assert.Equal(["3/4", "4/4", "2/4", "4/4", "1/3", "0/2"], texts.Where(text => text.Contains('/')));

        // 14 of 21; never 100 while something is open.
        Assert.Contains("67%", texts);

        // Two full days, an empty one, and two habits of seven days.
        Assert.Equal(2 + 1 + 14, sheet.Shapes.OfType<ChartMark>().Count());
    }

    // As its caption says it, so that both say the same.
    [Theory]
    [InlineData(1, 8, "13%")]
    [InlineData(3, 8, "38%")]
    [InlineData(399, 400, "99%")]
    [InlineData(8, 8, "100%")]
    public void Share_OfTheWeek_IsRoundedUpFromAHalf_AndFullOnceAllIsDone(int done, int due, string share)
    {
        var texts = Texts(ChartDrawing.Draw(ChartSamples.In("en") with { Days = [new ChartDay("Mon", done, due)] }));

        Assert.Contains(share, texts);
    }

    [Theory]
    [InlineData("\u202Edesrever\u202C", "desrever")]
    [InlineData("a\0b\u0007c\ud83d", "abc")]
    [InlineData("two\r\nlines\tof it ", "two lines of it")]
    [InlineData("\u2067אב\u2069", "אב")]
    [InlineData("👩‍👧 walk", "👩‍👧 walk")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [InlineData("<b>&amp;", "<b>&amp;")]
    public void Words_ThatCannotBeDrawn_AreLeftOut(string name, string drawn) => Assert.Equal(drawn, Words.Clean(name));

    [Fact]
    public void Name_OfTwoHundredLetters_IsCutWhereItEnds()
    {
        foreach (var name in new[] { new string('W', 200), new string('i', 2000), string.Concat(Enumerable.Repeat("क्षि", 200)), string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 50)), string.Join(' ', Enumerable.Repeat("word", 90)) })
        {
            var drawing = ChartDrawing.Draw(ChartSamples.With([.. Enumerable.Repeat(name, 8)]));

            var drawn = Texts(drawing).First(text => text.EndsWith('…'));
            Assert.StartsWith(drawn[..^1].TrimEnd(), name, StringComparison.Ordinal);
            Assert.InRange(drawn.Length, 3, 100);

            // Between letters as people see them: half a face is another face.
            Assert.Equal(0, new StringInfo(name).LengthInTextElements - new StringInfo(drawn[..^1] + name[(drawn.Length - 1)..]).LengthInTextElements);
            Assert.DoesNotContain('\ufffd', drawn);
        }
    }

    [Fact]
    public void Hebrew_IsTheMirrorOfTheRest()
    {
        var (english, hebrew) = (ChartDrawing.Draw(ChartSamples.In("en")), ChartDrawing.Draw(ChartSamples.In("he")));

        Assert.Equal(
            english.Shapes.OfType<ChartMark>().Select(mark => Math.Round(ChartSheet.Width - mark.X, 2)),
            hebrew.Shapes.OfType<ChartMark>().Select(mark => Math.Round(mark.X, 2)));

        // Words end where those of the others begin, also a name in Latin letters.
        var texts = hebrew.Shapes.OfType<ChartText>().ToList();
        foreach (var text in new[] { texts[0], texts.Single(text => text.Line.Text == "Gym") })
        {
            Assert.Equal(ChartSheet.Width - english.Shapes.OfType<ChartText>().First().Left, text.Left + text.Line.Width, 0.01);
        }
    }

    [Fact]
    public void Words_StayOnTheSheet()
    {
        foreach (var language in new[] { "en", "es", "pt", "hi", "he" })
        {
            foreach (var text in ChartDrawing.Draw(ChartSamples.In(language)).Shapes.OfType<ChartText>())
            {
                Assert.InRange(text.Left, 0, ChartSheet.Width);
                Assert.InRange(text.Left + text.Line.Width, 0, ChartSheet.Width);
            }
        }
    }

    [Fact]
    public void Height_FitsAPhoneWhateverTheNumberOfHabits()
    {
        for (var habits = 0; habits <= 12; habits++)
        {
            var sheet = ChartDrawing.Draw(ChartSamples.With([.. Enumerable.Repeat("Gym", habits)]));

            Assert.InRange(sheet.Height, 700, 1350);
            Assert.All(sheet.Shapes.OfType<ChartText>(), text => Assert.InRange(text.Y, 0, sheet.Height));
            Assert.All(sheet.Shapes.OfType<ChartText>(), text => Assert.InRange(text.Line.Size, 26, 90));
        }
    }

    private static List<string> Texts(ChartSheet sheet) => [.. sheet.Shapes.OfType<ChartText>().Select(text => text.Line.Text)];
}
