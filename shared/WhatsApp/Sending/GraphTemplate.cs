using System.Globalization;
using System.Text.Json;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.WhatsApp.Sending;

/// <summary>
/// Writes the object <c>template</c>. https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates
/// </summary>
internal static class GraphTemplate
{
    public static void Write(Utf8JsonWriter json, TemplateMessage template, string? mediaId)
    {
        json.WriteString("name"u8, template.Name);
        json.WriteStartObject("language"u8);
        json.WriteString("code"u8, template.Language);
        json.WriteEndObject();
        if (template.HeaderImage is null && template.Body.Count == 0 && template.ButtonPayloads.Count == 0) return;

        json.WriteStartArray("components"u8);
        if (template.HeaderImage is { } image)
        {
            Begin(json, "header"u8);
            json.WriteStartObject();
            json.WriteString("type"u8, "image"u8);
            json.WriteStartObject("image"u8);
            GraphMessage.WriteSource(json, image, mediaId);
            json.WriteEndObject();
            json.WriteEndObject();
            End(json);
        }

        if (template.Body.Count > 0)
        {
            Begin(json, "body"u8);
            foreach (var value in template.Body) WriteParameter(json, "text"u8, value);
            End(json);
        }

        for (var i = 0; i < template.ButtonPayloads.Count; i++)
        {
            Begin(json, "button"u8, i);
            WriteParameter(json, "payload"u8, template.ButtonPayloads[i]);
            End(json);
        }

        json.WriteEndArray();
    }

    private static void Begin(Utf8JsonWriter json, ReadOnlySpan<byte> type, int? button = null)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        if (button is { } index)
        {
            json.WriteString("sub_type"u8, "quick_reply"u8);
            json.WriteString("index"u8, index.ToString(CultureInfo.InvariantCulture));
        }

        json.WriteStartArray("parameters"u8);
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter json, ReadOnlySpan<byte> type, string value)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString(type, value);
        json.WriteEndObject();
    }
}
