using System.Globalization;
using System.Text;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Sending;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Sending;

public class SplitTests
{
    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("0123456789", 10, "0123456789")]
    [InlineData("first para\n\nsecond one\nwith lines", 20, "first para|second one|with lines")]
    [InlineData("one two\nthree four. five", 14, "one two|three four.|five")]
    [InlineData("First one. Second two three", 20, "First one.|Second two three")]
    [InlineData("alpha beta gamma delta", 12, "alpha beta|gamma delta")]
    [InlineData("abcdefghijkl", 5, "abcde|fghij|kl")]
    [InlineData("a bcdefghijkl", 6, "a bcde|fghijk|l")]
    [InlineData("你好。世界和平。再见", 8, "你好。世界和平。|再见")]
    [InlineData("line one  \r\n\r\n  line two", 14, "line one|line two")]
    public void Split_LongText_CutsWhereAReaderWould(string text, int limit, string parts) =>
        Assert.Equal(parts.Split('|'), TextSplitter.Split(text, limit));

    [Theory]
    [InlineData("😀😀😀", 3)]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 12)]
    [InlineData("e\u0301e\u0301e\u0301", 3)]
    [InlineData("🇮🇱🇧🇷🇮🇳", 5)]
    [InlineData("नमस्तेनमस्ते", 5)]
    public void Split_Graphemes_StayWhole(string text, int limit)
    {
        var whole = Graphemes(text);
        var parts = TextSplitter.Split(text, limit);
        Assert.True(parts.Count > 1);
        Assert.Equal(whole, parts.SelectMany(Graphemes));
    }

    [Fact]
    public void Split_GraphemeLongerThanTheLimit_CutsNoPair()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("\U000E0061", 20));
        var parts = TextSplitter.Split(text, 8);
        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, part => Assert.Equal(part, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(part))));
    }

    [Fact]
    public void Split_RandomTexts_KeepEverythingButSpace()
    {
        var random = new Random(11);
        string[] pieces = [" ", "\n", "\n\n", ". ", "word", "😀", "e\u0301", "שלום", "\r\n", "! ", "नमस्ते", "\t", "x"];
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 200)).Select(_ => pieces[random.Next(pieces.Length)]));
            var limit = random.Next(12, 60);
            var parts = TextSplitter.Split(text, limit);
            Assert.All(parts, part => Assert.InRange(part.Length, 1, limit));
            Assert.Equal(WithoutSpace(text), WithoutSpace(string.Concat(parts)));
        }
    }

    [Fact]
    public void Split_ByTheChannel_OnlyTouchesLongTexts()
    {
        var channel = new Graph().Channel();
        var image = new MediaMessage(MediaKind.Image, new MediaSource("key"));
        Assert.Equal([image], channel.Split(image));
        var parts = channel.Split(new TextMessage(string.Concat(Enumerable.Repeat("ten chars.", 1000)), PreviewUrl: true));
        Assert.Equal(3, parts.Count);
        Assert.All(parts, part =>
        {
            Assert.Empty(channel.Check(part));
            Assert.True(Assert.IsType<TextMessage>(part).PreviewUrl);
        });
    }

    private static List<string> Graphemes(string text)
    {
        List<string> graphemes = [];
        for (var each = StringInfo.GetTextElementEnumerator(text); each.MoveNext();) graphemes.Add(each.GetTextElement());
        return graphemes;
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
