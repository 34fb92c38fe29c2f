using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Bots;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Testing;
using WhatsAppBots.Understanding;
using WhatsAppBots.Unit.Tests.Bots.Habits;
using WhatsAppBots.Unit.Tests.Bots.Portraits;
using WhatsAppBots.WhatsApp;

namespace WhatsAppBots.Unit.Tests.Bots;

/// <summary>Whatever people call themselves and their things, every message of every bot is one that every channel takes.</summary>
public sealed class HostileNameTests : IDisposable
{
    private const int Rounds = 2;

    private static readonly OptOut[] _optOuts = [OptOut.None, OptOut.None, OptOut.Marketing];

    private readonly ServiceProvider _services;
    private readonly IConversationHandler _bots;
    private readonly IChannel[] _channels;

    public HostileNameTests()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("MEDIA_STORE", (string?)Path.GetTempPath())]).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton(new AiPresence(true)).AddWhatsApp(configuration).AddBots(configuration).BuildServiceProvider();
        _bots = _services.GetRequiredService<IConversationHandler>();
        var channel = _services.GetRequiredService<IChannel>();
        _channels = [channel.Of("1000"), channel.Of("+15550009")];
    }

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Habits_SaysWhatChannelsTake(string language)
    {
        var random = new Random(language[0]);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var state in HabitStates.All)
            {
                var person = Renamed(HabitSamples.In(state), language, random);
                person = person with { Data = Renamed(HabitData.Read(person.Data), random).Write() };
                foreach (var (name, input) in HabitSamples.Inputs().Concat(HabitInputs(random))) AssertTaken(person, input, $"{name} in {state}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Portraits_SaysWhatChannelsTake(string language)
    {
        var random = new Random(language[1]);
        foreach (var state in PortraitStates.All)
        {
            var person = Renamed(PortraitSamples.In(state), language, random);
            var data = PortraitData.Read(person.Data);
            person = person with
            {
                Data = (data with
                {
                    Orders = [.. data.Orders.Select(order => order with { Title = HostileWords.Any(random) })],
                    Packs = [.. data.Packs.Select(pack => pack with { Title = HostileWords.Any(random) })],
                }).Write(),
            };
            foreach (var (name, input) in PortraitSamples.Inputs().Concat(Texts())) AssertTaken(person, input, $"{name} in {state}");
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void HubAndCommands_SayWhatChannelsTake(string language)
    {
        var random = new Random(5);
        foreach (var bot in new[] { "hub", "echo" })
        {
            var person = Renamed(HabitSamples.In(HabitStates.New), language, random) with { Bot = bot, EntryBot = bot, Data = "{\"Count\":0}" };
            var commands = HostileWords.All.SelectMany(word => new[] { "timezone " + word, "language " + word, "menu" + word })
                .Concat(["timezone", "timezone USA", "timezone Brazil", "language", "help", "privacy", "delete my data", "stop"]).Select(Text);
            var ids = HostileWords.All.Append(new string('x', 65_536)).SelectMany(word =>
                new[] { "cmd:timezone:" + word, "cmd:language:" + word, "cmd:erase:" + word, "cmd:99", "hub:" + word, "habits:tone:7", "habits:done:" + word, "portraits:pack:" + word })
                .Select(id => (id, (Input)Message(new ChoiceContent(id, "t") { Type = "interactive" })));
            foreach (var (name, input) in commands.Concat(Texts()).Concat(ids)) AssertTaken(person, input, $"{Labels.Line(name, 60)} in {bot}");
        }
    }

    private static Conversation Renamed(Conversation person, string language, Random random) => person with
    {
        Language = language,
        Person = person.Person with { Name = random.Next(5) == 0 ? new string('n', 65_536) : HostileWords.Any(random) },
        OptOut = _optOuts[random.Next(_optOuts.Length)],
        LastInboundAt = random.Next(3) == 0 ? person.Now.AddDays(-3) : person.Now,
    };

    private static HabitData Renamed(HabitData data, Random random)
    {
        if (data.Habits.Count == 0) return data;
        var habits = Enumerable.Range(1, random.Next(2, HabitOptions.MostHabits + 1)).Select(id => data.Habits[id % data.Habits.Count] with
        {
            Id = id,
            Name = HostileWords.Any(random),
            Unit = random.Next(3) == 0 ? HostileWords.Any(random) : null,
            Target = random.Next(3) == 0 ? 8 : null,
            NeedsProof = random.Next(4) == 0,
            IsShared = random.Next(2) == 0,
        }).ToList();
        return data with
        {
            Habits = habits,
            LastId = habits.Count,
            Removed = data.Removed is null ? habits[0] with { Id = 99 } : null,
            Partner = data.Partner is { } partner ? partner with { Name = HostileWords.Any(random) } : null,
            Candidate = random.Next(2) == 0 ? new Partner(98, HostileWords.Any(random)) : null,
        };
    }

    private static IEnumerable<(string, Input)> HabitInputs(Random random)
    {
        foreach (var input in Texts()) yield return input;
        for (var i = 0; i < 12; i++)
        {
            var word = HostileWords.Any(random);
            yield return Text($"add {word} every day at 7pm");
            yield return Text($"add \"{word}\" at 7");
            yield return Text($"done with {word} and {HostileWords.Any(random)}");
            yield return Text($"remove {word}");
            yield return Text($"8 {word}");
            yield return ("caption", Message(new MediaContent("media.1", "image/jpeg", null, word, null, false, false) { Type = "image" }));
        }

        foreach (var kind in new[] { PartnerNewsKinds.Joined, PartnerNewsKinds.Accepted, PartnerNewsKinds.Missed, PartnerNewsKinds.Left })
        {
            yield return ("partner " + kind, new EventInput(EventTypes.PartnerNews, JsonSerializer.SerializeToElement(
                new PartnerNews(HabitSamples.Conversation, 99, kind, HostileWords.Any(random), "7-ABCDEFGH", [.. HostileWords.All], 3), ContractsJson.Default.PartnerNews),
                HabitsModule.Name));
        }

        // The clock stands hours and days later: what fell due is told.
        yield return ("the timer", new TimerInput(1, HabitIds.Timer, HabitSamples.Now, null, HabitsModule.Name));
    }

    private static IEnumerable<(string, Input)> Texts() => HostileWords.All.Select(Text);

    private static (string, Input) Text(string text) => (text, Message(new TextContent(text) { Type = "text" }));

    private static MessageInput Message(IncomingContent content) =>
        new(new IncomingMessage("wamid.1", HabitSamples.Now, "1", new Sender("15550001111", null, "Ann"), content));

    private void AssertTaken(Conversation person, Input input, string what)
    {
        foreach (var later in new[] { TimeSpan.Zero, TimeSpan.FromHours(3), TimeSpan.FromHours(10), TimeSpan.FromDays(2) })
        {
            if (later > TimeSpan.Zero && input is not TimerInput) return;
            var answer = _bots.Handle(person with { Now = person.Now + later }, input);
            foreach (var say in answer.Effects.OfType<Say>())
            {
                foreach (var content in new[] { say.Content, say.OutsideWindow }.OfType<OutgoingContent>())
                {
                    foreach (var channel in _channels)
                    {
                        var parts = channel.Render(content, 0).Parts;
                        var faults = parts.SelectMany(channel.Check).ToList();
                        Assert.True(faults.Count == 0, $"{what}: {string.Join("; ", faults)}");
                        if (content is TextMessage or ButtonsMessage or ListMessage && PlainWords.Of(content, 0).Length > 0 && !Labels.IsBlank(content.Summary))
                            Assert.NotEmpty(parts);
                    }
                }
            }
        }
    }
}
