using System.Text.Json;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.WhatsApp.Sending;

/// <summary>
/// Writes the object <c>interactive</c>: reply buttons, a list, a link.
/// https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages#interactive-object
/// </summary>
internal static class GraphInteractive
{
    /// <summary>Writes reply buttons.</summary>
    /// <param name="mediaId">The provider's id of an uploaded picture; null: the source's own id or link is used.</param>
    public static void Write(Utf8JsonWriter json, ButtonsMessage buttons, string? mediaId)
    {
        json.WriteString("type"u8, "button"u8);
        if (buttons.HeaderImage is { } image) WriteImageHeader(json, image, mediaId);
        WriteFrame(json, buttons.HeaderImage is null ? buttons.Header : null, buttons.Body, buttons.Footer);
        WriteButtons(json, buttons.Buttons);
    }

    /// <summary>Writes a list.</summary>
    public static void Write(Utf8JsonWriter json, ListMessage list)
    {
        json.WriteString("type"u8, "list"u8);
        WriteFrame(json, list.Header, list.Body, list.Footer);
        WriteList(json, list);
    }

    /// <summary>Writes a link.</summary>
    public static void Write(Utf8JsonWriter json, LinkMessage link)
    {
        json.WriteString("type"u8, "cta_url"u8);
        WriteFrame(json, link.Header, link.Body, link.Footer);
        WriteLink(json, link);
    }

    private static void WriteImageHeader(Utf8JsonWriter json, MediaSource image, string? mediaId)
    {
        json.WriteStartObject("header"u8);
        json.WriteString("type"u8, "image"u8);
        json.WriteStartObject("image"u8);
        GraphMessage.WriteSource(json, image, mediaId);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFrame(Utf8JsonWriter json, string? header, string body, string? footer)
    {
        if (header is not null)
        {
            json.WriteStartObject("header"u8);
            json.WriteString("type"u8, "text"u8);
            json.WriteString("text"u8, header);
            json.WriteEndObject();
        }

        json.WriteStartObject("body"u8);
        json.WriteString("text"u8, body);
        json.WriteEndObject();
        if (footer is null) return;
        json.WriteStartObject("footer"u8);
        json.WriteString("text"u8, footer);
        json.WriteEndObject();
    }

    private static void WriteButtons(Utf8JsonWriter json, IReadOnlyList<Choice> buttons)
    {
        json.WriteStartObject("action"u8);
        json.WriteStartArray("buttons"u8);
        foreach (var button in buttons)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "reply"u8);
            json.WriteStartObject("reply"u8);
            json.WriteString("id"u8, button.Id);
            json.WriteString("title"u8, button.Title);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, ListMessage list)
    {
        json.WriteStartObject("action"u8);
        json.WriteString("button"u8, list.Button);
        json.WriteStartArray("sections"u8);
        foreach (var section in list.Sections)
        {
            json.WriteStartObject();
            if (section.Title is not null) json.WriteString("title"u8, section.Title);
            json.WriteStartArray("rows"u8);
            foreach (var row in section.Rows)
            {
                json.WriteStartObject();
                json.WriteString("id"u8, row.Id);
                json.WriteString("title"u8, row.Title);
                if (row.Description is not null) json.WriteString("description"u8, row.Description);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter json, LinkMessage link)
    {
        json.WriteStartObject("action"u8);
        json.WriteString("name"u8, "cta_url"u8);
        json.WriteStartObject("parameters"u8);
        json.WriteString("display_text"u8, link.Label);
        json.WriteString("url"u8, link.Url.AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
