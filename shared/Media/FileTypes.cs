namespace WhatsAppBots.Media;

/// <summary>What files of a type begin with, and how they are named.</summary>
public static class FileTypes
{
    /// <summary>How much of a file's beginning is looked at: the mark of a PDF may stand anywhere in its first kilobyte.</summary>
    public const int HeadLength = 1024;

    /// <summary>Whether a file's beginning fits a MIME type; types without a known mark fit always.</summary>
    /// <param name="head">The first <see cref="HeadLength"/> bytes, or all there are.</param>
    /// <param name="mimeType">Parameters are ignored.</param>
    public static bool Fits(ReadOnlySpan<byte> head, string mimeType) => Essence(mimeType) switch
    {
        "image/jpeg" or "image/jpg" => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        "image/png" => head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        "image/webp" => head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8),
        "image/gif" => head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8),
        "video/mp4" or "video/3gpp" or "audio/mp4" => head.Length >= 8 && head[4..].StartsWith("ftyp"u8),
        "application/pdf" => head.IndexOf("%PDF-"u8) >= 0,
        _ => true,
    };

    /// <summary>The usual extension, without a dot; null for a type that has none here.</summary>
    public static string? Extension(string mimeType) => Essence(mimeType) switch
    {
        "image/jpeg" or "image/jpg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "image/gif" => "gif",
        "video/mp4" => "mp4",
        "video/3gpp" => "3gp",
        "audio/ogg" => "ogg",
        "audio/mpeg" => "mp3",
        "audio/mp4" => "m4a",
        "audio/aac" => "aac",
        "audio/amr" => "amr",
        "application/pdf" => "pdf",
        "text/plain" => "txt",
        "text/csv" => "csv",
        "application/zip" => "zip",
        "application/msword" => "doc",
        "application/vnd.ms-excel" => "xls",
        "application/vnd.ms-powerpoint" => "ppt",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => "pptx",
        _ => null,
    };

    /// <summary>A MIME type in lower case without its parameters.</summary>
    public static string Essence(string mimeType) => mimeType.Split(';')[0].Trim().ToLowerInvariant();
}
