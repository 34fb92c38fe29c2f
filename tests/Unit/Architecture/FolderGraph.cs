using System.Text.RegularExpressions;

namespace WhatsAppBots.Unit.Tests.Architecture;

/// <summary>Use of a type of one file in another.</summary>
internal sealed record TypeUse(SourceFile From, SourceFile To, string Type);

/// <summary>Graph of the folders by the types they use of each other, read from the text: a name that two types have in sight counts for neither.</summary>
internal sealed partial class FolderGraph
{
    private readonly Dictionary<string, HashSet<string>> _edges;

    private FolderGraph(IReadOnlyList<TypeUse> uses)
    {
        Uses = uses;
        _edges = uses.Where(use => use.From.Folder != use.To.Folder).GroupBy(use => use.From.Folder)
            .ToDictionary(group => group.Key, group => group.Select(use => use.To.Folder).ToHashSet());
    }

    /// <summary>Each type that a file uses of another.</summary>
    public IReadOnlyList<TypeUse> Uses { get; }

    /// <summary>Reads the files.</summary>
    public static FolderGraph Of(IReadOnlyList<SourceFile> files)
    {
        var spaces = files.ToDictionary(file => file, file => Namespace().Match(file.Code).Groups[1].Value);
        var declared = files.SelectMany(file => Declared().Matches(file.Code).Select(match => (Type: match.Groups[1].Value, File: file)))
            .Distinct().ToLookup(pair => pair.Type, pair => pair.File);
        return new FolderGraph([.. files.SelectMany(file => UsesOf(file))]);

        IEnumerable<TypeUse> UsesOf(SourceFile file)
        {
            var sight = Using().Matches(file.Code).Select(match => match.Groups[1].Value).Concat(Parents(spaces[file])).ToHashSet();
            var body = Head().Replace(file.Code, "");
            foreach (var name in Word().Matches(body).Select(match => match.Value).Distinct())
            {
                var places = declared[name].Where(place => sight.Contains(spaces[place])).ToList();
                if (places is [var place] && place != file) yield return new TypeUse(file, place, name);
            }
        }
    }

    /// <summary>Groups of folders of which each uses each other, by one way or another, the largest first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cycles()
    {
        var (index, low, stack, groups) = (new Dictionary<string, int>(), new Dictionary<string, int>(), new Stack<string>(), new List<IReadOnlyList<string>>());
        foreach (var folder in _edges.Keys.Order(StringComparer.Ordinal).Where(folder => !index.ContainsKey(folder))) Visit(folder);
        return [.. groups.OrderByDescending(group => group.Count).ThenBy(group => group[0], StringComparer.Ordinal)];

        // Tarjan's algorithm.
        void Visit(string folder)
        {
            index[folder] = low[folder] = index.Count;
            stack.Push(folder);
            foreach (var next in _edges.GetValueOrDefault(folder) ?? [])
            {
                if (!index.ContainsKey(next)) Visit(next);
                if (stack.Contains(next)) low[folder] = Math.Min(low[folder], low[next]);
            }

            if (low[folder] != index[folder]) return;
            var group = new List<string>();
            do group.Add(stack.Pop());
            while (group[^1] != folder);
            if (group.Count > 1) groups.Add([.. group.Order(StringComparer.Ordinal)]);
        }
    }

    /// <summary>An example of a use in each direction, for a message.</summary>
    public string Example(IReadOnlyList<string> folders) => string.Join("\n    ", Uses
        .Where(use => use.From.Folder != use.To.Folder && folders.Contains(use.From.Folder) && folders.Contains(use.To.Folder))
        .GroupBy(use => (use.From.Folder, use.To.Folder)).Select(group => $"{group.First().From.Path} uses {group.First().Type} of {group.Key.Item2}"));

    private static IEnumerable<string> Parents(string space)
    {
        for (var name = space; name.Length > 0; name = name.Contains('.', StringComparison.Ordinal) ? name[..name.LastIndexOf('.')] : "") yield return name;
    }

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using\s+(?:static\s+)?([\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^(?:using|namespace)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"(?<![.\w])[A-Z]\w+\b")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^[ \t]*(?:\[[^\]]*\]\s*)*(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref|unsafe|new)\s+)*"
        + @"(?:record\s+struct|record\s+class|record|class|struct|interface|enum|delegate\s+[\w<>\[\],\s?.]+?)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
