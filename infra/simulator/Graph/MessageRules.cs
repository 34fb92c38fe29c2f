using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WhatsAppBots.Simulator.Graph;

/// <summary>
/// Meta's rules for the body of a message, as far as they are known: lengths (UTF-16 code units, the strictest way to count), counts, what is
/// required, what must be unique. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
/// </summary>
internal static partial class MessageRules
{
    /// <summary>Required parameter is missing.</summary>
    public const int Missing = 131008;

    /// <summary>Parameter value is not valid.</summary>
    public const int Invalid = 131009;

    /// <summary>Unsupported message type.</summary>
    public const int Unsupported = 131051;

    /// <summary>Invalid parameter; of a template's values too.</summary>
    public const int Parameter = 100;

    /// <summary>Another number of values than the template has places.</summary>
    public const int WrongCount = 132000;

    /// <summary>Template does not exist.</summary>
    public const int NoTemplate = 132001;

    /// <summary>A template filled in is too long.</summary>
    public const int TooLongFilled = 132005;

    private static readonly string[] _nameParts = ["first_name", "last_name", "middle_name", "suffix", "prefix"];

    private const int LongestUrl = 2000;

    private static readonly string[] _media = ["image", "video", "audio", "document", "sticker"];

    /// <summary>The first rule that is broken, with Meta's code, naming the field; null where none is.</summary>
    public static (int Code, string Details)? Broken(JsonObject body)
    {
        try
        {
            Check(body);
            return null;
        }
        catch (BrokenRule e)
        {
            return (e.Code, e.Message);
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or ArgumentException)
        {
            // A field of another kind than Meta's: an array where an object belongs.
            return (Parameter, "a field has the wrong type");
        }
    }

    private static void Check(JsonObject body)
    {
        if (Text(body, "to") is null && Text(body, "recipient") is null) throw new BrokenRule(Missing, "to: required");
        if (Text(body, "to") is { } to && !Phone().IsMatch(to)) throw new BrokenRule(Parameter, "to: a phone number is required");
        if (Text(body, "recipient_type") is not (null or "individual" or "group")) throw new BrokenRule(Parameter, "recipient_type: must be individual");
        Most(body, "biz_opaque_callback_data", "biz_opaque_callback_data", 512);
        if (body["context"] is JsonObject context) Required(context, "message_id", "context.message_id");
        var type = Text(body, "type") ?? "text";
        if (body[type] is not JsonObject && type != "contacts") throw new BrokenRule(Missing, $"{type}: required");
        switch (type)
        {
            case "text":
                Words((JsonObject)body[type]!, "body", "text.body", 4096);
                break;
            case "interactive":
                Interactive((JsonObject)body[type]!);
                break;
            case "reaction":
                Reaction((JsonObject)body[type]!);
                break;
            case "template":
                Template((JsonObject)body[type]!);
                break;
            case "location":
                Location((JsonObject)body[type]!);
                break;
            case "contacts":
                Contacts(body[type]);
                break;
            case var _ when _media.Contains(type):
                Media(type, (JsonObject)body[type]!);
                break;
            default:
                throw new BrokenRule(Unsupported, $"type: {type} is not supported");
        }
    }

    private static void Media(string type, JsonObject media)
    {
        Source(media, type);
        if (media["caption"] is not null)
        {
            if (type is "audio" or "sticker") throw new BrokenRule(Parameter, $"{type}.caption: not allowed");
            Words(media, "caption", $"{type}.caption", 1024);
        }

        if (media["filename"] is null) return;
        if (type != "document") throw new BrokenRule(Parameter, $"{type}.filename: not allowed");
        Line(media, "filename", "document.filename", 240);
    }

    private static void Source(JsonObject media, string place)
    {
        if ((Text(media, "id") is null) == (Text(media, "link") is null)) throw new BrokenRule(Missing, $"{place}: exactly one of id and link");
        if (Text(media, "link") is not null) Url(media, "link", $"{place}.link");
    }

