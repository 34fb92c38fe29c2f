using System.Text.Json;
using Moq;
using NodaTime;
using WhatsAppBots.Accuracy;
using WhatsAppBots.Ai;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Understanding;

/// <summary>What the measure of rules with an AI makes of the AI's answers.</summary>
public sealed class RulesWithAiTests
{
    private const string Text = "remind me tomorrow at 9am to email the landlord";

    private static readonly TextContext _context = new("en", DateTimeZone.Utc, Instant.FromUtc(2026, 11, 25, 10, 30));
    private readonly Mock<IAi> _ai = new(MockBehavior.Strict);

    [Theory]
    [InlineData("add daily meditation")]
    [InlineData("done with reading", "Reading", "Yoga")]
    [InlineData("settings")]
    public async Task Text_ThatTheBotIsSureOf_IsNotAsked(string text, params string[] habits)
    {
        var understood = await UnderstandAsync(text, habits);

        Assert.False(understood.IsAsked);
    }

    [Fact]
    public async Task Answer_SaysWhatIsWanted_AndTheRulesTimesAndNamesStay()
    {
        Answers("""{"intent":"Remind","habit":"","name":"","days":"","timesAWeek":0,"start":"10:00","deadline":"","count":0,"confidence":0.9}""");

        var (said, isAsked, isAnswered) = await UnderstandAsync(Text);

        Assert.True(isAsked && isAnswered);
        var moment = Assert.Single(said.Reading.Moments).Likeliest;
        Assert.Equal((new LocalDate(2026, 11, 26), new LocalTime(9, 0), "email the landlord"), (moment.Date, moment.Time!.Value, said.Name));
    }

    [Fact]
    public async Task Answer_NamesOneOfTheHabitsThatItWasGiven()
    {
        Answers("""{"intent":"Done","habit":"Reading","name":"","days":"","timesAWeek":0,"start":"","deadline":"","count":0,"confidence":0.9}""");

        var (said, _, _) = await UnderstandAsync("the book is closed", "Reading", "Yoga");

        Assert.Equal((Intent.Done, "Reading"), (said.Intent, said.Name));
        _ai.Verify(ai => ai.AskAsync(
            It.Is<AiTask>(task => task.Name == "habits.understand"),
            It.Is<AiQuestion>(question => question.Text == "the book is closed" && question.Given.GetRawText().Contains("Yoga", StringComparison.Ordinal)),
            It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task Answer_ThatIsUnsure_LeavesItToTheRules()
    {
        Answers("""{"intent":"List","habit":"","name":"","days":"","timesAWeek":0,"start":"","deadline":"","count":0,"confidence":0.3}""");

        var (said, isAsked, isAnswered) = await UnderstandAsync(Text);

        Assert.Equal((Intent.Remind, true, false), (said.Intent, isAsked, isAnswered));
    }

    private ValueTask<Understood> UnderstandAsync(string text, params string[] habits) =>
        new RulesWithAi(_ai.Object).UnderstandAsync(text, _context, habits, CancellationToken.None);

    private void Answers(string json) => _ai.Setup(ai => ai.AskAsync(It.IsAny<AiTask>(), It.IsAny<AiQuestion>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(new AiReply(JsonSerializer.Deserialize<JsonElement>(json), null));
}
