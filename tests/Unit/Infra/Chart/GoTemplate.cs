using System.Text;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Unit.Tests.Infra.Chart;

/// <summary>
/// As much of Go's templates as the chart uses: values, variables, if, range, define, include and a few functions. What it does not
/// know is an error, so that the chart cannot grow beyond what is tested. https://pkg.go.dev/text/template
/// </summary>
internal sealed class GoTemplate
{
    private readonly Dictionary<string, IReadOnlyList<Node>> _defined = [];

    internal abstract record Node;

    private sealed record Verbatim(string What) : Node;

    private sealed record Output(string Pipeline) : Node;

    private sealed record If(string Pipeline, IReadOnlyList<Node> Then, IReadOnlyList<Node> Else) : Node;

    private sealed record Range(string? Key, string Value, string Pipeline, IReadOnlyList<Node> Body) : Node;

    /// <summary>Learns the templates a file defines.</summary>
    public void Define(string file) => Parse(file);

    /// <summary>A file's output.</summary>
    public string Render(string file, JsonObject root) => Render(Parse(file), new GoScope(root, this));

    public string Include(string name, JsonNode? dot) =>
        Render(_defined.TryGetValue(name, out var nodes) ? nodes : throw new FormatException($"The template {name} is not defined."), new GoScope(dot, this));

    private static string Render(IReadOnlyList<Node> nodes, GoScope scope)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
        {
            text.Append(node switch
            {
                Verbatim verbatim => verbatim.What,
                Output output => GoScope.Text(scope.Evaluate(output.Pipeline)),
                If choice => Render(GoScope.IsTrue(scope.Evaluate(choice.Pipeline)) ? choice.Then : choice.Else, scope),
                Range range => string.Concat(Items(scope.Evaluate(range.Pipeline)).Select(item => Render(range.Body, scope.With((range.Key, item.Key), (range.Value, item.Value))))),
                _ => throw new NotSupportedException(node.GetType().Name),
            });
        }

        return text.ToString();
    }

    // Maps by their keys in order, as Go has it.
    private static IEnumerable<(JsonNode? Key, JsonNode? Value)> Items(JsonNode? node) => node switch
    {
        JsonObject map => map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => ((JsonNode?)JsonValue.Create(pair.Key), pair.Value)),
        JsonArray list => list.Select((item, index) => ((JsonNode?)JsonValue.Create(index), item)),
        null => [],
        _ => throw new FormatException("Only a map and a list can be ranged over."),
    };

    private IReadOnlyList<Node> Parse(string file)
    {
        var tokens = new Queue<(bool IsAction, string What)>(Tokens(file));
        var nodes = Block(tokens, out var end);
        return end is null ? nodes : throw new FormatException($"{{{{ {end} }}}} ends nothing.");
    }

    private List<Node> Block(Queue<(bool IsAction, string What)> tokens, out string? end)
    {
        var nodes = new List<Node>();
        while (tokens.TryDequeue(out var token))
        {
            var word = token.What.Split(' ', 2);
            if (!token.IsAction) nodes.Add(new Verbatim(token.What));
            else if (token.What is "end" or "else")
            {
                end = token.What;
                return nodes;
            }
            else if (word[0] == "if")
            {
                var then = Block(tokens, out var after);
                var otherwise = after == "else" ? Block(tokens, out after) : [];
                nodes.Add(new If(word[1], then, after == "end" ? otherwise : throw new FormatException($"if {word[1]} has no end.")));
            }
            else if (word[0] == "range")
            {
                var sides = word[1].Split(" := ", 2);
                var names = sides[0].Split(',', StringSplitOptions.TrimEntries);
                nodes.Add(new Range(names.Length == 2 ? names[0] : null, names[^1], sides[1], Closed(tokens, word[1])));
            }
            else if (word[0] == "define")
            {
                _defined[word[1].Trim('"')] = Closed(tokens, word[1]);
            }
            else nodes.Add(new Output(token.What));
        }

        end = null;
        return nodes;
    }

    private List<Node> Closed(Queue<(bool IsAction, string What)> tokens, string what)
    {
        var body = Block(tokens, out var end);
        return end == "end" ? body : throw new FormatException($"{what} has no end.");
    }

    private static IEnumerable<(bool IsAction, string What)> Tokens(string file)
    {
        var trim = false;
        for (var at = 0; at < file.Length;)
        {
            var open = file.IndexOf("{{", at, StringComparison.Ordinal);
            var text = open < 0 ? file[at..] : file[at..open];
            if (trim) text = text.TrimStart();
            if (open >= 0 && file[open..].StartsWith("{{- ", StringComparison.Ordinal)) text = text.TrimEnd();
            if (text.Length > 0) yield return (false, text);
            if (open < 0) yield break;
            var close = file.IndexOf("}}", open, StringComparison.Ordinal);
            var action = file[(open + 2)..close];
            trim = action.EndsWith(" -", StringComparison.Ordinal);
            if (action.StartsWith("- ", StringComparison.Ordinal)) action = action[1..];
            yield return (true, (trim ? action[..^1] : action).Trim());
            at = close + 2;
        }
    }
}
