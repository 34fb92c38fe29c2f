using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>YAML as JSON nodes; every scalar is a string.</summary>
internal static class Yaml
{
    /// <summary>One document, with merges (<c>&lt;&lt;</c>) carried out.</summary>
    public static JsonObject Read(string text) =>
        Node(new DeserializerBuilder().Build().Deserialize<object?>(new MergingParser(new Parser(new StringReader(text)))))!.AsObject();

    /// <summary>All documents of a stream; empty ones are left out.</summary>
    public static IReadOnlyList<JsonObject> ReadAll(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => document.RootNode).OfType<YamlMappingNode>().Select(node => Node(node)!.AsObject())];
    }

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        IDictionary<object, object?> map => new JsonObject(map.Select(pair => KeyValuePair.Create((string)pair.Key, Node(pair.Value)))),
        IEnumerable<object?> list => new JsonArray([.. list.Select(Node)]),
        _ => JsonValue.Create(value.ToString()),
    };

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Node(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException($"{node.GetType().Name} at {node.Start}"),
    };
}
