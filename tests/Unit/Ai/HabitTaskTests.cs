using WhatsAppBots.Ai.Answers;
using WhatsAppBots.BotKit;
using WhatsAppBots.Bots;
using WhatsAppBots.Bots.Echo;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Bots.Portraits;

namespace WhatsAppBots.Unit.Tests.Ai;

/// <summary>What bots ask, and what the stand-in makes of it.</summary>
public sealed class HabitTaskTests(AiStandIn standIn) : IClassFixture<AiStandIn>
{
    [Fact]
    public void Tasks_OfAllBots_HaveNamesOfTheirOwnAndSchemasThatCanBeSent()
    {
        IBot[] bots = [new EchoBot(), new PortraitsBot(new PortraitOptions()), new HabitsBot(new HabitOptions(AsksAi: true, "secret"))];
        var tasks = bots.SelectMany(bot => bot.AiTasks).ToList();

        Assert.Equal(tasks.Count, tasks.Select(task => task.Name).Distinct().Count());
        Assert.All(tasks, task =>
        {
            Assert.Matches("^[a-z.-]{1,64}$", task.Name);
            Assert.NotEmpty(AnswerSchema.Parse(task.Schema).Sent);
        });
        Assert.Contains(tasks, task => task.SeesPictures);
    }

    [Theory]
    [InlineData("Please add meditation every day at 7", "Add", "", "meditation", "daily", "07:00", "")]
    [InlineData("I want to go running on Mon and Thu by 6:30pm", "Add", "", "go running", "Mo,Th", "", "18:30")]
    [InlineData("just finished my book reading for tonight", "Done", "reading", "", "", "", "")]
    [InlineData("drank 3 glasses of water", "Count", "water", "", "", "", "")]
    [InlineData("how am I doing with water", "Status", "water", "", "", "", "")]
    [InlineData("quiero leer todos los días a las 8", "Add", "", "leer", "daily", "08:00", "")]
    [InlineData("apaga water por favor", "Remove", "water", "", "", "", "")]
    [InlineData("पढ़ना हो गया", "Done", "", "", "", "", "")]
    [InlineData("סיימתי לרוץ", "Done", "", "", "", "", "")]
    [InlineData("the weather is fine", "None", "", "", "", "", "")]
    public async Task StandIn_UnderstandsPlainSentences(string text, string intent, string habit, string name, string days, string start, string deadline)
    {
        var reply = await standIn.Ai(timeout: "45").AskAsync(AiStandIn.Understand, AiStandIn.Question(text, "reading", "water"), CancellationToken.None);

        Assert.Null(reply.Failure);
        Assert.Equal(
            (intent, habit, name, days, start, deadline),
            (Text("intent"), Text("habit"), Text("name"), Text("days"), Text("start"), Text("deadline")));
        Assert.Equal(intent == "Count" ? 3 : 0, reply.Answer!.Value.GetProperty("count").GetInt32());

        string? Text(string property) => reply.Answer!.Value.GetProperty(property).GetString();
    }

    [Fact]
    public async Task Answers_AreReadByTheBot()
    {
        var ai = standIn.Ai(timeout: "45");
        standIn.Media.Files["water.png"] = (Testing.SamplePhotos.Png(1, "water"), "image/png");
        var understood = await ai.AskAsync(AiStandIn.Understand, AiStandIn.Question("drank 3 glasses of water", "reading", "water"), CancellationToken.None);
        var judged = await ai.AskAsync(AiStandIn.Proof, AiStandIn.Question(null, "reading", "water") with { Pictures = ["water.png"] }, CancellationToken.None);

        var wish = HabitTasks.Read(understood.Answer!.Value)!;
        Assert.Equal((3, "water"), (wish.Count, Assert.Single(wish.Names)));
        Assert.Equal([("reading", false), ("water", true)], ProofAnswer.Read(judged.Answer!.Value).Select(one => (one.Name, one.Shows)));
    }
}
