using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Twilio;
using WhatsAppBots.WhatsApp.Twilio.Sending;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Twilio;

public class NumberedTextTests
{
    private static readonly MediaSource _file = new(StoreKey: "abcdef.jpg");

    [Fact]
    public void Buttons_BecomeNumbers()
    {
        Choice[] buttons = [new("y", "Yes"), new("n", "No")];
        var rendering = Render(new ButtonsMessage("Sure?", buttons, "A question", "Think"));
        Assert.Equal("A question\n\nSure?\n\n1. Yes\n2. No\n\nThink", Text(Assert.Single(rendering.Parts)));
        Assert.Equal(buttons, rendering.Numbered);
    }

    [Fact]
    public void List_BecomesNumbersWithDescriptionsUnderItsSections()
    {
        var rendering = Render(
            new ListMessage("Choose", "Open", [new("Hot", [new("t", "Tea", "green")]), new("Cold", [new("m", "Milk"), new("w", "Water", "still")])]), offered: 2);
        Assert.Equal("Choose\n\nHot\n3. Tea – green\n\nCold\n4. Milk\n5. Water – still", Text(Assert.Single(rendering.Parts)));
        Assert.Equal(["t", "m", "w"], rendering.Numbered.Select(choice => choice.Id));
    }

    [Fact]
    public void Link_BecomesItsAddress() => Assert.Equal(
        "Pay here\n\nPay: https://pay.example/1?a=b", Text(Assert.Single(Render(new LinkMessage("Pay here", "Pay", new Uri("https://pay.example/1?a=b"))).Parts)));

    [Fact]
    public void Reaction_BecomesNothing() => Assert.Empty(Render(new ReactionMessage("SM1", "👍")).Parts);

    [Fact]
    public void Buttons_UnderAPicture_AreItsCaption()
    {
        var rendering = Render(new ButtonsMessage("Sure?", [new("y", "Yes")]) { HeaderImage = _file });
        Assert.Equal(new MediaMessage(MediaKind.Image, _file, "Sure?\n\n1. Yes"), Assert.Single(rendering.Parts));
        Assert.Single(rendering.Numbered);
    }

    [Theory]
    [InlineData(MediaKind.Image, 1024, true)]
    [InlineData(MediaKind.Image, 1025, false)]
    [InlineData(MediaKind.Video, 10, true)]
    [InlineData(MediaKind.Audio, 10, false)]
    [InlineData(MediaKind.Document, 10, false)]
    public void Caption_ThatCannotGoAlong_FollowsAsAText(MediaKind kind, int length, bool goesAlong)
    {
        var caption = new string('x', length);
        var parts = Render(new MediaMessage(kind, _file, caption, "a.bin")).Parts;
        Assert.Equal(goesAlong ? caption : null, ((MediaMessage)parts[0]).Caption);
        if (goesAlong) Assert.Single(parts);
        else Assert.Equal(caption, Text(parts[1]));
    }

    [Fact]
    public void Text_OverTheLimit_IsSplit()
    {
        var parts = Render(new TextMessage(string.Join(' ', Enumerable.Repeat("word", 800)))).Parts.Select(Text).ToList();
        Assert.True(parts.Count > 2);
        Assert.All(parts, part => Assert.InRange(part.Length, 1, 1600));
    }

    private static Rendering Render(OutgoingContent content, int offered = 0) => NumberedText.Render(content, offered, new TwilioOptions());

    private static string Text(OutgoingContent content) => Assert.IsType<TextMessage>(content).Body;
}
