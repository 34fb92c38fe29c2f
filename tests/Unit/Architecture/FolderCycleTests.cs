namespace WhatsAppBots.Unit.Tests.Architecture;

/// <summary>No two folders use each other, by one way or another, but for the groups that are known; those only become smaller.</summary>
public sealed class FolderCycleTests
{
    private const string List = "cycles.txt";

    [Fact]
    public void Folders_UseEachOtherOneWay()
    {
        var graph = SourceTree.Graph;
        var known = KnownExceptions.Read(List).Select(line => line.Split(", ").ToHashSet()).ToList();
        var found = graph.Cycles();
        Assert.All(found, group => Assert.True(
            known.Any(each => each.IsSupersetOf(group)),
            $"These folders use each other. Move what both need to a folder below them:\n  {string.Join(", ", group)}\n    {graph.Example(group)}"));
        var gone = known.Where(each => !found.Any(each.SetEquals)).Select(each => string.Join(", ", each.Order(StringComparer.Ordinal))).ToList();
        if (gone.Count > 0 && KnownExceptions.IsWriting)
        {
            var smaller = found.Where(group => !known.Any(each => each.SetEquals(group))).Select(group => string.Join(", ", group)).ToList();
            KnownExceptions.Write(List, line => !gone.Contains(string.Join(", ", line.Split(", ").Order(StringComparer.Ordinal))), smaller);
        }
        else
        {
            Assert.True(gone.Count == 0, $"Smaller or gone; take it out of {List} (ARCHITECTURE=write does):\n  {string.Join("\n  ", gone)}");
        }
    }

    [Fact]
    public void Graph_FindsACycleOverThreeFolders()
    {
        SourceFile File(string folder, string type, string uses) =>
            new($"{folder}/{type}.cs", "", $"using N.{uses};\nnamespace N.{type};\npublic sealed class {type} {{ private readonly {uses} _x; }}");
        SourceFile[] files = [File("a", "Aa", "Bb"), File("b", "Bb", "Cc"), File("c", "Cc", "Aa"), File("d", "Dd", "Aa")];
        Assert.Equal(["a", "b", "c"], Assert.Single(FolderGraph.Of(files).Cycles()));
        Assert.Empty(FolderGraph.Of(files[..2]).Cycles());
    }

    [Theory]
    [InlineData("a // X\nb", "a \nb")]
    [InlineData("a \"X \\\" Y\" b", "a  b")]
    [InlineData("a $\"X {y(\"Z\")} X\" b", "a  b")]
    [InlineData("a \"\"\"\n X \" \n\"\"\" b", "a \n\n b")]
    [InlineData("a @\"X \"\" Y\" '\"' b", "a   b")]
    public void Strip_LeavesCodeAlone(string text, string code) => Assert.Equal(code, SourceTree.Strip(text));
}
