using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WhatsAppBots.Unit.Tests.Infra.Chart;

/// <summary>Evaluates pipelines: the dot, the variables, and the functions of Go and Helm that the chart uses.</summary>
internal sealed partial class GoScope(JsonNode? dot, GoTemplate templates)
{
    private readonly Dictionary<string, JsonNode?> _variables = new() { ["$"] = dot };

    public GoScope With(params (string? Name, JsonNode? Value)[] variables)
    {
        var inner = new GoScope(dot, templates);
        foreach (var (name, value) in _variables) inner._variables[name] = value;
        foreach (var (name, value) in variables) if (name is not null) inner._variables[name] = value;
        return inner;
    }

    public static string Text(JsonNode? value) => value?.ToString() ?? "";

    public static bool IsTrue(JsonNode? value) => value switch
    {
        null => false,
        JsonObject map => map.Count > 0,
        JsonArray list => list.Count > 0,
        _ => value.ToString() is not ("" or "false" or "0"),
    };

    public JsonNode? Evaluate(string pipeline)
    {
        var tokens = new Queue<string>(Token().Matches(pipeline).Select(match => match.Value));
        if (string.Concat(tokens) != Blank().Replace(pipeline, match => match.Groups[1].Value)) throw new FormatException($"{pipeline} is not understood.");
        var value = Pipeline(tokens);
        return tokens.Count == 0 ? value : throw new FormatException($"{pipeline} goes on after its end.");
    }

    private JsonNode? Pipeline(Queue<string> tokens)
    {
        var value = Command(tokens, []);
        while (tokens.TryPeek(out var next) && next == "|")
        {
            tokens.Dequeue();
            value = Command(tokens, [value]);
        }

        return value;
    }

    private JsonNode? Command(Queue<string> tokens, List<JsonNode?> last)
    {
        var first = tokens.Dequeue();
        if (!char.IsLetter(first[0]) || first is "true" or "false") return Operand(first, tokens);
        var arguments = new List<JsonNode?>();
        while (tokens.TryPeek(out var next) && next is not ("|" or ")")) arguments.Add(Operand(tokens.Dequeue(), tokens));
        arguments.AddRange(last);
        return Call(first, arguments);
    }

    private JsonNode? Operand(string token, Queue<string> tokens)
    {
        if (token == "(")
        {
            var value = Pipeline(tokens);
            return tokens.Dequeue() == ")" ? value : throw new FormatException("A parenthesis is not closed.");
        }

        if (token[0] == '"') return JsonValue.Create(Regex.Unescape(token[1..^1]));
        if (char.IsLetterOrDigit(token[0])) return JsonValue.Create(token);
        var path = token.Split('.');
        var at = path[0].Length == 0 ? dot : _variables.TryGetValue(path[0], out var variable) ? variable : throw new FormatException($"{path[0]} is not declared.");
        return path.Skip(1).Where(name => name.Length > 0).Aggregate(at, (node, name) => node is null ? throw new FormatException($"{token}: nil before {name}.") : node.AsObject()[name]);
    }

    private JsonNode? Call(string function, List<JsonNode?> arguments) => (function, arguments) switch
    {
        ("eq", [var left, var right]) => JsonValue.Create(Text(left) == Text(right)),
        ("not", [var value]) => JsonValue.Create(!IsTrue(value)),
        ("index", [var map, var key]) => map!.AsObject()[Text(key)],
        ("required", [var message, var value]) => value is null || Text(value).Length == 0 ? throw new MissingValueException(Text(message)) : value,
        ("quote", [var value]) => JsonValue.Create($"\"{Text(value).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""),
        ("printf", [var format, .. var values]) => JsonValue.Create(values.Aggregate(Text(format), (text, value) => Place().Replace(text, Text(value), 1))),
        ("include", [var name, var context]) => JsonValue.Create(templates.Include(Text(name), context)),
        ("toYaml", [var value]) => JsonValue.Create(Block(value).TrimEnd('\n')),
        ("nindent", [var spaces, var text]) => JsonValue.Create(string.Concat(Text(text).Split('\n').Select(line => $"\n{new string(' ', int.Parse(Text(spaces), System.Globalization.CultureInfo.InvariantCulture))}{line}"))),
        _ => throw new NotSupportedException($"{function} with {arguments.Count} arguments"),
    };

    private static string Block(JsonNode? value)
    {
        if (value is not JsonObject { Count: > 0 } map) return value is JsonObject ? "{}" : Text(value);
        var text = new StringBuilder();
        foreach (var (key, inner) in map)
        {
            text.Append(inner is JsonObject { Count: > 0 } ? $"{key}:\n  {Block(inner).TrimEnd('\n').Replace("\n", "\n  ", StringComparison.Ordinal)}\n" : $"{key}: {Block(inner)}\n");
        }

        return text.ToString();
    }

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"|[()|]|\$?(?:\.?[A-Za-z0-9_]+)+|[$.]
        """)]
    private static partial Regex Token();

    [GeneratedRegex("""
        ("(?:[^"\\]|\\.)*")|\s+
        """)]
    private static partial Regex Blank();

    [GeneratedRegex("%s")]
    private static partial Regex Place();
}

/// <summary>The chart wants a value that was not given.</summary>
internal sealed class MissingValueException(string message) : Exception(message);
