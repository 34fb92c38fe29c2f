using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Survival.Tests;

/// <summary>Spoils real webhooks in ways that JSON allows, and some that it does not.</summary>
internal sealed class Mutations(Random random, IReadOnlyList<string> shapes)
{
    // Each is JSON, and a surprise where something else was expected.
    private static readonly byte[][] _surprises =
    [
        .. new[]
        {
            "null", "true", "0", "-1", "1e308", "1e999999", "-0.0", "123456789012345678901234567890", "9223372036854775808", "[]", "{}",
            "[[]]", "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"😀👩‍👩‍👧‍👦🇮🇳\"",
            "\"\u202Eabc\u202C \u200F\u05D0\"", "\"\\u202e\"", "\"'; drop table chat.messages; --\"", "\"{\\\"is\\\":\\\"text\\\"}\"", "\"\\\\\"", "\"\\/\\b\\f\"",
            "{\"a\":1,\"a\":2}", "{\"\":{}}", "{\"body\":\"x\",\"body\":{}}", "[null,null]", "{\"id\":[1,{\"id\":2}]}", "\"2026-13-45T99:99:99Z\"",
            "\"-62135596800\"", "\"99999999999999\"", "\"1e3\"",
        }.Select(Encoding.UTF8.GetBytes),
        [(byte)'"', 0xFF, 0xFE, (byte)'"'],
        [(byte)'"', 0xC3, 0x28, 0xE2, 0x82, (byte)'"'],
        [(byte)'"', 0xED, 0xA0, 0x80, (byte)'"'],
        [(byte)'"', 0xF0, 0x9F, 0x98, (byte)'"'],
    ];

    /// <summary>An entry of a webhook with one to four things in it changed.</summary>
    /// <param name="unique">Goes into its message ids, so that none is taken for one that came before.</param>
    public byte[] Entry(string unique, string number)
    {
        var text = shapes[random.Next(shapes.Count)].Replace("wamid.FIX", "wamid." + unique, StringComparison.Ordinal);
        if (random.Next(2) == 0) text = text.Replace("106540352242922", number, StringComparison.Ordinal);
        var entry = JsonNode.Parse(text)!["entry"]![0]!.DeepClone();
        var put = new List<byte[]>();
        for (var n = random.Next(1, 5); n > 0; n--) Change(entry, put);
        return Fill(entry.ToJsonString(), put);
    }

    /// <summary>Bytes changed, lost, or doubled anywhere: as a rule no JSON any more.</summary>
    public byte[] Bytes(byte[] body)
    {
        var bytes = body.ToList();
        for (var n = random.Next(1, 6); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 50), bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 50), bytes.Count - at))); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }

    private void Change(JsonNode root, List<byte[]> put)
    {
        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        if (nodes.Count == 0) return;
        switch (nodes[random.Next(nodes.Count)])
        {
            case JsonObject from when from.Count > 0:
                var key = from.ElementAt(random.Next(from.Count)).Key;
                if (random.Next(4) == 0) from.Remove(key);
                else if (random.Next(6) == 0) from[key + "_new"] = Put(put);
                else from[key] = Put(put);
                break;
            case JsonArray from when from.Count > 0:
                var at = random.Next(from.Count);
                if (random.Next(4) == 0) from.RemoveAt(at);
                else if (random.Next(4) == 0) from.Add(from[at]?.DeepClone());
                else from[at] = Put(put);
                break;
        }
    }

    // Stands for bytes that a tree of nodes cannot hold.
    private JsonValue Put(List<byte[]> put)
    {
        put.Add(random.Next(20) switch
        {
            0 => Nested(random.Next(2, 900)),
            1 => Encoding.UTF8.GetBytes($"\"{new string('x', random.Next(1, 70_000))}\""),
            _ => _surprises[random.Next(_surprises.Length)],
        });
        return JsonValue.Create($"@@{(put.Count - 1).ToString(CultureInfo.InvariantCulture)}@@");
    }

    private static byte[] Nested(int depth) => Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));

    private static byte[] Fill(string json, List<byte[]> put)
    {
        var filled = new List<byte>(json.Length);
        for (var at = 0; at < json.Length;)
        {
            var next = json.IndexOf("\"@@", at, StringComparison.Ordinal);
            if (next < 0) next = json.Length;
            filled.AddRange(Encoding.UTF8.GetBytes(json[at..next]));
            if (next == json.Length) break;
            var end = json.IndexOf("@@\"", next + 3, StringComparison.Ordinal);
            filled.AddRange(put[int.Parse(json.AsSpan(next + 3, end - next - 3), CultureInfo.InvariantCulture)]);
            at = end + 3;
        }

        return [.. filled];
    }

    private static void Collect(JsonNode? node, List<JsonNode> nodes)
    {
        if (node is not JsonObject and not JsonArray) return;
        nodes.Add(node);
        var inner = node is JsonObject from ? from.Select(pair => pair.Value) : (JsonArray)node;
        foreach (var child in inner) Collect(child, nodes);
    }
}
