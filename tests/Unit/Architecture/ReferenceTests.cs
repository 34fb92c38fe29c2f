using System.Text.RegularExpressions;
using WhatsAppBots.Unit.Tests.Infra;

namespace WhatsAppBots.Unit.Tests.Architecture;

/// <summary>What may refer to what: bots know no other bot, the engine knows no bot, shared code knows no app.</summary>
public sealed partial class ReferenceTests
{
    private const string Engine = "shared/Conversations";
    private const string Kit = "shared/BotKit";

    // The list of the bots refers to each of them.
    private const string List = "shared/Bots/Bots.csproj";

    // Projects a bot may refer to, and those of its own name.
    private static readonly string[] _ofBots = ["BotKit", "Contracts", "Conversations", "Hosting", "Understanding", "Contacts"];

    private static readonly Dictionary<string, (string Path, string[] References)> _projects = SourceTree.Product
        .SelectMany(folder => SourceTree.Paths(folder, "*.csproj")).ToDictionary(
            path => Path.GetFileNameWithoutExtension(path),
            path => (path, Reference().Matches(Repository.Text(path)).Select(match => match.Groups[1].Value).ToArray()));

    // Folders with a class that is a bot.
    private static readonly IReadOnlyList<string> _bots =
        [.. SourceTree.Files.Where(file => (file.IsIn("shared/Bots") || file.IsIn(Kit)) && IsBot().IsMatch(file.Code)).Select(file => file.Folder).Distinct()];

    [Fact]
    public void Bots_KnowNoOtherBot()
    {
        Assert.True(_bots.Count >= 4, "The bots were not found.");
        KnownExceptions.Hold(
            "A bot uses a type of another bot. What two bots need belongs to neither: put it where both may refer to.",
            "bot-exceptions.txt",
            from edge in SourceTree.Graph.Uses
            let bot = BotOf(edge.From.Path)
            let other = BotOf(edge.To.Path)
            where bot is not null && other is not null && bot != other
            select $"{edge.From.Path} {edge.Type}");
    }

    [Fact]
    public void Engine_KnowsNoBot()
    {
        Assert.Empty(SourceTree.Graph.Uses.Where(edge => edge.From.IsIn(Engine) && (edge.To.IsIn("shared/Bots") || edge.To.IsIn(Kit)))
            .Select(edge => $"{edge.From.Path}: {edge.Type}"));
        var names = _bots.Select(folder => folder.Split('/')[^1].ToLowerInvariant()).ToList();
        KnownExceptions.Hold(
            "The engine names a bot.",
            "engine-exceptions.txt",
            from file in SourceTree.Below(Engine)
            from Match match in Literal().Matches(file.Text)
            where names.Contains(match.Groups[1].Value)
            select $"{file.Path} {match.Groups[1].Value}");
    }

    [Fact]
    public void Projects_ReferToWhatTheyMay()
    {
        Assert.All(_projects, project =>
        {
            var (path, references) = project.Value;
            if (path.StartsWith("shared/", StringComparison.Ordinal))
            {
                Assert.All(references, name => Assert.StartsWith("shared/", _projects[name].Path, StringComparison.Ordinal));
            }

            if (path.StartsWith("functions/", StringComparison.Ordinal))
            {
                Assert.All(references, name => Assert.False(_projects[name].Path.StartsWith("functions/", StringComparison.Ordinal), $"{path}: {name}"));
            }

            // The engine and the bus are below all bots.
            if (path.StartsWith(Engine + "/", StringComparison.Ordinal) || path.StartsWith("shared/Messaging/", StringComparison.Ordinal))
            {
                Assert.All(references, name => Assert.DoesNotContain("Bot", _projects[name].Path, StringComparison.Ordinal));
            }

            // A dialog is pure, and the compiler holds it so: it does not refer to a database.
            var isBot = path.StartsWith("shared/Bots/", StringComparison.Ordinal) && path != List
                && !path.Contains(".Backend", StringComparison.Ordinal);
            if (isBot || path.StartsWith(Kit + "/", StringComparison.Ordinal))
            {
                Assert.All(references, name => Assert.Contains(name, _ofBots));
            }
        });
    }

    private static string? BotOf(string path) =>
        _bots.FirstOrDefault(folder => path.StartsWith(folder + "/", StringComparison.Ordinal) || path.StartsWith(folder + ".Backend/", StringComparison.Ordinal));

    [GeneratedRegex(@"class \w+(?:\([^)]*\))?\s*:\s*(?:\w+,\s*)*IBot\b")]
    private static partial Regex IsBot();

    [GeneratedRegex("\"([a-z]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("""ProjectReference Include="[^"]*?([\w.]+)\.csproj""")]
    private static partial Regex Reference();
}
