using System.Text.RegularExpressions;
using WhatsAppBots.Unit.Tests.Infra;

namespace WhatsAppBots.Unit.Tests.Architecture;

/// <summary>Source file of the repository.</summary>
/// <param name="Path">From the repository's root, with slashes.</param>
/// <param name="Code">The text without comments and without what stands in strings; lines are kept.</param>
internal sealed record SourceFile(string Path, string Text, string Code)
{
    /// <summary>The folder it lies in.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>Tells whether the file lies in a folder, or below it.</summary>
    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);
}

/// <summary>C# of the repository as the rules of the architecture read it.</summary>
internal static partial class SourceTree
{
    /// <summary>Folders of the product.</summary>
    public static readonly string[] Product = ["functions", "shared", "infra"];

    /// <summary>All files of the product.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } = [.. Product.SelectMany(Below)];

    /// <summary>The folders of the product by what they use of each other.</summary>
    public static FolderGraph Graph { get; } = FolderGraph.Of(Files);

    /// <summary>Files of a folder and of those below it, without what was built.</summary>
    public static IEnumerable<SourceFile> Below(string folder) => Paths(folder, "*.cs").Select(path =>
    {
        var text = Repository.Text(path);
        return new SourceFile(path, text, Strip(text));
    });

    /// <summary>Paths of the files of a kind in a folder and below it.</summary>
    public static IEnumerable<string> Paths(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(TopologyTests.Root, file).Replace('\\', '/'))
            .Where(path => !Built().IsMatch(path)).Order(StringComparer.Ordinal);

    /// <summary>Leaves out comments, and the contents of strings and characters.</summary>
    public static string Strip(string text) => Noise().Replace(text, match => new string('\n', match.Value.Count(letter => letter == '\n')));

    [GeneratedRegex("(^|/)(obj|bin|node_modules)/")]
    private static partial Regex Built();

    // In this order: comments, raw strings, verbatim strings, strings, characters.
    [GeneratedRegex("""
        //[^\n]* | /\*[\s\S]*?\*/ | \$*("{3,})[\s\S]*?\1 | (?:\$@|@\$|@)"(?:[^"]|"")*" | \$"(?:\\.|\{[^{}\n]*\}|[^"\\\n])*" | "(?:\\.|[^"\\\n])*"
        | '(?:\\[^'\n]+|[^'\\\n])'
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Noise();
}
