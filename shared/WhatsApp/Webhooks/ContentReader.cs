using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>Reads what a message says, by its type. What is not understood is a content too, one that says so.</summary>
internal static class ContentReader
{
    private const int LongestType = 60;

    public static IncomingContent Read(JsonElement message)
    {
        var type = TypeOf(message);
        return type switch
        {
            "edit" => Edit(message.Field("edit"u8)),
            "revoke" => message.Field("revoke"u8).Id("original_message_id"u8) is { } id ? new RevokeContent(id) { Type = type } : null,
            _ => Said(message, type),
        } ?? new UnsupportedContent(Reason(message, type)) { Type = type };
    }

    private static IncomingContent? Said(JsonElement message, string type) => type switch
    {
        "text" => message.Field("text"u8).Text("body"u8) is { } body ? new TextContent(body) { Type = type } : null,
        // As it was called before 2022.
        "voice" => Media(message.Field("voice"u8), "audio") is { } voice ? voice with { Voice = true } : null,
        "image" or "video" or "audio" or "document" or "sticker" => Media(message.Field(Key(type)), type),
        "interactive" => Interactive(message.Field("interactive"u8), type),
        "button" => Button(message.Field("button"u8), type),
        "reaction" => Reaction(message.Field("reaction"u8), type),
        "location" => Location(message.Field("location"u8), type),
        "contacts" => CardReader.Contacts(message, type),
        "order" => CardReader.Order(message.Field("order"u8), type),
        "system" => System(message.Field("system"u8), type),
        "request_welcome" => new WelcomeContent { Type = type },
        _ => null,
    };

    private static ReadOnlySpan<byte> Key(string type) => type switch
    {
        "image" => "image"u8,
        "video" => "video"u8,
        "audio" => "audio"u8,
        "document" => "document"u8,
        _ => "sticker"u8,
    };

    private static MediaContent? Media(JsonElement media, string type) => media.Id("id"u8) is not { } id
        ? null
        : new MediaContent(
            id, media.Words("mime_type"u8) ?? "application/octet-stream", media.Words("sha256"u8), media.Words("caption"u8),
            media.Words("filename"u8), media.Flag("voice"u8), media.Flag("animated"u8))
        { Type = type };

    private static IncomingContent? Interactive(JsonElement interactive, string type) => interactive.Text("type"u8) switch
    {
        "button_reply" => Choice(interactive.Field("button_reply"u8), type),
        "list_reply" => Choice(interactive.Field("list_reply"u8), type),
        "nfm_reply" => Form(interactive.Field("nfm_reply"u8), type),
        "call_permission_reply" => Permission(interactive.Field("call_permission_reply"u8), type),
        _ => null,
    };

    private static ChoiceContent? Choice(JsonElement reply, string type) => reply.Text("id"u8) is { } id
        ? new ChoiceContent(id, reply.Text("title"u8) ?? "", reply.Words("description"u8)) { Type = type }
        : null;

    private static FormContent? Form(JsonElement reply, string type)
    {
        var answer = reply.Field("response_json"u8);
        return answer.ValueKind == JsonValueKind.Undefined
            ? null
            : new FormContent(
                reply.Words("name"u8) ?? "flow", reply.Words("body"u8),
                answer.ValueKind == JsonValueKind.String ? answer.GetString()! : answer.GetRawText())
            { Type = type };
    }

    // Whether the business may call: accept or reject.
    private static FormContent? Permission(JsonElement reply, string type) => reply.Words("response"u8) is { } answer
        ? new FormContent("call_permission_reply", $"Call permission: {answer}", reply.GetRawText()) { Type = type }
        : null;

    // A template's quick reply. Without a payload of our own Meta repeats the text there.
    private static ChoiceContent? Button(JsonElement button, string type)
    {
        var (payload, text) = (button.Text("payload"u8), button.Text("text"u8));
        return payload is null && text is null ? null : new ChoiceContent(payload ?? text!, text ?? payload!) { Type = type };
    }

    private static ReactionContent? Reaction(JsonElement reaction, string type) => reaction.Id("message_id"u8) is { } id
        ? new ReactionContent(id, reaction.Words("emoji"u8)) { Type = type }
        : null;

    private static LocationContent? Location(JsonElement location, string type) =>
        location.Number("latitude"u8) is >= -90 and <= 90 and var latitude
        && location.Number("longitude"u8) is >= -180 and <= 180 and var longitude
            ? new LocationContent(latitude, longitude, location.Words("name"u8), location.Words("address"u8)) { Type = type, Url = location.Words("url"u8) }
            : null;

    // Since v12 the new phone is in wa_id, before that in new_wa_id; since 2026 the user id changes with the phone.
    private static SystemContent? System(JsonElement system, string type) => system.IsObject()
        ? new SystemContent(
            system.Words("type"u8) ?? type, system.Words("body"u8),
            system.Phone("new_wa_id"u8) ?? system.Phone("wa_id"u8), system.Id("user_id"u8))
        { Type = type }
        : null;

    private static EditContent? Edit(JsonElement edit)
    {
        if (edit.Id("original_message_id"u8) is not { } id) return null;
        var message = edit.Field("message"u8);
        var type = TypeOf(message);
        return new EditContent(id, message.IsObject()
            ? Said(message, type) ?? new UnsupportedContent(Reason(message, type)) { Type = type }
            : null)
        { Type = "edit" };
    }

    private static string TypeOf(JsonElement message) =>
        message.Words("type"u8) is { Length: <= LongestType } type ? type : "unknown";

    /// <summary>Why it is not understood, in Meta's words where there are some.</summary>
    private static string Reason(JsonElement message, string type)
    {
        var error = message.Objects("errors"u8).FirstOrDefault();
        var why = error.Field("error_data"u8).Words("details"u8) ?? error.Words("message"u8) ?? error.Words("title"u8);
        var what = message.Field("unsupported"u8).Words("type"u8) ?? type;
        return why is null ? $"not understood: {what}" : $"{what}: {why}";
    }
}
