using WhatsAppBots.BotKit;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.BotKit.Dispatch;
using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Bots;
using WhatsAppBots.Bots.Echo;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Unit.Tests.Bots.Portraits;

namespace WhatsAppBots.Unit.Tests.Bots;

/// <summary>Small talk, and questions about the bot itself, have an answer wherever they come.</summary>
public sealed class TalkTests
{
    private static readonly BotDispatcher _bots = new([new EchoBot(), new PortraitsBot(new PortraitOptions()), new HabitsBot(new HabitOptions(AsksAi: false, Secret: ""))]);

    [Theory]
    [InlineData("Price", "is this free?", "¿es gratis?", "é de graça?", "free hai kya", "क्या यह मुफ़्त है?", "זה בחינם?")]
    [InlineData("Price", "do you charge for this", "¿cobran algo por usarlo?", "vocês cobram alguma coisa?", "kitne paise lagenge", "इसके पैसे लगेंगे क्या", "כמה צריך לשלם?")]
    [InlineData("Missed", "what happens if i miss a day?", "¿qué pasa si fallo un día?", "o que acontece se eu esquecer?", "agar bhool gaya to kya hoga", "अगर मैं चूक गया तो क्या होगा", "מה קורה אם אני שוכח?")]
    [InlineData("NextReminder", "when will you remind me next?", "¿a qué hora me avisas?", "quando é meu próximo lembrete?", "agla reminder kab hai", "अगला रिमाइंडर कब है", "מתי התזכורת הבאה?")]
    [InlineData("Privacy", "who can see what i write", "¿quién lee mis mensajes?", "quem lê minhas mensagens?", "mera chat kaun padhta hai", "मेरा डेटा सुरक्षित है क्या", "מי קורא את ההודעות שלי?")]
    [InlineData("QuietHours", "don't message me at night", "no me escribas de noche", "não me manda mensagem de noite", "raat ko message mat bhejo", "रात में मैसेज मत भेजो", "אל תשלח לי הודעות בלילה")]
    [InlineData("How", "how does this work?", "¿cómo funciona?", "como funciona?", "ye kaise kaam karta hai", "यह कैसे काम करता है?", "איך זה עובד?")]
    [InlineData("Feelings", "i'm exhausted", "estoy agotada", "tô exausto", "bahut thak gaya", "मन नहीं लग रहा", "אין לי כוח")]
    [InlineData("Goodbye", "see you later", "nos vemos", "até amanhã", "alvida", "फिर मिलेंगे", "להתראות")]
    [InlineData("Laughter", "hahaha", "jajajaja", "kkkkk", "lol", "हाहाहा", "חחחח")]
    public void Text_SpeaksOfItsTopic(string topic, params string[] texts) => Assert.All(texts, text => Assert.Equal(topic, TalkWords.Read(text, isUnderstood: false)?.ToString()));

    [Theory]
    [InlineData("add gym every day")]
    [InlineData("read 20 pages a day")]
    [InlineData("no sugar")]
    [InlineData("pagar la renta el 1 de cada mes")]
    [InlineData("academia toda sexta")]
    [InlineData("mujhe raat ko sone se pehle dawai yaad dilana")]
    [InlineData("לקרוא כל ערב")]
    public void Text_OfAHabit_IsNoTalk(string text) => Assert.Null(TalkWords.Read(text, isUnderstood: true));

    [Theory]
    [InlineData("are you a bot?")]
    [InlineData("am i talking to a real person")]
    [InlineData("¿hay una persona ahí?")]
    [InlineData("tem alguém real aí?")]
    [InlineData("क्या आप इंसान हैं?")]
    [InlineData("kya tum robot ho")]
    [InlineData("אני מדבר עם בן אדם?")]
    public void Bot_SaysThatItIsOne(string text) =>
        Assert.Equal(new CommandTexts("en").Automated, Assert.IsType<TextMessage>(Assert.Single(Says(In("hub"), text)).Content).Body);

    [Theory]
    [InlineData("hub", "is this free?", "who can see what i write", "how does this work?", "lol", "goodbye", "i'm exhausted", "when is my next reminder?")]
    [InlineData("habits", "is this free?", "who can see what i write", "lol", "goodbye", "i'm exhausted", "when is my next reminder?")]
    [InlineData("portraits", "is this free?", "who can see what i write", "lol", "goodbye", "i'm exhausted", "when is my next reminder?")]
    public void Talk_IsAnsweredInEachBot_EachInItsOwnWords(string bot, params string[] texts)
    {
        var answers = texts.Select(text => Says(In(bot), text)[0].Content.Summary).ToList();
        Assert.Equal(answers.Count, answers.Distinct().Count());
        Assert.DoesNotContain(Says(In(bot), "qwer asdf")[0].Content.Summary, answers);
    }

    [Fact]
    public void Portraits_DoesNotRepeatItself()
    {
        var conversation = In("portraits");
        List<string> answers = [];
        foreach (var text in new[] { "qwer", "asdf", "zxcv" })
        {
            var answer = _bots.Handle(conversation, Text(text));
            answers.Add(answer.Effects.OfType<Say>().First().Content.Summary);
            conversation = conversation with { State = answer.State, Data = answer.Data };
        }

        Assert.Equal(3, answers.Distinct().Count());
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("4 stars", 4)]
    [InlineData("5/5", 5)]
    [InlineData("⭐⭐⭐⭐", 4)]
    [InlineData("three stars", 3)]
    [InlineData("cuatro estrellas", 4)]
    [InlineData("2 estrelas", 2)]
    [InlineData("पाँच", 5)]
    [InlineData("4 स्टार", 4)]
    [InlineData("chaar", 4)]
    [InlineData("3 כוכבים", 3)]
    [InlineData("חמש", 5)]
    [InlineData("i have 2 dogs", null)]
    [InlineData("50", null)]
    [InlineData("no", null)]
    public void Rating_MayBeTyped(string text, int? stars) => Assert.Equal(stars, RatingWords.Read(text, isAsked: true));

    [Theory]
    [InlineData("5")]
    [InlineData("⭐⭐⭐⭐⭐")]
    [InlineData("cinco estrellas")]
    public void Rating_OfWhatWasDelivered_IsKept(string text)
    {
        var answer = _bots.Handle(PortraitSamples.In(PortraitStates.TuneReady), Text(text));
        Assert.Equal(5, Assert.Single(answer.Effects.OfType<RecordRating>()).Stars);
    }

    private static IReadOnlyList<Say> Says(Conversation conversation, string text) => [.. _bots.Handle(conversation, Text(text)).Effects.OfType<Say>()];

    private static MessageInput Text(string text) =>
        new(new IncomingMessage("wamid.1", PortraitSamples.Now, "1", new Sender("15550001111", null, "Ann"), new TextContent(text) { Type = "text" }));

    private static Conversation In(string bot) => new()
    {
        Id = 7, Bot = bot, EntryBot = "hub", State = "", Data = "{}", Parked = new Dictionary<string, ParkedState>(), Language = "en", TimeZone = "Europe/London",
        Person = new Person(1, "Ann", "15550001111", null), Now = PortraitSamples.Now, LastInboundAt = PortraitSamples.Now,
    };
}
