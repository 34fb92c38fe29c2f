using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.WhatsApp.Settings;

/// <summary>
/// Meta's limits: characters as UTF-16 code units (the strictest way to count), files in bytes.
/// https://developers.facebook.com/docs/whatsapp/cloud-api/messages and …/reference/media
/// </summary>
public sealed class WhatsAppLimits
{
    private const long Kilobyte = 1024;
    private const long Megabyte = 1024 * Kilobyte;

    /// <summary>A text.</summary>
    public int Text { get; set; } = 4096;

    /// <summary>The body of buttons, lists and links.</summary>
    public int Body { get; set; } = 1024;

    /// <summary>A header.</summary>
    public int Header { get; set; } = 60;

    /// <summary>A footer.</summary>
    public int Footer { get; set; } = 60;

    /// <summary>A caption.</summary>
    public int Caption { get; set; } = 1024;

    /// <summary>Reply buttons of a message.</summary>
    public int Buttons { get; set; } = 3;

    /// <summary>The title of a reply button, the label of a link and of a list's button.</summary>
    public int ButtonTitle { get; set; } = 20;

    /// <summary>The id of a reply button.</summary>
    public int ButtonId { get; set; } = 256;

    /// <summary>Sections of a list.</summary>
    public int Sections { get; set; } = 10;

    /// <summary>Rows of a list, over all its sections.</summary>
    public int Rows { get; set; } = 10;

    /// <summary>The title of a section or a row.</summary>
    public int RowTitle { get; set; } = 24;

    /// <summary>The id of a row.</summary>
    public int RowId { get; set; } = 200;

    /// <summary>The description of a row.</summary>
    public int RowDescription { get; set; } = 72;

    /// <summary>The name of a template.</summary>
    public int TemplateName { get; set; } = 512;

    /// <summary>All values of a template's body together: filled in it may have 1,024 characters, and its own words need room.</summary>
    public int TemplateValues { get; set; } = 700;

    /// <summary>The address a button or a file's link leads to.</summary>
    public int Link { get; set; } = 2000;

    /// <summary>The name a document is shown by.</summary>
    public int FileName { get; set; } = 240;

    /// <summary>The data that comes back with statuses.</summary>
    public int CallbackData { get; set; } = 512;

    /// <summary>An image.</summary>
    public long ImageBytes { get; set; } = 5 * Megabyte;

    /// <summary>A video.</summary>
    public long VideoBytes { get; set; } = 16 * Megabyte;

    /// <summary>An audio.</summary>
    public long AudioBytes { get; set; } = 16 * Megabyte;

    /// <summary>A document.</summary>
    public long DocumentBytes { get; set; } = 100 * Megabyte;

    /// <summary>A sticker; a still one may have 100 KB only, but which it is shows after the download.</summary>
    public long StickerBytes { get; set; } = 500 * Kilobyte;

    /// <summary>What a file to send may have.</summary>
    public long BytesOf(MediaKind kind) => kind switch
    {
        MediaKind.Image => ImageBytes,
        MediaKind.Video => VideoBytes,
        MediaKind.Audio => AudioBytes,
        MediaKind.Document => DocumentBytes,
    };

    /// <summary>What a received file may have.</summary>
    /// <param name="messageType">The message's type (<c>image</c>, <c>document</c>, …); null: as its MIME type suggests.</param>
    /// <param name="mimeType">As the provider declares it.</param>
    public long BytesOf(string? messageType, string? mimeType) => messageType switch
    {
        "image" => ImageBytes,
        "video" => VideoBytes,
        "audio" => AudioBytes,
        "sticker" => StickerBytes,
        null when FamilyOf(mimeType) is { } family => BytesOf(family, null),
        _ => DocumentBytes,
    };

    private static string? FamilyOf(string? mimeType) =>
        mimeType?.Split('/')[0].ToLowerInvariant() is { } family and ("image" or "video" or "audio") ? family : null;
}
