using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.BotKit;
using WhatsAppBots.Bots;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;
using WhatsAppBots.Unit.Tests.Infra;
using WhatsAppBots.WhatsApp;

namespace WhatsAppBots.Unit.Tests.Bots;

/// <summary>What a bot does with each input in each state, and its page of states, drawn from that.</summary>
/// <param name="page">The file, from the project's root.</param>
/// <param name="person">A person as a state finds them.</param>
internal sealed class StatePage(
    string page, string title, string introduction, IBot bot, IReadOnlyList<string> states, IEnumerable<(string Name, Input Input)> inputs,
    Func<string, Conversation> person)
{
    private static readonly Lazy<IChannel> _limits = new(() =>
        new ServiceCollection().AddLogging().AddWhatsApp(new ConfigurationBuilder().Build()).BuildServiceProvider().GetRequiredService<IChannel>());

    private readonly List<(string Name, Input Input)> _inputs = [.. inputs];

    /// <summary>Compares the file with the code; with UPDATE_STATES=1 writes it anew first.</summary>
    public void Check()
    {
        var file = Path.Combine(TopologyTests.Root, page);
        var drawn = Draw();
        if (Environment.GetEnvironmentVariable("UPDATE_STATES") == "1") File.WriteAllText(file, drawn);
        Assert.Equal(drawn, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    /// <summary>Whatever comes leads to a state there is, and what is said fits Meta's limits in each language.</summary>
    public void CheckAnswers(string state)
    {
        foreach (var language in Languages.All)
        {
            foreach (var (name, input) in _inputs)
            {
                var answer = bot.Handle(person(state) with { Language = language }, input);
                Assert.Contains(answer.State, states);
                foreach (var said in answer.Effects.OfType<Say>().SelectMany(say => new[] { say.Content, say.OutsideWindow }).OfType<OutgoingContent>())
                {
                    var faults = _limits.Value.Check(said);
                    Assert.True(faults.Count == 0, $"{name} in {state}, {language}: {string.Join("; ", faults)}");
                }
            }
        }
    }

    /// <summary>No message is passed over in silence.</summary>
    public void CheckHeard(string state)
    {
        foreach (var (name, input) in _inputs.Where(each => each.Input is MessageInput))
        {
            Assert.True(
                bot.Handle(person(state), input).Effects.Any(effect => effect is Say or UseMedia or Publish), $"{name} in {state} is passed over in silence.");
        }
    }

    private Transition Handle(string state, Input input) => bot.Handle(person(state), input);

    private string Draw()
    {
        var next = states.ToDictionary(state => state, state => _inputs.ConvertAll(each => (each.Name, Answer: Handle(state, each.Input))));
        var drawn = new StringBuilder($"# {title}\n\n{introduction}\n\n```mermaid\nstateDiagram-v2\n  [*] --> New\n");
        foreach (var (state, answers) in next)
        {
            foreach (var way in answers.Where(each => each.Answer.State != state).GroupBy(each => each.Answer.State).OrderBy(group => Place(group.Key)))
            {
                var names = way.Select(each => each.Name.Trim('“', '”', '[', ']')).Distinct().ToList();
                drawn.Append(CultureInfo.InvariantCulture, $"  {state} --> {way.Key} : {string.Join(", ", names.Take(4))}{(names.Count > 4 ? ", …" : "")}\n");
            }
        }

        drawn.Append("```\n\nEach input in each state: what is said, and where it leads if it leads on. (·: nothing is said, by design.)\n\n");
        drawn.Append("| | ").AppendJoin(" | ", states).Append(" |\n|---|").Append(string.Concat(states.Select(_ => "---|"))).Append('\n');
        foreach (var (index, input) in _inputs.Index())
        {
            drawn.Append(CultureInfo.InvariantCulture, $"| {input.Name} | ").AppendJoin(" | ", states.Select(state => Cell(state, next[state][index].Answer))).Append(" |\n");
        }

        return drawn.ToString();
    }

    private static string Cell(string state, Transition answer)
    {
        var said = string.Join(" ", answer.Effects.Select(WordOf).Where(word => word.Length > 0).Aggregate(
            new List<string>(), (words, word) =>
            {
                if (words.LastOrDefault() != word) words.Add(word);
                return words;
            }));
        return (said.Length == 0 ? "·" : said) + (answer.State == state ? "" : $" → {answer.State}");
    }

    private static string WordOf(Effect effect) => effect switch
    {
        Say { Content: ButtonsMessage or ListMessage } => "choice",
        Say { Content: LinkMessage } => "link",
        Say { Content: MediaMessage } => "picture",
        Say { Content: ReactionMessage } => "👍",
        Say => "text",
        UseMedia => "check",
        Publish publish => publish.Type.Split('.')[1] switch
        {
            "photos-erased" => "erase",
            "packs-requested" => "packs",
            "order-placed" => "order",
            "training-requested" => "train",
            "refund-requested" => "refund",
            "order-cancelled" => "cancel",
            "order-fulfilled" => "earned",
            "pictures-erased" => "erase",
            "partner-news" => "tell the other",
            "chart-asked" => "draw",
            "ai-asked" => "ask",
            "payment-asked" => "ask the provider",
            var other => other,
        },
        _ => "",
    };

    private int Place(string state) => states.Index().First(each => each.Item == state).Index;
}
