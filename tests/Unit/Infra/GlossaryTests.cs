using System.Reflection;
using System.Text.RegularExpressions;
using WhatsAppBots.Images.Jobs;
using WhatsAppBots.Money.Orders;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>infra/glossary.md and setup.md against the code: what they point to is there, and nothing is left out.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string _glossary = Repository.Text("infra/glossary.md");

    [Fact]
    public void EachPlace_IsThere()
    {
        var rows = Rows("| term |").ToList();
        Assert.True(rows.Count > 25);
        Assert.All(rows, row =>
        {
            var places = Code().Matches(row.Split('|')[3]).Select(match => match.Groups[1].Value).ToList();
            Assert.NotEmpty(places);
            Assert.All(places, place => Assert.True(Path.Exists(Repository.PathOf(place)), place));
        });
    }

    [Theory]
    [InlineData("retry")]
    [InlineData("rate limit")]
    [InlineData("orphan")]
    [InlineData("batch")]
    [InlineData("wake-up")]
    [InlineData("debounce")]
    [InlineData("erasure")]
    [InlineData("dead letter")]
    [InlineData("lease")]
    [InlineData("outbox")]
    [InlineData("inbox")]
    [InlineData("state machine")]
    public void Terms_OfTheField_CanBeFound(string term) => Assert.Contains(
        Rows("| term |"), row => row.Split('|')[1].Contains(term, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void StatesOfAnOrder_AreAllInTheTable()
    {
        var table = string.Join('\n', Rows("| what happens |"));
        var stages = Assembly.Load("WhatsAppBots.Portraits").GetType("WhatsAppBots.Bots.Portraits.OrderStage", throwOnError: true)!;
        Assert.All(
            Enum.GetNames(stages).Concat(Constants(typeof(OrderStates))).Concat(Constants(typeof(JobStates))),
            state => Assert.Contains($"`{state}`", table, StringComparison.Ordinal));
    }

    // Each name stands as a literal where its template is sent.
    [Fact]
    public void Templates_AreAllInTheGuide()
    {
        var sent = Directory.EnumerateFiles(Repository.PathOf("shared/Bots"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Template().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().Order();
        var listed = File.ReadLines(Repository.PathOf("infra/setup.md")).Select(line => Row().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups[1].Value).Order();
        Assert.Equal(sent, listed);
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> Rows(string header) => _glossary.Split('\n')
        .SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));

    [GeneratedRegex("\"((?:portraits|habits)_[a-z_]+)\"")]
    private static partial Regex Template();

    [GeneratedRegex(@"^\| `([a-z]+_[a-z_]+)` \| \d \|")]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
