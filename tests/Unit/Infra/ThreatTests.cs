using System.Text.RegularExpressions;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>infra/threats.md names what guards against each threat: a guard that was moved or removed is missed here.</summary>
public sealed partial class ThreatTests
{
    [Fact]
    public void EachFileThatIsNamed_IsThere()
    {
        var lines = File.ReadAllLines(Path.Combine(TopologyTests.Root, "infra", "threats.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        Assert.True(lines.Count > 12);
        Assert.All(lines, line =>
        {
            var files = Code().Matches(line.Trim(' ', '|').Split('|')[^1]).Select(match => match.Groups[1].Value).ToList();
            Assert.NotEmpty(files);
            Assert.All(files, file => Assert.True(Path.Exists(Path.Combine(TopologyTests.Root, file)), file));
        });
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
