using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsAppBots.BotKit;
using WhatsAppBots.Bots;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Unit.Tests.Bots.Habits;
using WhatsAppBots.Unit.Tests.Bots.Portraits;

namespace WhatsAppBots.Unit.Tests.Bots.State;

/// <summary>Stored documents beside an older and a newer release: the older one's are read and go on, the newer one's lose nothing.</summary>
public sealed class StateReleaseTests
{
    private static readonly IBot _habits = new HabitsBot(new HabitOptions(AsksAi: false, "secret"));
    private static readonly IBot _portraits = new PortraitsBot(new PortraitOptions());

    public static TheoryData<string, string> States
    {
        get
        {
            var states = new TheoryData<string, string>();
            foreach (var state in HabitStates.All) states.Add(HabitsModule.Name, state);
            foreach (var state in PortraitStates.All) states.Add(PortraitsModule.Name, state);
            return states;
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void DocumentOfTheLastRelease_IsReadWithAllItHolds(string bot, string state)
    {
        var before = JsonNode.Parse(DocumentOf(bot, state))!.AsObject();
        var after = JsonNode.Parse(RoundTrip(bot, before.ToJsonString()))!.AsObject();

        Assert.Equal(1, after["v"]!.GetValue<int>());
        AssertKept(before, after, "$");
    }

    [Theory]
    [MemberData(nameof(States))]
    public void DocumentOfTheLastRelease_GoesOn(string bot, string state)
    {
        var there = In(bot, state) with { Data = DocumentOf(bot, state) };

        Assert.All(Inputs(bot), each => RoundTrip(bot, BotOf(bot).Handle(there, each.Input).Data));
        Assert.NotNull(BotOf(bot).Begin(there));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void DocumentOfTheNextRelease_KeepsWhatThisOneDoesNotKnow(string bot, string state)
    {
        var next = JsonNode.Parse(DocumentOf(bot, state))!.AsObject();
        AddUnknown(next);
        next["v"] = 2;

        AssertKept(next, JsonNode.Parse(RoundTrip(bot, next.ToJsonString()))!, "$");

        // Whatever comes, what nobody touched is there afterwards: the document's own members and those of its first part.
        foreach (var (name, input) in Inputs(bot))
        {
            var after = JsonNode.Parse(BotOf(bot).Handle(In(bot, state) with { Data = next.ToJsonString() }, input).Data)!;
            Assert.True(JsonNode.DeepEquals(next["later"], after["later"]), name);
        }
    }

    [Theory]
    [InlineData(HabitsModule.Name, "tone", "Stern")]
    [InlineData(HabitsModule.Name, "ladder", "Forfeit")]
    [InlineData(HabitsModule.Name, "firstPunishment", "Swim")]
    [InlineData(HabitsModule.Name, "punishments.0.kind", "Swim")]
    [InlineData(HabitsModule.Name, "question.kind", "Colour")]
    [InlineData(HabitsModule.Name, "habits.0.days.weekdays", "Monday, Holiday")]
    [InlineData(HabitsModule.Name, "tone", 7)]
    [InlineData(PortraitsModule.Name, "photos.0.stage", "Blurred")]
    [InlineData(PortraitsModule.Name, "orders.0.stage", "Shipped")]
    [InlineData(PortraitsModule.Name, "orders.0.stage", 44)]
    public void UnknownEnumValue_IsKeptAndDoesNotStopTheBot(string bot, string path, object value)
    {
        var state = bot == HabitsModule.Name ? HabitStates.Asking : PortraitStates.All[^1];
        var next = JsonNode.Parse(DocumentOf(bot, state))!;
        Set(next, path, JsonValue.Create(value is int number ? JsonSerializer.SerializeToElement(number) : JsonSerializer.SerializeToElement((string)value)));

        var after = JsonNode.Parse(RoundTrip(bot, next.ToJsonString()))!;

        Assert.Equal(value.ToString(), At(after, path)!.ToString());
        Assert.All(Inputs(bot), each => RoundTrip(bot, BotOf(bot).Handle(In(bot, state) with { Data = next.ToJsonString() }, each.Input).Data));
    }

    [Fact]
    public void Enums_AreReadByNameAndNumber()
    {
        Assert.Equal(HabitData.Read("""{"tone":2,"ladder":1}""").Write(), HabitData.Read("""{"tone":"Harsh","ladder":"punish"}""").Write());
        Assert.Equal(
            PortraitData.Read("""{"photos":[{"id":"p","stage":1,"at":"2026-11-21T11:00:00Z"}]}""").Write(),
            PortraitData.Read("""{"photos":[{"id":"p","stage":"Accepted","at":"2026-11-21T11:00:00Z"}]}""").Write());
    }

    [Fact]
    public void Enums_AreWrittenAsTheReleaseBeforeReadsThem()
    {
        var habits = JsonNode.Parse(HabitData.Read(LastRelease.Habits[HabitStates.Asking]).Write())!;
        Assert.All(
            new[] { "tone", "ladder", "firstPunishment", "question.kind", "punishments.0.kind", "habits.0.days.weekdays" },
            path => Assert.Equal(JsonValueKind.Number, At(habits, path)!.GetValueKind()));
        var portraits = JsonNode.Parse(PortraitData.Read(LastRelease.Portraits[PortraitStates.All[^1]]).Write())!;
        Assert.All(
            new[] { "photos.0.stage", "orders.0.stage" }, path => Assert.Equal(JsonValueKind.String, At(portraits, path)!.GetValueKind()));
    }

    [Fact]
    public void ParkedState_KeepsWhatThisReleaseDoesNotKnow()
    {
        const string Parked = """{"habits":{"state":"New","data":"{}","later":[1,2]}}""";
        var read = JsonSerializer.Deserialize(Parked, HandlingJson.Default.DictionaryStringParkedState)!;
        Assert.Equal(Parked, JsonSerializer.Serialize(read, HandlingJson.Default.DictionaryStringParkedState));
    }

    // All that was there is there, as it was.
    private static void AssertKept(JsonNode? before, JsonNode? after, string path)
    {
        switch (before)
        {
            case JsonObject members:
                Assert.True(after is JsonObject, path);
                foreach (var (name, value) in members)
                {
                    if (name != "v") AssertKept(value, after[name], $"{path}.{name}");
                }

                break;
            case JsonArray items:
                Assert.True(after is JsonArray kept && kept.Count == items.Count, path);
                for (var n = 0; n < items.Count; n++) AssertKept(items[n], after[n], $"{path}[{n}]");
                break;
            case JsonValue when before.GetValueKind() is JsonValueKind.Number && after is null:
            case JsonValue when before.GetValueKind() is JsonValueKind.False && after is null:
                break;
            default:
                Assert.True(JsonNode.DeepEquals(before, after), $"{path}: {before} became {after}");
                break;
        }
    }

    private static void AddUnknown(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items) AddUnknown(item);
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                // Traits are names and words of a provider: nothing of ours.
                if (name != "traits") AddUnknown(value);
            }

            members["later"] = JsonNode.Parse("""{"amount":500,"list":[{"a":null},"b"]}""");
        }
    }

    private static JsonNode? At(JsonNode document, string path) => path.Split('.')
        .Aggregate((JsonNode?)document, (node, step) => node is JsonArray items ? items[int.Parse(step, CultureInfo.InvariantCulture)] : node?[step]);

    private static void Set(JsonNode document, string path, JsonNode? value)
    {
        var end = path.LastIndexOf('.');
        (end < 0 ? document : At(document, path[..end])!)[path[(end + 1)..]] = value;
    }

    private static string RoundTrip(string bot, string json) =>
        bot == HabitsModule.Name ? HabitData.Read(json).Write() : PortraitData.Read(json).Write();

    private static string DocumentOf(string bot, string state) =>
        bot == HabitsModule.Name ? LastRelease.Habits[state] : LastRelease.Portraits[state];

    private static IBot BotOf(string bot) => bot == HabitsModule.Name ? _habits : _portraits;

    private static Conversation In(string bot, string state) => bot == HabitsModule.Name ? HabitSamples.In(state) : PortraitSamples.In(state);

    private static IEnumerable<(string Name, Input Input)> Inputs(string bot) =>
        bot == HabitsModule.Name ? HabitSamples.Inputs() : PortraitSamples.Inputs();
}
