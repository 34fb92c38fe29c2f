using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.WhatsApp.Sending;

/// <summary>
/// Writes a message as the Graph API takes it. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
/// </summary>
internal static class GraphMessage
{
    // Bodies go to an API, never into HTML: no need to escape every letter that is not Latin.
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="message">What is sent to whom.</param>
    /// <param name="mediaId">The provider's id of an uploaded file; null: the source's own id or link is used.</param>
    public static ReadOnlyMemory<byte> Write(OutgoingMessage message, string? mediaId)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, _options);
        json.WriteStartObject();
        json.WriteString("messaging_product"u8, "whatsapp"u8);
        if (message.Content is ReadMark mark) WriteReadMark(json, mark);
        else WriteMessage(json, message, mediaId);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteReadMark(Utf8JsonWriter json, ReadMark mark)
    {
        json.WriteString("status"u8, "read"u8);
        json.WriteString("message_id"u8, mark.MessageId);
        if (!mark.Typing) return;
        json.WriteStartObject("typing_indicator"u8);
        json.WriteString("type"u8, "text"u8);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, OutgoingMessage message, string? mediaId)
    {
        json.WriteString("recipient_type"u8, "individual"u8);
        if (message.Recipient.Phone is { } phone) json.WriteString("to"u8, phone);
        else json.WriteString("recipient"u8, message.Recipient.UserId);

        // A reaction names its message itself.
        if (message.ReplyTo is not null && message.Content is not ReactionMessage)
        {
            json.WriteStartObject("context"u8);
            json.WriteString("message_id"u8, message.ReplyTo);
            json.WriteEndObject();
        }

        WriteContent(json, message.Content, mediaId);
        if (message.CallbackData.Length > 0) json.WriteString("biz_opaque_callback_data"u8, message.CallbackData);
    }

    private static void WriteContent(Utf8JsonWriter json, OutgoingContent content, string? mediaId)
    {
        switch (content)
        {
            case TextMessage text:
                Begin(json, "text"u8);
                json.WriteBoolean("preview_url"u8, text.PreviewUrl);
                json.WriteString("body"u8, text.Body);
                break;
            case MediaMessage media:
                Begin(json, MediaType(media.Kind));
                WriteSource(json, media.Source, mediaId);
                if (media.Caption is not null) json.WriteString("caption"u8, media.Caption);
                if (media.FileName is not null) json.WriteString("filename"u8, media.FileName);
                break;
            case ReactionMessage reaction:
                Begin(json, "reaction"u8);
                json.WriteString("message_id"u8, reaction.MessageId);
                json.WriteString("emoji"u8, reaction.Emoji ?? "");
                break;
            case TemplateMessage template:
                Begin(json, "template"u8);
                GraphTemplate.Write(json, template, mediaId);
                break;
            case ButtonsMessage or ListMessage or LinkMessage:
                Begin(json, "interactive"u8);
                GraphInteractive.Write(json, content, mediaId);
                break;
            default:
                throw new UnreachableException(content.Type);
        }

        json.WriteEndObject();
    }

    /// <summary>One of a file's id and its link.</summary>
    public static void WriteSource(Utf8JsonWriter json, MediaSource source, string? mediaId)
    {
        if ((mediaId ?? source.ProviderId) is { } id) json.WriteString("id"u8, id);
        else json.WriteString("link"u8, source.Link?.AbsoluteUri);
    }

    private static void Begin(Utf8JsonWriter json, ReadOnlySpan<byte> type)
    {
        json.WriteString("type"u8, type);
        json.WriteStartObject(type);
    }

    private static ReadOnlySpan<byte> MediaType(MediaKind kind) => kind switch
    {
        MediaKind.Image => "image"u8,
        MediaKind.Video => "video"u8,
        MediaKind.Audio => "audio"u8,
        MediaKind.Document => "document"u8,
    };
}