    private static void Reaction(JsonObject reaction)
    {
        Required(reaction, "message_id", "reaction.message_id");
        if (Text(reaction, "emoji") is not { } emoji) throw new BrokenRule(Missing, "reaction.emoji: required");
        if (emoji.Length > 0 && (IsBlank(emoji) || new StringInfo(emoji).LengthInTextElements != 1)) throw new BrokenRule(Invalid, "reaction.emoji: one emoji");
    }

    private static void Interactive(JsonObject interactive)
    {
        if (interactive["body"] is not JsonObject body) throw new BrokenRule(Missing, "interactive.body: required");
        Words(body, "text", "interactive.body.text", 1024);
        if (interactive["footer"] is JsonObject footer) Line(footer, "text", "interactive.footer.text", 60);
        if (interactive["action"] is not JsonObject action) throw new BrokenRule(Missing, "interactive.action: required");
        var type = Text(interactive, "type");
        if (interactive["header"] is JsonObject header) Header(header, type);
        switch (type)
        {
            case "button":
                Buttons(action);
                break;
            case "list":
                List(action);
                break;
            case "cta_url":
                Link(action);
                break;
            default:
                throw new BrokenRule(Invalid, $"interactive.type: {type} is not supported");
        }
    }

    private static void Header(JsonObject header, string? of)
    {
        switch (Text(header, "type"))
        {
            case "text":
                Line(header, "text", "interactive.header.text", 60);
                break;
            case "image" or "video" or "document" when of != "list":
                var kind = Text(header, "type")!;
                if (header[kind] is not JsonObject media) throw new BrokenRule(Missing, $"interactive.header.{kind}: required");
                Source(media, $"interactive.header.{kind}");
                break;
            case var other:
                throw new BrokenRule(Invalid, $"interactive.header.type: {other} is not supported here");
        }
    }

    private static void Buttons(JsonObject action)
    {
        if (action["buttons"] is not JsonArray { Count: >= 1 and <= 3 } buttons) throw new BrokenRule(Invalid, "interactive.action.buttons: one to three");
        var (ids, titles) = (new HashSet<string>(), new HashSet<string>());
        for (var i = 0; i < buttons.Count; i++)
        {
            var place = $"interactive.action.buttons[{i}]";
            if (Text(buttons[i]!.AsObject(), "type") != "reply") throw new BrokenRule(Invalid, $"{place}.type: must be reply");
            if (buttons[i]!["reply"] is not JsonObject reply) throw new BrokenRule(Missing, $"{place}.reply: required");
            Line(reply, "title", $"{place}.reply.title", 20);
            Id(reply, $"{place}.reply.id", 256);
            if (!ids.Add(Text(reply, "id")!)) throw new BrokenRule(Invalid, $"{place}.reply.id: must be unique");
            if (!titles.Add(Same(Text(reply, "title")!))) throw new BrokenRule(Invalid, $"{place}.reply.title: must be unique");
        }
    }

    private static void List(JsonObject action)
    {
        Line(action, "button", "interactive.action.button", 20);
        if (action["sections"] is not JsonArray { Count: >= 1 and <= 10 } sections) throw new BrokenRule(Invalid, "interactive.action.sections: one to ten");
        var ids = new HashSet<string>();
        for (var s = 0; s < sections.Count; s++)
        {
            var section = sections[s]!.AsObject();
            var titled = $"interactive.action.sections[{s}]";
            if (sections.Count > 1 || section["title"] is not null) Line(section, "title", $"{titled}.title", 24);
            if (section["rows"] is not JsonArray { Count: >= 1 } rows) throw new BrokenRule(Missing, $"{titled}.rows: required");
            for (var r = 0; r < rows.Count; r++)
            {
                var place = $"{titled}.rows[{r}]";
                var row = rows[r]!.AsObject();
                Line(row, "title", $"{place}.title", 24);
                Id(row, $"{place}.id", 200);
                if (row["description"] is not null) Line(row, "description", $"{place}.description", 72);
                if (!ids.Add(Text(row, "id")!)) throw new BrokenRule(Invalid, $"{place}.id: must be unique");
            }
        }

        if (ids.Count > 10) throw new BrokenRule(Invalid, "interactive.action.sections: ten rows in all");
    }

