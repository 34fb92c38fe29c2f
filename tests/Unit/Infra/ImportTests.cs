using System.Text.RegularExpressions;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>Order of using directives, as `dotnet format` has it; by itself it takes minutes, and this takes none.</summary>
public sealed partial class ImportTests
{
    [Fact]
    public void Imports_OfEveryFile_AreInOrder()
    {
        var files = new[] { "functions", "infra", "shared", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !Build().IsMatch(file)).ToList();
        Assert.True(files.Count > 500);
        Assert.Equal([], files.Where(file => !AreSorted(File.ReadLines(file))).Select(file => Path.GetRelativePath(TopologyTests.Root, file)));
    }

    [Theory]
    [InlineData(true, "using System;", "using System.Text;", "using A.B;", "using Dapper;")]
    [InlineData(false, "using Dapper;", "using System;")]
    [InlineData(false, "using WhatsAppBots.Understanding;", "using WhatsAppBots.Bots;")]
    [InlineData(true, "using WhatsAppBots.Bots;", "using WhatsAppBots.Bots.Texts;", "using Xunit;", "using static System.Math;", "using Row = System.String;")]
    public void Order_IsSystemFirst_ThenByName_ThenStaticAndNames(bool isSorted, params string[] lines) =>
        Assert.Equal(isSorted, AreSorted(lines));

    private static bool AreSorted(IEnumerable<string> lines)
    {
        var imports = lines.SkipWhile(line => !line.StartsWith("using ", StringComparison.Ordinal) && !line.StartsWith("namespace ", StringComparison.Ordinal))
            .TakeWhile(line => Import().IsMatch(line)).ToList();
        return imports.Order(Comparer<string>.Create(Compare)).SequenceEqual(imports);
    }

    private static int Compare(string one, string other)
    {
        var (a, b) = (Import().Match(one), Import().Match(other));
        if (RankOf(a).CompareTo(RankOf(b)) is not 0 and var rank) return rank;
        var (x, y) = (NameOf(a).Split('.'), NameOf(b).Split('.'));
        for (var n = 0; n < Math.Min(x.Length, y.Length); n++)
        {
            if (string.Compare(x[n], y[n], StringComparison.OrdinalIgnoreCase) is not 0 and var part) return part;
        }

        return x.Length.CompareTo(y.Length);
    }

    private static int RankOf(Match import) => import.Groups["alias"].Success ? 3 : import.Groups["static"].Success ? 2
        : NameOf(import).Split('.')[0] == "System" ? 0 : 1;

    private static string NameOf(Match import) => import.Groups["alias"].Success ? import.Groups["alias"].Value : import.Groups["name"].Value;

    [GeneratedRegex(@"^using (?<static>static )?(?:(?<alias>\w+) = )?(?<name>[^;(]+);$")]
    private static partial Regex Import();

    [GeneratedRegex(@"[/\\](?:obj|bin|node_modules)[/\\]")]
    private static partial Regex Build();
}
