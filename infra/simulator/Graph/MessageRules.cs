using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Graph;

/// <summary>
/// Meta's rules for the body of a message. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
/// </summary>
internal static class MessageRules
{
    private static readonly string[] _media = ["image", "video", "audio", "document", "sticker"];

    /// <summary>The first rule that is broken, naming the field; null where none is.</summary>
    public static string? Broken(JsonObject body)
    {
        if (Text(body, "to") is null && Text(body, "recipient") is null) return "to: required";
        if (Text(body, "recipient_type") is not (null or "individual")) return "recipient_type: must be individual";
        if (Text(body, "biz_opaque_callback_data") is { Length: > 512 }) return "biz_opaque_callback_data: at most 512 characters";
        var type = Text(body, "type") ?? "text";
        if (body[type] is not JsonObject content) return $"{type}: required";
        if (_media.Contains(type)) return Media(type, content);
        return type switch
        {
            "text" => Length(content, "body", "text.body", 4096),
            "interactive" => Interactive(content),
            "reaction" => Text(content, "message_id") is null ? "reaction.message_id: required" : content["emoji"] is null ? "reaction.emoji: required" : null,
            "template" => Text(content, "name") is null ? "template.name: required"
                : content["language"] is not JsonObject language || Text(language, "code") is null ? "template.language.code: required" : null,
            "location" => content["latitude"] is null || content["longitude"] is null ? "location: latitude and longitude are required" : null,
            "contacts" => null,
            _ => $"type: {type} is not supported",
        };
    }

    private static string? Media(string type, JsonObject media)
    {
        if ((Text(media, "id") is null) == (Text(media, "link") is null)) return $"{type}: exactly one of id and link";
        return Text(media, "caption") is { Length: > 1024 } ? $"{type}.caption: at most 1024 characters" : null;
    }

    private static string? Interactive(JsonObject interactive)
    {
        if (interactive["body"] is not JsonObject body) return "interactive.body: required";
        if (Length(body, "text", "interactive.body.text", 1024) is { } fault) return fault;
        if (interactive["footer"] is JsonObject footer && Length(footer, "text", "interactive.footer.text", 60) is { } foot) return foot;
        if (interactive["header"] is JsonObject header && Text(header, "type") == "text"
            && Length(header, "text", "interactive.header.text", 60) is { } head) return head;
        if (interactive["action"] is not JsonObject action) return "interactive.action: required";
        return Text(interactive, "type") switch
        {
            "button" => Buttons(action),
            "list" => List(action),
            "cta_url" => action["parameters"] is not JsonObject link ? "interactive.action.parameters: required"
                : Length(link, "display_text", "interactive.action.parameters.display_text", 20)
                    ?? (Uri.TryCreate(Text(link, "url"), UriKind.Absolute, out _) ? null : "interactive.action.parameters.url: required"),
            var other => $"interactive.type: {other} is not supported",
        };
    }

    private static string? Buttons(JsonObject action)
    {
        if (action["buttons"] is not JsonArray { Count: >= 1 and <= 3 } buttons) return "interactive.action.buttons: one to three";
        var ids = new HashSet<string>();
        for (var i = 0; i < buttons.Count; i++)
        {
            var place = $"interactive.action.buttons[{i}].reply";
            if (buttons[i]?["reply"] is not JsonObject reply) return $"{place}: required";
            if ((Length(reply, "title", $"{place}.title", 20) ?? Length(reply, "id", $"{place}.id", 256)) is { } fault) return fault;
            if (!ids.Add(Text(reply, "id")!)) return $"{place}.id: must be unique";
        }

        return null;
    }

    private static string? List(JsonObject action)
    {
        if (Length(action, "button", "interactive.action.button", 20) is { } label) return label;
        if (action["sections"] is not JsonArray { Count: >= 1 and <= 10 } sections) return "interactive.action.sections: one to ten";
        var ids = new HashSet<string>();
        for (var s = 0; s < sections.Count; s++)
        {
            if (sections.Count > 1 && Length(sections[s] as JsonObject ?? [], "title", $"interactive.action.sections[{s}].title", 24) is { } title) return title;
            if (sections[s]?["rows"] is not JsonArray rows) return $"interactive.action.sections[{s}].rows: required";
            for (var r = 0; r < rows.Count; r++)
            {
                var place = $"interactive.action.sections[{s}].rows[{r}]";
                if (rows[r] is not JsonObject row) return $"{place}: required";
                var fault = Length(row, "title", $"{place}.title", 24) ?? Length(row, "id", $"{place}.id", 200)
                    ?? (Text(row, "description") is { Length: > 72 } ? $"{place}.description: at most 72 characters" : null)
                    ?? (ids.Add(Text(row, "id")!) ? null : $"{place}.id: must be unique");
                if (fault is not null) return fault;
            }
        }

        return ids.Count is >= 1 and <= 10 ? null : "interactive.action.sections: one to ten rows in all";
    }

    private static string? Length(JsonObject parent, string name, string place, int most) => Text(parent, name) switch
    {
        null or "" => $"{place}: required",
        { } text when new System.Globalization.StringInfo(text).LengthInTextElements > most => $"{place}: at most {most} characters",
        _ => null,
    };

    private static string? Text(JsonObject parent, string name) => parent[name] is JsonValue value ? value.ToString() : null;
}
