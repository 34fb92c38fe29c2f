using System.Text.RegularExpressions;
using WhatsAppBots.Unit.Tests.Infra;

namespace WhatsAppBots.Unit.Tests.Recipes;

/// <summary>infra/recipes.md against the repository: each file that a recipe names is there, and no recipe is missing.</summary>
public sealed partial class RecipeTests
{
    private static readonly string _recipes = Repository.Text("infra/recipes.md");

    [Fact]
    public void Recipes_AreThere() => Assert.Equal(
        [
            "Add a bot", "Add an event", "Add a table", "Add a column to conversations", "Add a message type", "Add an admin endpoint",
            "Add a payment provider", "Add a language",
        ],
        Heading().Matches(_recipes).Select(match => match.Groups[1].Value));

    [Fact]
    public void EachFile_IsThere()
    {
        var files = Code().Matches(_recipes).Select(match => match.Groups[1].Value)
            .Where(code => Place().IsMatch(code) && !Pattern().IsMatch(code)).ToList();
        Assert.True(files.Count > 40);
        Assert.All(files, file => Assert.True(Path.Exists(Repository.PathOf(file)), file));
    }

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("[<*]|00NN")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^(?:functions|shared|infra|tests)/[^ ]+$|^local\.settings")]
    private static partial Regex Place();
}
