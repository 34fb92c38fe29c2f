using System.Text.Json;
using WhatsAppBots.BotKit;
using WhatsAppBots.BotKit.Dispatch;
using WhatsAppBots.Bots;
using WhatsAppBots.Bots.Echo;
using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Unit.Tests.Bots.Portraits;

namespace WhatsAppBots.Unit.Tests.Bots;

/// <summary>Whom an input goes to where more than one bot answers on a number.</summary>
public sealed class DispatcherTests
{
    private static readonly BotDispatcher _both = new([new EchoBot(), new PortraitsBot(new PortraitOptions())]);

    private static readonly EventInput _paid = (EventInput)PortraitSamples.Inputs().Single(each => each.Name == "paid").Input;

    [Fact]
    public void Event_OfABotThatIsNotOpen_MovesThatBotAndLeavesTheOpenOneWhereItStands()
    {
        var answer = _both.Handle(TalkingToEcho(), _paid);

        Assert.Equal(("Echoing", """{"Count":3}"""), (answer.State, answer.Data));
        Assert.Equal(PortraitStates.Training, Assert.Single(answer.Effects.OfType<Park>()).State.State);
        var asked = answer.Effects.OfType<Publish>().Single(publish => publish.Type == EventTypes.TrainingRequested);
        Assert.Equal(PortraitsModule.Name, asked.Bot);
        Assert.Contains(answer.Effects.OfType<Say>(), say => say.Content is TextMessage);
    }

    [Fact]
    public void Button_OfABotThatIsNotOpen_OpensIt()
    {
        var press = new MessageInput(new IncomingMessage(
            "wamid.1", PortraitSamples.Now, "1000", new Sender("15550001111", null, "Ann"), new ChoiceContent(PortraitIds.Pay(1), "Pay") { Type = "interactive" }));

        var answer = _both.Handle(TalkingToEcho(), press);

        Assert.Equal(PortraitsModule.Name, Assert.Single(answer.Effects.OfType<SwitchBot>()).Bot);
        Assert.Contains(answer.Effects.OfType<Say>(), say => say.Content is LinkMessage);
    }

    // Given to another bot it would be gone; so it fails, and can be replayed.
    [Fact]
    public void Event_OfABotThatIsNotHere_IsNobodyElses()
    {
        var echo = new BotDispatcher([new EchoBot()]);

        Assert.Throws<InvalidOperationException>(() => echo.Handle(TalkingToEcho(), _paid));
        Assert.Throws<InvalidOperationException>(() => echo.Handle(PortraitSamples.In(PortraitStates.AwaitingPayment), _paid));
        Assert.Equal("Echoing", echo.Handle(TalkingToEcho(), new EventInput("any", JsonSerializer.SerializeToElement(1))).State);
    }

    [Theory]
    [InlineData("en", "lot")]
    [InlineData("es", "muchos")]
    [InlineData("pt", "muitas")]
    [InlineData("hi", "बहुत")]
    [InlineData("he", "הרבה")]
    public void Flood_ThatIsOver_IsAnsweredOnceWithAWayOn_AndTheBotStaysWhereItWas(string language, string word)
    {
        var conversation = TalkingToEcho() with { Language = language };
        var answer = _both.Handle(conversation, new CalmInput());

        Assert.Equal((conversation.State, conversation.Data), (answer.State, answer.Data));
        var said = Assert.IsType<ButtonsMessage>(Assert.IsType<Say>(Assert.Single(answer.Effects)).Content);
        Assert.Contains(word, said.Body, StringComparison.Ordinal);
        Assert.Equal("cmd:menu", Assert.Single(said.Buttons).Id);
    }

    [Fact]
    public void Flood_WhereAHumanHasTakenOver_IsTheirs() =>
        Assert.Empty(_both.Handle(TalkingToEcho() with { HandedOver = true }, new CalmInput()).Effects);

    [Theory]
    [InlineData("STOP", true)]
    [InlineData("delete my data", true)]
    [InlineData("dale, cuéntame más", false)]
    public void Commands_AreHeardInAFloodToo(string text, bool isUrgent) => Assert.Equal(isUrgent, _both.IsUrgent(new IncomingMessage(
        "wamid.1", PortraitSamples.Now, "1000", new Sender("15550001111", null, "Ann"), new TextContent(text) { Type = "text" })));

    private static Conversation TalkingToEcho()
    {
        var there = PortraitSamples.In(PortraitStates.AwaitingPayment);
        return there with
        {
            Bot = "echo",
            EntryBot = "hub",
            State = "Echoing",
            Data = """{"Count":3}""",
            Parked = new Dictionary<string, ParkedState> { [PortraitsModule.Name] = new(there.State, there.Data) },
        };
    }
}
