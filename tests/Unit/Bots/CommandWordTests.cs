using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Bots;

public sealed class CommandWordTests
{
    [Fact]
    public void Commands_HaveWordsInEachLanguage()
    {
        // "bot" is the same word in the three languages written in Latin letters.
        var missing = from command in Enum.GetValues<Command>()
                      from language in Languages.All
                      where !CommandWords.All.Any(row => row.Command == command && row.Language == language)
                      where !(command == Command.Bot && language is Languages.Spanish or Languages.Portuguese)
                      select $"{command} in {language}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Word_MeansOneCommandInAllLanguages() =>
        Assert.Empty(CommandWords.All.GroupBy(row => PlainText.Of(row.Word)).Where(rows => rows.Select(row => row.Command).Distinct().Count() > 1).Select(rows => rows.Key));

    [Theory]
    [InlineData("STOP", Command.Stop)]
    [InlineData("  Stop!! ", Command.Stop)]
    [InlineData("stop 🛑", Command.Stop)]
    [InlineData("/help", Command.Help)]
    [InlineData("Menú", Command.Menu)]
    [InlineData("MENU PRINCIPAL", Command.Menu)]
    [InlineData("começar", Command.Start)]
    [InlineData("comecar", Command.Start)]
    [InlineData("stop   all", Command.StopAll)]
    [InlineData("मेरा डेटा हटाएँ", Command.DeleteData)]
    [InlineData("\u200fעצור\u200e", Command.Stop)]
    [InlineData("टाइमज़ोन", Command.TimeZone)]
    [InlineData("टाइम\u095bोन", Command.TimeZone)]
    public void Read_Word_HoweverWritten(string text, object command) =>
        Assert.Equal(new GivenCommand((Command)command), CommandWords.Read(text));

    [Theory]
    [InlineData("can I speak to a real person please?")]
    [InlineData("I’d like to talk to an agent")]
    [InlineData("connect me with your support representative")]
    [InlineData("quiero hablar con una persona")]
    [InlineData("agente humano por favor")]
    [InlineData("¿me pueden pasar con un asesor?")]
    [InlineData("quero falar com um atendente")]
    [InlineData("posso falar com uma pessoa de verdade, por favor")]
    [InlineData("मुझे किसी इंसान से बात करनी है")]
    [InlineData("mujhe agent se baat karni hai")]
    [InlineData("human se baat karao")]
    [InlineData("אני רוצה לדבר עם נציג")]
    [InlineData("אפשר לדבר עם בן אדם בבקשה?")]
    public void WishForAPerson_InASentence_IsTheCommand(string text) =>
        Assert.Equal(new GivenCommand(Command.Human), CommandWords.Read(text));

    [Theory]
    [InlineData("agent orange")]
    [InlineData("be a better person")]
    [InlineData("I don't want to talk to a person")]
    [InlineData("no quiero hablar con una persona")]
    [InlineData("não quero falar com atendente")]
    [InlineData("לא רוצה לדבר עם נציג")]
    [InlineData("talk to a new person every day")]
    [InlineData("I need to talk to someone")]
    [InlineData("are you a real person")]
    [InlineData("is there a human")]
    [InlineData("hablar con mi agente de seguros los lunes")]
    [InlineData("quiero ser mejor persona")]
    public void SentenceAboutPeople_IsNoWishForOne(string text) => Assert.Null(CommandWords.Read(text));

    [Theory]
    [InlineData("stop tracking water")]
    [InlineData("please help me with my homework")]
    [InlineData("language lessons every day")]
    [InlineData("para mañana")]
    [InlineData("I don't want to stop")]
    [InlineData("")]
    [InlineData("?!")]
    public void Read_OrdinaryText_IsNoCommand(string text) => Assert.Null(CommandWords.Read(text));

    [Theory]
    [InlineData("language Spanish", Command.Language, "spanish")]
    [InlineData("idioma português", Command.Language, "portugues")]
    [InlineData("timezone New York", Command.TimeZone, "new york")]
    [InlineData("fuso horário Recife", Command.TimeZone, "recife")]
    [InlineData("Zona horaria: Lima", Command.TimeZone, "lima")]
    public void Read_WordWithArgument(string text, object command, string argument) =>
        Assert.Equal(new GivenCommand((Command)command, argument), CommandWords.Read(text));

    [Fact]
    public void Ids_LeadBackToTheirCommands()
    {
        var now = DateTimeOffset.UnixEpoch.AddDays(20000);
        foreach (var command in Enum.GetValues<Command>()) Assert.Equal(new GivenCommand(command), CommandIds.Read(CommandIds.Of(command), now));
        Assert.Equal(new GivenCommand(Command.Language, "he"), CommandIds.Read(CommandIds.OfLanguage("he"), now));
        Assert.Equal(new GivenCommand(Command.TimeZone, "Asia/Kolkata"), CommandIds.Read(CommandIds.OfZone("Asia/Kolkata"), now));
        Assert.Equal(CommandAnswers.Erase, CommandIds.Read(CommandIds.OfErasure(now), now.AddHours(23))!.Argument);
        Assert.Null(CommandIds.Read(CommandIds.OfErasure(now), now.AddHours(24))!.Argument);
        Assert.Null(CommandIds.Read("cmd:erase:soon", now)!.Argument);
        Assert.Null(CommandIds.Read("hub:echo", now));
        Assert.Null(CommandIds.Read("cmd:nonsense", now));
    }

    [Fact]
    public void Text_WithHalfAnEmoji_IsRead() => Assert.Equal("menu", PlainText.Of("Menú \ud83d"));
}
