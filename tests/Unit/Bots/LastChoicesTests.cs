using System.Text.Json;
using WhatsAppBots.BotKit;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.BotKit.Dispatch;
using WhatsAppBots.Bots;
using WhatsAppBots.Bots.Echo;
using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Unit.Tests.Bots.Portraits;

namespace WhatsAppBots.Unit.Tests.Bots;

/// <summary>Titles of buttons that people type, on a channel that shows buttons.</summary>
public sealed class LastChoicesTests
{
    private static readonly BotDispatcher _bots = new([new EchoBot(), new PortraitsBot(new PortraitOptions()), new ShopBot()]);

    [Theory]
    [InlineData("Red one")]
    [InlineData("  red ONE. ")]
    [InlineData("🔴 Red one")]
    [InlineData("rojo")]
    public void Title_ThatIsTyped_IsItsButton(string typed)
    {
        var asked = After(In("shop"), Text("offer"));
        Assert.Equal("chose red", Said(_bots.Handle(asked, Text(typed == "rojo" ? "Red one" : typed))));
        Assert.Equal(typed == "rojo" ? "said rojo" : "chose red", Said(_bots.Handle(asked, Text(typed))));
    }

    [Fact]
    public void Title_ThatStandsThereTwice_IsAText() =>
        Assert.Equal("said same", Said(_bots.Handle(After(In("shop"), Text("twins")), Text("same"))));

    [Fact]
    public void Title_OfAListsRow_IsItsRow() => Assert.Equal("chose tea", Said(_bots.Handle(After(In("shop"), Text("list")), Text("TEA"))));

    [Theory]
    [InlineData("Tokyo", "Asia/Tokyo")]
    [InlineData("टोक्यो", "Asia/Tokyo")]
    [InlineData("my cat", null)]
    public void Place_AfterTimeZonesWereOffered_IsTheZone(string typed, string? zone)
    {
        var answered = _bots.Handle(After(In("shop"), Text("time zone")), Text(typed));
        Assert.Equal(zone, answered.Effects.OfType<SetTimeZone>().SingleOrDefault()?.TimeZone);
    }

    [Fact]
    public void Place_WithoutSuchAnOffer_IsAText() =>
        Assert.Empty(_bots.Handle(After(In("shop"), Text("offer")), Text("Tokyo")).Effects.OfType<SetTimeZone>());

    [Fact]
    public void Titles_OfTwoMessagesOfOneBreath_AreBothOffered()
    {
        var asked = After(In("shop"), Text("two"));
        Assert.Equal("chose red", Said(_bots.Handle(asked, Text("red one"))));
        Assert.Equal("chose tea", Said(_bots.Handle(asked, Text("tea"))));
    }

    [Fact]
    public void Titles_AfterAnotherMessageOfOurs_AreTexts()
    {
        var asked = After(After(In("shop"), Text("offer")), Text("hm"));
        Assert.Equal("said red one", Said(_bots.Handle(asked, Text("red one"))));
    }

    [Fact]
    public void Titles_AfterAReminder_AreTexts()
    {
        var asked = After(After(In("shop"), Text("offer")), new TimerInput(1, "remind", PortraitSamples.Now, null, "shop"));
        Assert.Equal("said red one", Said(_bots.Handle(asked, Text("red one"))));
    }

    [Fact]
    public void Command_ThatIsATitleToo_IsTheCommand()
    {
        var answer = _bots.Handle(After(In("shop"), Text("help button")), Text("help"));
        Assert.DoesNotContain(answer.Effects.OfType<Say>(), say => say.Content is TextMessage { Body: "chose help" });
    }

    [Fact]
    public void Yes_IsNoAnswerToAnotherQuestionThanErasure() =>
        Assert.Equal("said yes", Said(_bots.Handle(After(In("shop"), Text("offer")), Text("yes"))));

