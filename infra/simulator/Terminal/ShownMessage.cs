using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Terminal;

/// <summary>A choice of a message, and what the phone sends when it is pressed.</summary>
/// <param name="Title">As the person sees it.</param>
/// <param name="Description">The line below it; null: none.</param>
/// <param name="Type">Type of the message that pressing it sends.</param>
/// <param name="Content">Content of that message.</param>
internal sealed record ShownChoice(string Title, string? Description, string Type, JsonObject Content);

/// <summary>A message of a bot as lines of a terminal.</summary>
/// <param name="Lines">Its text, without the choices.</param>
/// <param name="Choices">What can be pressed.</param>
internal sealed record ShownMessage(IReadOnlyList<string> Lines, IReadOnlyList<ShownChoice> Choices)
{
    /// <summary>Reads a message as the phone has it.</summary>
    /// <param name="simulator">Where its files are.</param>
    public static ShownMessage Of(JsonObject message, Uri simulator)
    {
        var (type, body) = (Text(message["type"]) ?? "", message["body"] as JsonObject ?? []);
        return type switch
        {
            "text" => new([.. Split(Text(body["body"]))], []),
            "interactive" => Interactive(body, simulator),
            "template" => Template(body),
            "image" or "video" or "audio" or "document" or "sticker" =>
                new([File(type, body, simulator), .. Split(Text(body["caption"]))], []),
            "location" => new([$"({Text(body["name"]) ?? "place"}: {body["latitude"]}, {body["longitude"]})"], []),
            _ => new([$"({type})"], []),
        };
    }

    private static ShownMessage Interactive(JsonObject body, Uri simulator)
    {
        var lines = new List<string>();
        if (body["header"] is JsonObject header)
        {
            var kind = Text(header["type"]) ?? "";
            lines.AddRange(header[kind] is JsonObject file ? [File(kind, file, simulator)] : Split(Text(header["text"])));
        }

        lines.AddRange(Split(Text(body["body"]?["text"])));
        lines.AddRange(Split(Text(body["footer"]?["text"])));
        var action = body["action"] as JsonObject ?? [];
        if (action["parameters"] is JsonObject link) lines.Add($"{Text(link["display_text"])}: {Text(link["url"])}");
        var buttons = Objects(action["buttons"]).Select(button => Choice("button_reply", button["reply"] as JsonObject ?? []));
        var rows = Objects(action["sections"]).SelectMany(section => Objects(section["rows"]))
            .Select(row => Choice("list_reply", row));
        return new(lines, [.. buttons, .. rows]);
    }

    private static ShownMessage Template(JsonObject body)
    {
        var parts = Objects(body["components"]).ToList();
        var values = parts.Where(part => Text(part["type"]) == "body").SelectMany(part => Objects(part["parameters"]))
            .Select(value => Text(value["text"]) ?? "");
        var titles = (body["shown"]?["buttons"] as JsonArray)?.Select(title => title!.ToString()).ToList() ?? [];
        var payloads = parts.Where(part => Text(part["type"]) == "button")
            .Select(part => Text(part["parameters"]?[0]?["payload"]) ?? "");
        return new(
            [.. Text(body["shown"]?["text"]) is { } shown ? Split(shown) : [$"(template {Text(body["name"])})", .. values]],
            [.. payloads.Select((payload, n) => Button(n < titles.Count ? titles[n] : $"Button {n + 1}", payload))]);
    }

    private static ShownChoice Button(string title, string payload) =>
        new(title, null, "button", new JsonObject { ["payload"] = payload, ["text"] = title });

    private static ShownChoice Choice(string type, JsonObject choice)
    {
        var (title, description) = (Text(choice["title"]) ?? "", Text(choice["description"]));
        var reply = new JsonObject { ["id"] = Text(choice["id"]), ["title"] = title };
        if (type == "list_reply" && description is not null) reply["description"] = description;
        return new(title, description, "interactive", new JsonObject { ["type"] = type, [type] = reply });
    }

    private static string File(string type, JsonObject file, Uri simulator) =>
        $"({type}: {Text(file["link"]) ?? new Uri(simulator, $"/sim/media/{Text(file["id"])}").ToString()})";

    private static IEnumerable<JsonObject> Objects(JsonNode? array) => (array as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<string> Split(string? text) => text?.Split('\n') ?? [];

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;
}
