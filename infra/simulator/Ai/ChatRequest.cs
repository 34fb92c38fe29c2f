using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WhatsAppBots.Simulator.Ai;

/// <summary>
/// A request for a chat completion, taken apart: the orders, the data, the pictures. Refused where OpenAI would refuse it.
/// https://platform.openai.com/docs/api-reference/chat/create
/// </summary>
/// <param name="Name">Of the answer's schema.</param>
/// <param name="Orders">All text that can give orders: the system's, and what stands beside the data.</param>
/// <param name="Data">The one part of the user's message that is a JSON object; null: there is none.</param>
internal sealed partial record ChatRequest(string Model, string Name, JsonObject Schema, string Orders, JsonObject? Data, IReadOnlyList<byte[]> Pictures)
{
    // What strict mode takes of JSON Schema, with every provider.
    private static readonly string[] _taken = ["type", "description", "enum", "properties", "required", "additionalProperties", "items"];

    /// <exception cref="FormatException">It would be refused; the message says why.</exception>
    public static ChatRequest Read(JsonNode? body)
    {
        var model = body?["model"]?.ToString() is { Length: > 0 } given ? given : throw new FormatException("you must provide a model parameter");
        if (body["messages"] is not JsonArray { Count: > 0 } messages) throw new FormatException("'messages' is too short");
        var format = body["response_format"];
        if (format?["type"]?.ToString() != "json_schema") throw new FormatException("response_format: only json_schema is simulated");
        var name = format["json_schema"]?["name"]?.ToString() ?? "";
        if (!NameForm().IsMatch(name)) throw new FormatException("Invalid 'response_format.json_schema.name'");
        if ((bool?)format["json_schema"]!["strict"] != true) throw new FormatException("response_format: only strict is simulated");
        var schema = format["json_schema"]!["schema"] as JsonObject ?? throw new FormatException("Missing required parameter: 'response_format.json_schema.schema'");
        Check(schema, "()");
        var (orders, pictures) = (new List<string>(), new List<byte[]>());
        JsonObject? data = null;
        foreach (var (isUser, part) in messages.SelectMany(Parts))
        {
            if (part["type"]?.ToString() == "image_url") pictures.Add(Picture(part["image_url"]?["url"]?.ToString() ?? ""));
            else if (isUser && data is null && Object(Text(part)) is { } document) data = document;
            else orders.Add(Text(part));
        }

        return new ChatRequest(model, name, schema, string.Join('\n', orders), data, pictures);
    }

    private static IEnumerable<(bool IsUser, JsonNode Part)> Parts(JsonNode? message)
    {
        var role = message?["role"]?.ToString();
        if (role is not ("system" or "developer" or "user" or "assistant")) throw new FormatException("Invalid value for 'messages[].role'");
        return message!["content"] switch
        {
            JsonArray parts => parts.Select(part => (role == "user", part ?? throw new FormatException("Invalid 'messages[].content'"))),
            JsonValue text => [(role == "user", new JsonObject { ["type"] = "text", ["text"] = text.ToString() })],
            _ => throw new FormatException("Invalid 'messages[].content'"),
        };
    }

    private static string Text(JsonNode part) => part["text"]?.ToString() ?? throw new FormatException("Missing required parameter: 'messages[].content[].text'");

    private static byte[] Picture(string url)
    {
        var match = DataUrl().Match(url);
        if (!match.Success) throw new FormatException("Invalid image_url: only data URLs of JPEG, PNG, WebP and GIF are simulated");
        return Convert.FromBase64String(url[match.Length..]);
    }

    private static void Check(JsonObject schema, string context)
    {
        foreach (var (keyword, _) in schema)
        {
            if (!_taken.Contains(keyword)) throw new FormatException($"Invalid schema for response_format: In context={context}, '{keyword}' is not permitted.");
        }

        if (schema["items"] is JsonObject items) Check(items, context + "[]");
        if (schema["properties"] is not JsonObject properties) return;
        if ((bool?)schema["additionalProperties"] is not false)
        {
            throw new FormatException($"Invalid schema for response_format: In context={context}, 'additionalProperties' is required to be supplied and to be false.");
        }

        var required = (schema["required"] as JsonArray ?? []).Select(name => name!.ToString()).ToHashSet();
        if (!required.SetEquals(properties.Select(property => property.Key)))
        {
            throw new FormatException($"Invalid schema for response_format: In context={context}, 'required' must include every key in properties.");
        }

        foreach (var (name, inner) in properties) Check(inner!.AsObject(), $"{context}.{name}");
    }

    private static JsonObject? Object(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex NameForm();

    [GeneratedRegex("^data:image/(?:jpeg|png|webp|gif);base64,")]
    private static partial Regex DataUrl();
}