    [Theory]
    [InlineData("yes")]
    [InlineData("Erase everything")]
    public void Erasure_AskedForADayAgo_IsAskedAgain(string text)
    {
        var asked = After(In("shop"), Text("delete my data"));
        Assert.Contains(_bots.Handle(asked, Text(text)).Effects, effect => effect is ErasePerson);
        Assert.DoesNotContain(_bots.Handle(asked, Text(text, days: 2)).Effects, effect => effect is ErasePerson);
    }

    [Theory]
    [InlineData("yes?")]
    [InlineData("si?")]
    [InlineData("Erase everything?")]
    [InlineData("yes 😂")]
    [InlineData("Ha!")]
    [InlineData("ok")]
    [InlineData("Erase everything？")]
    [InlineData("Erase everything 😂")]
    [InlineData("❌ Erase everything")]
    [InlineData("(Erase everything)")]
    [InlineData("yes delete")]
    [InlineData("sure")]
    public void Erasure_WantsAnAnswerThatIsNothingElse(string text)
    {
        var asked = After(In("shop"), Text("delete my data"));
        Assert.DoesNotContain(_bots.Handle(asked, Text(text)).Effects, effect => effect is ErasePerson);
    }

    // No bot takes it for an answer to a question of its own.
    [Theory]
    [InlineData("yes?")]
    [InlineData("yes 😂")]
    [InlineData("ok")]
    [InlineData("sí")]
    [InlineData("yes delete it")]
    [InlineData("Erase everything？")]
    public void Erasure_ThatIsAnsweredUnclearly_IsAskedAboutAgain(string text)
    {
        var asked = After(In("shop"), Text("delete my data"));
        var again = _bots.Handle(asked, Text(text));
        Assert.Contains(
            again.Effects.OfType<Say>(),
            say => say.Content is ButtonsMessage { Buttons: [{ Id: var id }, _] } && CommandIds.Erases(id));
    }

    [Theory]
    [InlineData(-299, true)]
    [InlineData(-100_000_000_000, false)]
    public void Erasure_ByAButtonOfTheFuture_IsAskedAboutAgain(long age, bool erases)
    {
        var id = $"cmd:erase:{PortraitSamples.Now.ToUnixTimeSeconds() - age}";
        Assert.Equal(erases, CommandIds.Read(id, PortraitSamples.Now)!.Argument == CommandAnswers.Erase);
    }

