using System.Text.Json;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.WhatsApp.Files;

/// <summary>Meta's answer to <c>GET /{media_id}</c>.</summary>
internal sealed record MediaDescription(Uri Url, string? MimeType, string? Sha256, long? Size)
{
    /// <summary>Null where it is unreadable or names no address.</summary>
    public static MediaDescription? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(StorableJson.Clean(body));
            var root = document.RootElement;
            return Uri.TryCreate(root.Text("url"u8), UriKind.Absolute, out var url) && url.Scheme is ("http" or "https")
                ? new MediaDescription(url, root.Words("mime_type"u8), root.Words("sha256"u8), FileSize(root))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static long? FileSize(JsonElement root) =>
        root.Number("file_size"u8) is >= 0 and < long.MaxValue and var size ? (long)size : null;
}
