using System.Buffers;

namespace WhatsAppBots.Media.Photos;

/// <summary>
/// Files on their way out: to a provider, into an archive, to whoever runs the bots. Photos are stored without place and time, but releases
/// before stored them as they came; so nothing goes out that was not read as a <see cref="PlainPhotoStream"/>.
/// </summary>
public static class PlainPhotos
{
    /// <summary>Opens a file; a photo without what it tells beside the picture. Null where there is none. The caller disposes it.</summary>
    /// <remarks>A photo is read twice, first to know how long it becomes; it is never held whole.</remarks>
    /// <exception cref="ArgumentException">The key is none of <see cref="MediaKeys"/>.</exception>
    public static async Task<MediaFile?> OpenPlainAsync(this IMediaStore media, string key, CancellationToken cancellationToken)
    {
        Plain plain;
        await using (var file = await media.OpenAsync(key, cancellationToken))
        {
            if (file is null) return null;
            plain = await LookAsync(file, cancellationToken);
        }

        return await media.OpenAsync(key, cancellationToken) is not { } again ? null
            : plain.IsSame ? again
            : new MediaFile(new PlainPhotoStream(again.Content, plain.Length), again.ContentType, plain.Length);
    }

    private static bool IsFilm(string contentType) =>
        contentType.StartsWith("video/", StringComparison.OrdinalIgnoreCase) || contentType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase);

    // Films are long: of them the beginning is read, since none becomes shorter.
    private static async Task<Plain> LookAsync(MediaFile file, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            await using var plain = new PlainPhotoStream(file.Content);
            var length = 0L;
            while (await plain.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                length += read;
                if (IsFilm(file.ContentType)) return new Plain(file.Length, !plain.KeepsLength);
            }

            return new Plain(length, length == file.Length && !plain.KeepsLength);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <param name="IsSame">Nothing is left out.</param>
    private readonly record struct Plain(long Length, bool IsSame);
}
