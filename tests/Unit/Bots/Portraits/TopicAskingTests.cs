using System.Text.Json;
using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Bots.Portraits.Topics;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Unit.Tests.Bots.Portraits;

/// <summary>The AI chooses among our topics. Whatever it answers, what is said is ours.</summary>
public sealed class TopicAskingTests
{
    private const string Unknown = "purple monkey dishwasher";

    private static readonly PortraitsBot _bot = new(new PortraitOptions { AsksAi = true });

    public static TheoryData<string> States => [.. PortraitStates.All.Where(state => state != PortraitStates.WritingFeedback)];

    [Theory]
    [InlineData("""{"topic":"Price","confidence":0.9}""", "Price")]
    [InlineData("""{"topic":"Price","confidence":0.59}""", null)]
    [InlineData("""{"topic":"None","confidence":1}""", null)]
    [InlineData("""{"topic":"Everything","confidence":1}""", null)]
    [InlineData("""{"topic":"3","confidence":1}""", null)]
    [InlineData("""{"topic":"","confidence":1}""", null)]
    [InlineData("""{"topic":"Price"}""", null)]
    [InlineData("{}", null)]
    public void Answer_OfTheAi_IsATopicOrNone(string answer, string? topic) =>
        Assert.Equal(topic, TopicTask.Read(JsonElement.Parse(answer))?.ToString());

    [Theory]
    [MemberData(nameof(States))]
    public void Text_ThatNobodyKnows_IsAskedOnceAndAnsweredOnce(string state)
    {
        var (there, request) = Asked(state);
        var answered = _bot.Handle(there, Answer(request, """{"topic":"Safety","confidence":1}"""));
        Assert.Contains(answered.Effects.OfType<Say>(), say => JsonSerializer.Serialize(say.Content, say.Content.GetType()).Contains("Astria", StringComparison.Ordinal));

        // Told twice, it is answered once.
        Assert.Empty(_bot.Handle(there with { State = answered.State, Data = answered.Data }, Answer(request, """{"topic":"Safety","confidence":1}""")).Effects);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Text_ThatTheAiDoesNotKnow_IsAnsweredAllTheSame(string state)
    {
        var (there, request) = Asked(state);
        Assert.NotEmpty(_bot.Handle(there, Answer(request, null)).Effects);
        Assert.NotEmpty(_bot.Handle(there, Answer(request, """{"topic":"None","confidence":1}""")).Effects);
    }

    [Fact]
    public void Answer_ThatComesTooLateOrAfterAnotherText_IsNone()
    {
        var (there, request) = Asked(PortraitStates.New);
        var answer = Answer(request, """{"topic":"Price","confidence":1}""");
        Assert.DoesNotContain(_bot.Handle(there with { Now = there.Now.AddMinutes(3) }, answer).Effects, effect => effect is Say);

        var next = _bot.Handle(there, PortraitSamples.Text("how long does it take?"));
        Assert.DoesNotContain(_bot.Handle(there with { State = next.State, Data = next.Data }, answer).Effects, effect => effect is Say);
    }

    [Fact]
    public void Text_WithoutAnAi_AsksNobody() => Assert.DoesNotContain(
        new PortraitsBot(new PortraitOptions()).Handle(PortraitSamples.In(PortraitStates.New), PortraitSamples.Text(Unknown)).Effects, effect => effect is Publish);

    // What is written where feedback was asked for is feedback.
    [Fact]
    public void Feedback_IsNotAskedAbout() => Assert.DoesNotContain(
        _bot.Handle(PortraitSamples.In(PortraitStates.WritingFeedback), PortraitSamples.Text(Unknown)).Effects, effect => effect is Publish { Type: EventTypes.AiAsked });

    private static (Conversation There, string Request) Asked(string state)
    {
        var there = PortraitSamples.In(state);
        var asked = _bot.Handle(there, PortraitSamples.Text(Unknown));
        var question = Assert.Single(asked.Effects.OfType<Publish>(), publish => publish.Type == EventTypes.AiAsked).Data
            .Deserialize(ContractsJson.Default.AiAsked)!;
        Assert.Equal((TopicTask.Name, Unknown), (question.Task, question.Text));
        Assert.DoesNotContain(asked.Effects, effect => effect is Say);
        return (there with { State = asked.State, Data = asked.Data }, question.Request);
    }

    private static EventInput Answer(string request, string? answer) => PortraitSamples.Event(
        EventTypes.AiAnswered,
        new(PortraitSamples.Conversation, TopicTask.Name, request, answer is null ? null : JsonElement.Parse(answer), answer is null ? AiFailures.Down : null),
        ContractsJson.Default.AiAnswered);
}