    private static void Link(JsonObject action)
    {
        if (Text(action, "name") != "cta_url") throw new BrokenRule(Invalid, "interactive.action.name: must be cta_url");
        if (action["parameters"] is not JsonObject link) throw new BrokenRule(Missing, "interactive.action.parameters: required");
        Line(link, "display_text", "interactive.action.parameters.display_text", 20);
        Url(link, "url", "interactive.action.parameters.url");
    }

    private static void Template(JsonObject template)
    {
        Words(template, "name", "template.name", 512);
        if (!TemplateName().IsMatch(Text(template, "name")!)) throw new BrokenRule(NoTemplate, "template.name: no template has such a name");
        if (template["language"] is not JsonObject language) throw new BrokenRule(Missing, "template.language: required");
        Required(language, "code", "template.language.code");
        foreach (var (index, component) in (template["components"] as JsonArray ?? []).Index()) Component(component!.AsObject(), $"template.components[{index}]");
    }

    private static void Component(JsonObject component, string place)
    {
        var type = Text(component, "type");
        if (type is not ("header" or "body" or "button")) throw new BrokenRule(Invalid, $"{place}.type: header, body or button");
        if (type == "button" && (Text(component, "sub_type") is null || !int.TryParse(Text(component, "index"), out var index) || index is < 0 or > 9))
            throw new BrokenRule(Missing, $"{place}: sub_type and index are required");
        if (component["parameters"] is not JsonArray { Count: >= 1 } parameters) throw new BrokenRule(Missing, $"{place}.parameters: required");
        var length = 0;
        foreach (var (number, each) in parameters.Index())
        {
            var parameter = each!.AsObject();
            var where = $"{place}.parameters[{number}]";
            switch (Text(parameter, "type"))
            {
                case "text":
                    Words(parameter, "text", $"{where}.text", 1024);
                    var text = Text(parameter, "text")!;
                    length += text.Length;
                    if (Gap().IsMatch(text))
                        throw new BrokenRule(Parameter, $"{where}.text: Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
                    break;
                case "payload":
                    Id(parameter, $"{where}.payload", 256, "payload");
                    break;
                case "image" or "video" or "document":
                    if (parameter[Text(parameter, "type")!] is not JsonObject media) throw new BrokenRule(Missing, $"{where}: required");
                    Source(media, where);
                    break;
                case var other:
                    throw new BrokenRule(Invalid, $"{where}.type: {other} is not supported");
            }
        }

        if (type == "body" && length > 1024) throw new BrokenRule(TooLongFilled, $"{place}: the template filled in is too long");
    }

    private static void Location(JsonObject location)
    {
        foreach (var (name, most) in new[] { ("latitude", 90.0), ("longitude", 180.0) })
        {
            Required(location, name, $"location.{name}");
            if (!double.TryParse(Text(location, name), CultureInfo.InvariantCulture, out var degrees) || !(Math.Abs(degrees) <= most))
                throw new BrokenRule(Invalid, $"location.{name}: degrees");
        }
    }

    private static void Contacts(JsonNode? contacts)
    {
        if (contacts is not JsonArray { Count: >= 1 } all) throw new BrokenRule(Missing, "contacts: required");
        foreach (var (index, contact) in all.Index())
        {
            var place = $"contacts[{index}].name";
            if (contact?["name"] is not JsonObject name) throw new BrokenRule(Missing, $"{place}: required");
            Words(name, "formatted_name", $"{place}.formatted_name", 1024);
            if (!_nameParts.Any(part => Text(name, part) is { Length: > 0 }))
                throw new BrokenRule(Missing, $"{place}: one of its parts is required");
        }
    }

    private static void Required(JsonObject parent, string name, string place)
    {
        if (IsBlank(Text(parent, name))) throw new BrokenRule(Missing, $"{place}: required");
    }

    private static void Words(JsonObject parent, string name, string place, int most)
    {
        Required(parent, name, place);
        Most(parent, name, place, most);
    }

    private static void Line(JsonObject parent, string name, string place, int most)
    {
        Words(parent, name, place, most);
        if (LineEnd().IsMatch(Text(parent, name)!)) throw new BrokenRule(Invalid, $"{place}: one line");
    }

    private static void Id(JsonObject parent, string place, int most, string name = "id")
    {
        Words(parent, name, place, most);
        if (Text(parent, name) is { } id && id.Trim() != id) throw new BrokenRule(Invalid, $"{place}: no spaces at its ends");
    }

    private static void Most(JsonObject parent, string name, string place, int most)
    {
        if (Text(parent, name) is { } text && text.Length > most) throw new BrokenRule(Invalid, $"{place}: at most {most} characters");
    }

    private static void Url(JsonObject parent, string name, string place)
    {
        Words(parent, name, place, LongestUrl);
        if (!Uri.TryCreate(Text(parent, name), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new BrokenRule(Invalid, $"{place}: an http or https address");
    }

    private static string? Text(JsonObject parent, string name) => parent[name] is JsonValue value ? value.ToString() : null;

    // Written here once more and not taken from the product: what the two hold each other to must not be the same mistake.
    private static bool IsBlank(string? text) => text is null || text.EnumerateRunes().All(rune =>
        Rune.IsWhiteSpace(rune) || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    // .NET can't normalize U+FFFE.
    private static string Same(string title) => string.Concat(title.Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormKC)
        .EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)).Trim().ToUpperInvariant();

    [GeneratedRegex(@"^\+?[0-9]{5,20}$")]
    private static partial Regex Phone();

    [GeneratedRegex("^[a-z0-9_]+$")]
    private static partial Regex TemplateName();

    [GeneratedRegex(@"[\r\n\v\f\u0085\u2028\u2029]")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"[\r\n\t]| {5}")]
    private static partial Regex Gap();

    private sealed class BrokenRule(int code, string details) : Exception(details)
    {
        public int Code => code;
    }
}

/// <summary>Meta's rules for files: their types and sizes, by the type of message. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media</summary>
internal static class MediaRules
{
    /// <summary>Media upload error.</summary>
    public const int Code = 131053;

    private const int Kilobyte = 1024;
    private const int Megabyte = 1024 * Kilobyte;

    /// <summary>What is wrong with a file of this type; null: nothing.</summary>
    /// <param name="type">Of the message: <c>image</c>, <c>document</c>, …</param>
    /// <param name="mimeType">As it was given at the upload.</param>
    /// <param name="length">Bytes.</param>
    public static string? Broken(string type, string mimeType, long length)
    {
        var mime = mimeType.Split(';')[0].Trim().ToLowerInvariant();
        var (types, most) = type switch
        {
            "image" => (new[] { "image/jpeg", "image/png" }, 5 * Megabyte),
            "video" => (new[] { "video/mp4", "video/3gpp" }, 16 * Megabyte),
            "audio" => (new[] { "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg", "audio/opus" }, 16 * Megabyte),
            "sticker" => (new[] { "image/webp" }, 500 * Kilobyte),
            _ => (Array.Empty<string>(), 100 * Megabyte),
        };
        if (types.Length > 0 && !types.Contains(mime)) return $"{type}: {mime} is not supported";
        return length == 0 ? $"{type}: the file is empty" : length > most ? $"{type}: at most {most} bytes" : null;
    }
}
