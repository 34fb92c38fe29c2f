using WhatsAppBots.Media;
using WhatsAppBots.Media.Photos;

namespace WhatsAppBots.Ai.Asking;

/// <summary>A picture to be looked at.</summary>
/// <param name="MimeType">By its first bytes, whatever it was said to be.</param>
internal sealed record Picture(string MimeType, byte[] Content);

/// <summary>Takes pictures out of the media store.</summary>
internal static class Pictures
{
    /// <summary>At once.</summary>
    public const int Most = 4;

    /// <summary>5 MB, which is WhatsApp's limit too.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    private static readonly string[] _types = ["image/jpeg", "image/png", "image/webp"];

    /// <summary>The pictures; null where one is missing, too large or none of the types that are looked at.</summary>
    public static async Task<IReadOnlyList<Picture>?> ReadAsync(IMediaStore media, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count > Most) return null;
        var pictures = new List<Picture>();
        foreach (var key in keys)
        {
            if (await ReadAsync(media, key, cancellationToken) is not { } picture) return null;
            pictures.Add(picture);
        }

        return pictures;
    }

    private static async Task<Picture?> ReadAsync(IMediaStore media, string key, CancellationToken cancellationToken)
    {
        if (!MediaKeys.IsValid(key)) return null;
        await using var file = await media.OpenPlainAsync(key, cancellationToken);
        if (file is null || file.Length is 0 or > MostBytes) return null;
        var content = new byte[file.Length];
        await file.Content.ReadExactlyAsync(content, cancellationToken);
        return _types.FirstOrDefault(type => FileTypes.Fits(content, type)) is { } mimeType ? new Picture(mimeType, content) : null;
    }
}
