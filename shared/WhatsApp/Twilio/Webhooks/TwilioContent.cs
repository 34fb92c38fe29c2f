using System.Globalization;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.WhatsApp.Twilio.Webhooks;

/// <summary>Reads what a message says. What is not understood is a content too, one that says so.</summary>
internal static class TwilioContent
{
    /// <param name="index">Which of its files, where it has several; each is an input of its own.</param>
    public static IncomingContent Read(TwilioForm form, int index)
    {
        if (form.Count("NumMedia") > 0) return Media(form, index) ?? Unsupported(form, "a file without an address");
        return Choice(form) ?? Location(form) ?? Form(form) ?? Text(form) ?? Unsupported(form, "nothing in it");
    }

    private static IncomingContent? Media(TwilioForm form, int index)
    {
        var n = index.ToString(CultureInfo.InvariantCulture);
        if (form[$"MediaUrl{n}"] is not { Length: <= 512 } url) return null;
        var type = form[$"MediaContentType{n}"] ?? "application/octet-stream";

        // WhatsApp's voice notes are Ogg; Twilio does not tell them from other sound.
        return new MediaContent(
            url, type, Sha256: null, index == 0 ? form["Body"] : null, FileName: null,
            Voice: type.StartsWith("audio/ogg", StringComparison.OrdinalIgnoreCase), Animated: false)
        { Type = TypeOf(form, type) };
    }

    private static string TypeOf(TwilioForm form, string mimeType) => mimeType.Split('/')[0].ToLowerInvariant() switch
    {
        "image" when "sticker".Equals(form["MessageType"], StringComparison.OrdinalIgnoreCase) => "sticker",
        "image" => "image",
        "video" => "video",
        "audio" => "audio",
        _ => "document",
    };

    // A button without a payload of our own tells its text alone.
    private static IncomingContent? Choice(TwilioForm form)
    {
        if (form["ListId"] is { } row) return new ChoiceContent(row, form["ListTitle"] ?? form["Body"] ?? row, form["ListDescription"]) { Type = "interactive" };
        var (payload, text) = (form["ButtonPayload"], form["ButtonText"]);
        return payload is null && text is null ? null : new ChoiceContent(payload ?? text!, text ?? payload!) { Type = "button" };
    }

    private static IncomingContent? Location(TwilioForm form) =>
        form.Number("Latitude", 90) is { } latitude && form.Number("Longitude", 180) is { } longitude
            ? new LocationContent(latitude, longitude, form["Label"], form["Address"]) { Type = "location" }
            : null;

    private static IncomingContent? Form(TwilioForm form) =>
        form["InteractiveData"] is { } data ? new FormContent("flow", form["Body"], data) { Type = "interactive" } : null;

    private static IncomingContent? Text(TwilioForm form) => form["Body"] is { } body ? new TextContent(body) { Type = "text" } : null;

    private static IncomingContent Unsupported(TwilioForm form, string why)
    {
        var type = form["MessageType"] is { Length: <= 60 } told ? told.ToLowerInvariant() : "unknown";
        return new UnsupportedContent($"{type}: {why}") { Type = type };
    }
}
