using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Ai.Answers;

/// <summary>
/// The JSON schema of an answer: the part that providers' strict mode takes, and bounds besides. Bounds are not sent as such,
/// since some providers refuse them, but told in the description; all of it is checked here, whatever the provider promised.
/// https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
/// </summary>
public sealed class AnswerSchema
{
    private static readonly string[] _bounds = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];
    private static readonly string[] _known = ["type", "description", "enum", "properties", "required", "additionalProperties", "items", .. _bounds];
    private static readonly string[] _types = ["object", "array", "string", "number", "integer", "boolean", "null"];

    private readonly Shape _root;

    private AnswerSchema(Shape root, string sent) => (_root, Sent) = (root, sent);

    /// <summary>As providers are given it.</summary>
    public string Sent { get; }

    /// <summary>Reads a schema.</summary>
    /// <exception cref="FormatException">It is no JSON, uses what is not known here, or would not be strict.</exception>
    public static AnswerSchema Parse(string schema)
    {
        try
        {
            var node = JsonNode.Parse(schema) as JsonObject ?? throw new FormatException("A schema is a JSON object.");
            var root = Read(node, "$");
            if (!root.Types.SequenceEqual(["object"])) throw new FormatException("$: an answer is an object.");
            return new AnswerSchema(root, Tell(node).ToJsonString());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException($"A schema cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Where and how an answer does not fit; null: it fits. Never quotes the answer.</summary>
    public string? Fault(JsonElement answer) => AnswerCheck.Fault(answer, _root, "$");

    private static Shape Read(JsonObject node, string at)
    {
        foreach (var (name, _) in node) if (!_known.Contains(name)) throw new FormatException($"{at}: {name} is not known here.");
        string[] types = node["type"] switch
        {
            JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
            JsonValue one => [one.GetValue<string>()],
            _ => throw new FormatException($"{at}: type is missing."),
        };
        if (types.Except(_types).FirstOrDefault() is { } odd) throw new FormatException($"{at}: {odd} is no type.");
        var properties = types.Contains("object") ? Properties(node, at) : [];
        var items = types.Contains("array") ? Read(node["items"] as JsonObject ?? throw new FormatException($"{at}: items is missing."), at + "[]") : null;
        var choices = node["enum"]?.AsArray().Select(choice => choice!.GetValue<string>()).ToHashSet();
        return new Shape(
            types, properties, items, choices, (double?)node["minimum"], (double?)node["maximum"], (int?)node["minLength"], (int?)node["maxLength"],
            (int?)node["minItems"], (int?)node["maxItems"]);
    }

    private static Dictionary<string, Shape> Properties(JsonObject node, string at)
    {
        if ((bool?)node["additionalProperties"] is not false) throw new FormatException($"{at}: additionalProperties must be false.");
        var properties = (node["properties"] as JsonObject ?? []).ToDictionary(
            property => property.Key,
            property => Read(property.Value as JsonObject ?? throw new FormatException($"{at}.{property.Key} is no schema."), $"{at}.{property.Key}"));
        var required = (node["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).ToHashSet();
        return required.SetEquals(properties.Keys) ? properties : throw new FormatException($"{at}: all properties must be required.");
    }

    private static JsonObject Tell(JsonObject node)
    {
        var told = new JsonObject();
        foreach (var (name, value) in node)
        {
            if (_bounds.Contains(name)) continue;
            told[name] = (name, value) switch
            {
                ("properties", JsonObject properties) => new JsonObject(properties.Select(property =>
                    KeyValuePair.Create(property.Key, (JsonNode?)Tell(property.Value!.AsObject())))),
                ("items", JsonObject items) => Tell(items),
                _ => value?.DeepClone(),
            };
        }

        var bounds = _bounds.Where(node.ContainsKey).Select(name => $"{name} {node[name]!.ToJsonString()}").ToList();
        if (bounds.Count > 0) told["description"] = string.Join(" ", new[] { told["description"]?.ToString(), $"({string.Join(", ", bounds)})" }.OfType<string>());
        return told;
    }
}

/// <summary>One level of a schema.</summary>
internal sealed record Shape(
    string[] Types, Dictionary<string, Shape> Properties, Shape? Items, HashSet<string>? Choices, double? Minimum, double? Maximum,
    int? MinLength, int? MaxLength, int? MinItems, int? MaxItems);
