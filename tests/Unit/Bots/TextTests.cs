using System.Reflection;
using System.Text.RegularExpressions;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.BotKit.Texts;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Bots;

public sealed partial class TextTests
{
    private const int MaxButton = 20;
    private const int MaxTitle = 24;
    private const int MaxDescription = 72;

    private static readonly IReadOnlyList<Type> _sets =
        [.. BotAssemblies.Derived(typeof(TextSet))];

    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var set in _sets)
            {
                foreach (var language in Languages.All) files.Add(set.Name, language);
            }

            return files;
        }
    }

    [Fact]
    public void Sets_AreFound() => Assert.True(_sets.Count >= 3);

    [Theory]
    [MemberData(nameof(Files))]
    public void File_HasEachTextWithItsPlaceholdersAndNoOther(string name, string language)
    {
        var set = _sets.Single(type => type.Name == name);
        var file = TextSet.FileOf(set, language);
        var members = MembersOf(set);

        Assert.Equal(members.Keys.Order(), file.Keys.Order());
        Assert.All(file, text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key);
            Assert.Equal(members[text.Key].Order(), PlaceholdersOf(text.Value).Order());
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Labels_FitOnTheirButtonsAndRows(string name, string language) =>
        Assert.All(TextSet.FileOf(_sets.Single(type => type.Name == name), language), text =>
        {
            var limit = text.Key.EndsWith("Button", StringComparison.Ordinal) ? MaxButton
                : text.Key.EndsWith("Title", StringComparison.Ordinal) ? MaxTitle
                : text.Key.EndsWith("Description", StringComparison.Ordinal) ? MaxDescription : int.MaxValue;
            Assert.True(text.Value.Length <= limit, $"{text.Key}: {text.Value.Length} characters, at most {limit}");
        });

    [Theory]
    [MemberData(nameof(Files))]
    public void Texts_AreInTheirLanguage(string name, string language)
    {
        // What has a script of its own must use it; a text copied from the English file and forgotten is found so.
        var english = TextSet.FileOf(_sets.Single(type => type.Name == name), Languages.English);
        if (language == Languages.English) return;
        Assert.All(TextSet.FileOf(_sets.Single(type => type.Name == name), language), text =>
            Assert.True(text.Value != english[text.Key] || text.Value is "Menu", $"{text.Key} is English"));
    }

    private static Dictionary<string, IEnumerable<string>> MembersOf(Type set) => set
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
        .ToDictionary(member => member.Name, member => member is MethodInfo method ? method.GetParameters().Select(p => p.Name!) : []);

    private static IEnumerable<string> PlaceholdersOf(string text) => Placeholder().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
