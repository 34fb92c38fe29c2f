using System.Globalization;
using System.Text;
using WhatsAppBots.Understanding;
using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.WhatsApp;

namespace WhatsAppBots.Unit.Tests.Bots.Portraits;

/// <summary>Every state with every input. What comes of each is written down beside the bot, and compared.</summary>
public sealed class PortraitStateTests
{
    private const string Page = "shared/Bots/Portraits/states.md";

    private static readonly PortraitsBot _bot = new(new PortraitOptions());

    public static TheoryData<string> States => [.. PortraitStates.All];

    [Theory]
    [MemberData(nameof(States))]
    public void Message_WhateverItIs_IsAnswered(string state)
    {
        foreach (var (name, input) in PortraitSamples.Inputs().Where(each => each.Input is MessageInput))
        {
            var answer = _bot.Handle(PortraitSamples.In(state), input);
            Assert.True(
                answer.Effects.Any(effect => effect is Say or UseMedia or Publish),
                $"{name} in {state} is passed over in silence.");
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Answer_InAnyLanguage_IsWithinMetasLimits(string state)
    {
        var limits = Limits();
        foreach (var language in Languages.All)
        {
            foreach (var (name, input) in PortraitSamples.Inputs())
            {
                var answer = _bot.Handle(PortraitSamples.In(state) with { Language = language }, input);
                foreach (var said in answer.Effects.OfType<Say>().SelectMany(say => new[] { say.Content, say.OutsideWindow }).OfType<OutgoingContent>())
                {
                    var faults = limits.Check(said);
                    Assert.True(faults.Count == 0, $"{name} in {state}, {language}: {string.Join("; ", faults)}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void NextState_IsOneOfThem(string state) => Assert.All(
        PortraitSamples.Inputs(), each => Assert.Contains(_bot.Handle(PortraitSamples.In(state), each.Input).State, PortraitStates.All));

    // Twice the same press, twice the same event: the second changes nothing that costs money.
    [Theory]
    [MemberData(nameof(States))]
    public void Event_ThatComesTwice_OrdersPaysAndDeliversOnce(string state)
    {
        foreach (var (name, input) in PortraitSamples.Inputs().Where(each => each.Input is EventInput))
        {
            var before = PortraitSamples.In(state);
            var first = _bot.Handle(before, input);
            var second = _bot.Handle(before with { State = first.State, Data = first.Data }, input);
            Assert.DoesNotContain(second.Effects, effect => effect is Publish
            {
                Type: Contracts.Events.EventTypes.TrainingRequested or Contracts.Events.EventTypes.OrderPlaced or Contracts.Events.EventTypes.OrderFulfilled,
            });
            Assert.True(
                second.Effects.OfType<Say>().All(say => say.Content is not MediaMessage), $"{name} in {state} delivers again what was delivered.");
        }
    }

    /// <summary>Written anew by <c>UPDATE_STATES=1 dotnet test tests/Unit --filter StatesPage</c>.</summary>
    [Fact]
    public void StatesPage_SaysWhatTheCodeDoes()
    {
        var file = Path.Combine(Infra.TopologyTests.Root, Page);
        var page = Draw();
        if (Environment.GetEnvironmentVariable("UPDATE_STATES") == "1") File.WriteAllText(file, page);
        Assert.Equal(page, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    private static string Draw()
    {
        var inputs = PortraitSamples.Inputs().ToList();
        var next = PortraitStates.All.ToDictionary(
            state => state, state => inputs.ConvertAll(each => (each.Name, Answer: _bot.Handle(PortraitSamples.In(state), each.Input))));
        var page = new StringBuilder(
            """
            # The states of Portraits

            Drawn from the code by `UPDATE_STATES=1 dotnet test tests/Unit --filter StatesPage`; a test compares. How many people are in each
            state: `/api/states`. Orders go their own way beside the talk: one can be made while the next is talked about.

            ```mermaid
            stateDiagram-v2
              [*] --> New

            """);
        foreach (var (state, answers) in next)
        {
            foreach (var way in answers.Where(each => each.Answer.State != state).GroupBy(each => each.Answer.State).OrderBy(group => Place(group.Key)))
            {
                var names = way.Select(each => each.Name.Trim('“', '”', '[', ']')).Distinct().ToList();
                page.Append(CultureInfo.InvariantCulture, $"  {state} --> {way.Key} : {string.Join(", ", names.Take(4))}{(names.Count > 4 ? ", …" : "")}\n");
            }
        }

        page.Append("```\n\nEach input in each state: what is said, and where it leads if it leads on. (·: nothing is said, by design.)\n\n");
        page.Append("| | ").AppendJoin(" | ", PortraitStates.All).Append(" |\n|---|").Append(string.Concat(PortraitStates.All.Select(_ => "---|"))).Append('\n');
        foreach (var (index, input) in inputs.Index())
        {
            page.Append(CultureInfo.InvariantCulture, $"| {input.Name} | ").AppendJoin(" | ", PortraitStates.All.Select(state => Cell(state, next[state][index].Answer))).Append(" |\n");
        }

        return page.ToString();
    }

    private static string Cell(string state, Transition answer)
    {
        var said = string.Join(" ", answer.Effects.Select(effect => effect switch
        {
            Say { Content: ButtonsMessage or ListMessage } => "choice",
            Say { Content: LinkMessage } => "link",
            Say { Content: MediaMessage } => "picture",
            Say { Content: ReactionMessage } => "👍",
            Say => "text",
            UseMedia => "check",
            Publish publish => publish.Type.Split('.')[1] switch
            {
                "photos-erased" => "erase", "packs-requested" => "packs", "order-placed" => "order", "training-requested" => "train",
                "refund-requested" => "refund", "order-cancelled" => "cancel", "order-fulfilled" => "earned", "pictures-erased" => "erase",
                var other => other,
            },
            _ => "",
        }).Where(word => word.Length > 0).Aggregate(
            new List<string>(), (words, word) =>
            {
                if (words.LastOrDefault() != word) words.Add(word);
                return words;
            }));
        return (said.Length == 0 ? "·" : said) + (answer.State == state ? "" : $" → {answer.State}");
    }

    private static int Place(string state) => PortraitStates.All.Index().First(each => each.Item == state).Index;

    private static IChannel Limits()
    {
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build();
        var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection();
        Microsoft.Extensions.DependencyInjection.LoggingServiceCollectionExtensions.AddLogging(services);
        services.AddWhatsApp(configuration);
        return Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<IChannel>(
            Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services));
    }
}
