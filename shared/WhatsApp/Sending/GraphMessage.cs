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

    private static readonly Writer _writer = new();

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
        content.Accept(_writer, (json, mediaId));
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

    // Each writes the type and the open object of it, and returns the JSON.
    private sealed class Writer : IContentVisitor<(Utf8JsonWriter Json, string? MediaId), Utf8JsonWriter>
    {
        public Utf8JsonWriter Text(TextMessage message, (Utf8JsonWriter Json, string? MediaId) state)
        {
            Begin(state.Json, "text"u8);
            state.Json.WriteBoolean("preview_url"u8, message.PreviewUrl);
            state.Json.WriteString("body"u8, message.Body);
            return state.Json;
        }

        public Utf8JsonWriter Media(MediaMessage message, (Utf8JsonWriter Json, string? MediaId) state)
        {
            Begin(state.Json, MediaType(message.Kind));
            WriteSource(state.Json, message.Source, state.MediaId);
            if (message.Caption is not null) state.Json.WriteString("caption"u8, message.Caption);
            if (message.FileName is not null) state.Json.WriteString("filename"u8, message.FileName);
            return state.Json;
        }

        public Utf8JsonWriter Reaction(ReactionMessage message, (Utf8JsonWriter Json, string? MediaId) state)
        {
            Begin(state.Json, "reaction"u8);
            state.Json.WriteString("message_id"u8, message.MessageId);
            state.Json.WriteString("emoji"u8, message.Emoji ?? "");
            return state.Json;
        }

        public Utf8JsonWriter Template(TemplateMessage message, (Utf8JsonWriter Json, string? MediaId) state)
        {
            Begin(state.Json, "template"u8);
            GraphTemplate.Write(state.Json, message, state.MediaId);
            return state.Json;
        }

        public Utf8JsonWriter Buttons(ButtonsMessage message, (Utf8JsonWriter Json, string? MediaId) state)
        {
            Begin(state.Json, "interactive"u8);
            GraphInteractive.Write(state.Json, message, state.MediaId);
            return state.Json;
        }

        public Utf8JsonWriter List(ListMessage message, (Utf8JsonWriter Json, string? MediaId) state)
        {
            Begin(state.Json, "interactive"u8);
            GraphInteractive.Write(state.Json, message);
            return state.Json;
        }

        public Utf8JsonWriter Link(LinkMessage message, (Utf8JsonWriter Json, string? MediaId) state)
        {
            Begin(state.Json, "interactive"u8);
            GraphInteractive.Write(state.Json, message);
            return state.Json;
        }

        // It is no message, and is written before anything of one.
        public Utf8JsonWriter ReadMark(ReadMark message, (Utf8JsonWriter Json, string? MediaId) state) =>
            throw new UnreachableException(message.Type);
    }
}
