using WhatsAppBots.Images.Photos;
using WhatsAppBots.Media;

namespace WhatsAppBots.Images.Packs;

/// <summary>Pictures that come from the AI provider.</summary>
internal static class Pictures
{
    /// <summary>Stores one under a new key, by what it is rather than by what its address is called.</summary>
    /// <returns>Its key; null where it is no picture.</returns>
    public static async Task<string?> StoreAsync(IMediaStore media, byte[] picture, CancellationToken cancellationToken)
    {
        if (PhotoHeader.Read(picture) is not { } header) return null;
        var key = MediaKeys.New(FileTypes.Extension(header.MimeType));
        await media.WriteAsync(key, new MemoryStream(picture), header.MimeType, cancellationToken);
        return key;
    }
}
