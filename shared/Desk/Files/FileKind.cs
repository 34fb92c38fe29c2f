using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Media;

namespace WhatsAppBots.Desk.Files;

/// <summary>What a channel takes of each type of file. Meta's list:
/// https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types</summary>
/// <param name="Media">How the person sees it.</param>
/// <param name="Most">Bytes at most.</param>
public sealed record FileKind(MediaKind Media, long Most)
{
    private const long Mega = 1024 * 1024;

    /// <summary>Largest file of any kind, in bytes. Meta takes larger documents; an upload through the API stays at this.</summary>
    public const long Largest = 16 * Mega;

    private static readonly FileKind _image = new(MediaKind.Image, 5 * Mega);
    private static readonly FileKind _video = new(MediaKind.Video, Largest);
    private static readonly FileKind _audio = new(MediaKind.Audio, Largest);
    private static readonly FileKind _document = new(MediaKind.Document, Largest);

    private static readonly Dictionary<string, FileKind> _kinds = new()
    {
        ["image/jpeg"] = _image, ["image/png"] = _image,
        ["video/mp4"] = _video, ["video/3gpp"] = _video,
        ["audio/aac"] = _audio, ["audio/amr"] = _audio, ["audio/mpeg"] = _audio, ["audio/mp4"] = _audio, ["audio/ogg"] = _audio,
        ["application/pdf"] = _document, ["text/plain"] = _document,
        ["application/msword"] = _document, ["application/vnd.ms-excel"] = _document, ["application/vnd.ms-powerpoint"] = _document,
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = _document,
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = _document,
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = _document,
    };

    /// <summary>MIME types that can be sent.</summary>
    public static IReadOnlyCollection<string> Types => _kinds.Keys;

    /// <summary>Name in the database and in answers.</summary>
    public string Name => Media.ToString().ToLowerInvariant();

    /// <summary>Finds the kind of a MIME type, with or without parameters; null: it cannot be sent.</summary>
    public static FileKind? Of(string? mimeType) => mimeType is null ? null : _kinds.GetValueOrDefault(FileTypes.Essence(mimeType));
}
