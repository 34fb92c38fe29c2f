using System.Text.RegularExpressions;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>Comments of the hosts in plain words: a summary begins with a noun or a verb, and no line is wider than 140 columns.</summary>
public sealed partial class VoiceTests
{
    private const int Width = 140;

    public static TheoryData<string> Files { get; } =
    [
        .. new[] { "shared/Hosting", "infra/standalone" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(TopologyTests.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Summaries_BeginWithANounOrAVerb(string file) => Assert.Equal([], Riddle().Matches(Repository.Text(file)).Select(match => match.Value));

    [Theory]
    [MemberData(nameof(Files))]
    public void Lines_AreNoWiderThanTheScreen(string file) => Assert.Equal([], File.ReadLines(Repository.PathOf(file)).Where(line => line.Length > Width));

    [GeneratedRegex(@"<summary>\s*(?:///\s*)?(?:What|Who|Whoever|How|Where|It|They|When|Whether|Those|These|Theirs|Whom|Such)\b.*")]
    private static partial Regex Riddle();
}