    [Theory]
    [InlineData("es", "sí")]
    [InlineData("es", "yes")]
    [InlineData("pt", "pode apagar")]
    [InlineData("hi", "ha")]
    [InlineData("he", "כן")]
    public void Erasure_IsConfirmedInTheChatsLanguage(string language, string text)
    {
        var asked = After(In("shop") with { Language = language }, Text("delete my data"));
        Assert.Contains(_bots.Handle(asked, Text(text)).Effects, effect => effect is ErasePerson);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-300)]
    [InlineData(-3 * 86400)]
    public void Erasure_IsNotConfirmedByWhatWasWrittenBeforeTheQuestion(int seconds)
    {
        var asked = After(In("shop"), Text("delete my data"));
        Assert.DoesNotContain(_bots.Handle(asked, Text("yes", seconds: seconds)).Effects, effect => effect is ErasePerson);
        Assert.DoesNotContain(_bots.Handle(asked, Text("Erase everything", seconds: seconds)).Effects, effect => effect is ErasePerson);
    }

    [Fact]
    public void Reply_IsAboutTheMessageThatItQuotes()
    {
        var asked = After(In("shop"), Text("delete my data"));
        var question = asked.Parked.Count > 0 ? Said(asked, "delete my data") : throw new InvalidOperationException();
        Assert.DoesNotContain(_bots.Handle(asked, Quoting(Text("yes"), new TextMessage("Removed: Read"))).Effects, effect => effect is ErasePerson);
        Assert.DoesNotContain(_bots.Handle(asked, Quoting(Text("yes"), null)).Effects, effect => effect is ErasePerson);
        Assert.DoesNotContain(_bots.Handle(asked, Quoting(Text("yes"), null, isForwarded: true)).Effects, effect => effect is ErasePerson);
        Assert.Contains(_bots.Handle(asked, Quoting(Text("yes"), question)).Effects, effect => effect is ErasePerson);

        // Something else was said since; the quoted question is the one that is meant all the same.
        Assert.Contains(_bots.Handle(After(asked, Text("hm")), Quoting(Text("yes"), question)).Effects, effect => effect is ErasePerson);
    }

    [Fact]
    public void Bots_ThatOfferNothing_KeepNothing() => Assert.Empty(After(In("shop"), Text("hm")).Parked);

    // Somebody takes a few seconds to write.
    private static MessageInput Text(string body, int days = 0, int seconds = 5) => new(new IncomingMessage(
        "wamid.1", PortraitSamples.Now.AddDays(days).AddSeconds(seconds), "1000", new Sender("15550001111", null, "Ann"),
        new TextContent(body) { Type = "text" }));

    private static MessageInput Quoting(MessageInput input, OutgoingContent? quoted, bool isForwarded = false) => new(input.Message with
    {
        Context = new MessageContext(isForwarded ? null : "wamid.0", null, isForwarded, false),
    })
    {
        Quoted = quoted,
    };

    private static OutgoingContent Said(Conversation conversation, string text) =>
        _bots.Handle(conversation, Text(text)).Effects.OfType<Say>().Last().Content;

    private static string Said(Transition answer) => Assert.IsType<TextMessage>(answer.Effects.OfType<Say>().Last().Content).Body;

    private static Conversation In(string bot) =>
        PortraitSamples.In(PortraitStates.AwaitingPayment) with
        {
            Bot = bot,
            EntryBot = bot,
            State = "Here",
            Data = "{}",
            Language = "en",
            Parked = new Dictionary<string, ParkedState>(),
        };

    private static Conversation After(Conversation conversation, Input input)
    {
        var answer = _bots.Handle(conversation, input);
        var parked = new Dictionary<string, ParkedState>(conversation.Parked);
        foreach (var park in answer.Effects.OfType<Park>()) parked[park.Bot] = park.State;
        return conversation with { State = answer.State, Data = answer.Data, Parked = parked };
    }

    /// <summary>Offers what it is told to, and says what was chosen.</summary>
    private sealed class ShopBot : IBot
    {
        public string Name => "shop";

        public bool MarksRead => false;

        public bool IntroducesItself => false;

        public Transition Begin(Conversation conversation) => conversation.Stay();

        public BotCard Describe(string? language) => new("Shop", "Sells");

        public Transition Handle(Conversation conversation, Input input) => input switch
        {
            MessageInput { Message.Content: ChoiceContent choice } => conversation.Stay(Say($"chose {choice.Id}")),
            MessageInput { Message.Content: TextContent { Body: "offer" } } => conversation.Stay(Colours()),
            MessageInput { Message.Content: TextContent { Body: "list" } } => conversation.Stay(Drinks()),
            MessageInput { Message.Content: TextContent { Body: "two" } } => conversation.Stay(Colours(), Drinks()),
            MessageInput { Message.Content: TextContent { Body: "twins" } } =>
                conversation.Stay(new Say(new ButtonsMessage("Which?", [new Choice("a", "Same"), new Choice("b", "same")]))),
            MessageInput { Message.Content: TextContent { Body: "help button" } } =>
                conversation.Stay(new Say(new ButtonsMessage("Which?", [new Choice("help", "Help")]))),
            MessageInput { Message.Content: TextContent text } => conversation.Stay(Say($"said {text.Body}")),
            _ => conversation.Stay(new Say(new TextMessage("Time!"), Purpose.Reminder)),
        };

        private static Say Say(string text) => new(new TextMessage(text));

        private static Say Colours() => new(new ButtonsMessage(
            "Which?", [new Choice("red", "🔴 Red one"), new Choice("blue", "Blue one")]));

        private static Say Drinks() => new(new ListMessage(
            "Which?", "Drinks", [new ListSection(null, [new Choice("tea", "Tea"), new Choice("milk", "Milk")])]));
    }
}
