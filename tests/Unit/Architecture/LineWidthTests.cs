namespace WhatsAppBots.Unit.Tests.Architecture;

/// <summary>Lines are no wider than 140 columns. Those that are still wider are counted by folder; a count only goes down.</summary>
public sealed class LineWidthTests
{
    private const int Width = 140;

    [Theory]
    [InlineData("functions", 254)]
    [InlineData("infra", 194)]
    [InlineData("shared", 1100)]
    [InlineData("tests", 1482)]
    public void Lines_AreNoWiderThanTheScreen(string folder, int most)
    {
        var wide = SourceTree.Paths(folder, "*.cs").SelectMany(path => File.ReadLines(Infra.Repository.PathOf(path)).Select((line, number) => (path, number, line)))
            .Where(line => line.line.Length > Width).ToList();
        Assert.True(wide.Count <= most, $"{folder} has {wide.Count} lines wider than {Width} columns, {wide.Count - most} more than before: break those that are new.");
        Assert.True(wide.Count > most - 50 || most < 50, $"{folder} has {wide.Count} lines wider than {Width} columns: write that number here in place of {most}.");
    }
}
