using WhatsAppBots.Images.Astria;
using WhatsAppBots.Media;
using WhatsAppBots.Media.Photos;

namespace WhatsAppBots.Images.Jobs;

/// <summary>Photos of an order, open for reading: they are streamed to the provider and never held whole.</summary>
internal sealed class OpenPhotos : IAsyncDisposable
{
    private readonly List<MediaFile> _files = [];

    private OpenPhotos()
    {
    }

    /// <summary>As the provider takes them.</summary>
    public IEnumerable<TrainingPhoto> Photos => _files.Select((file, index) =>
        new TrainingPhoto($"photo{index + 1}.{FileTypes.Extension(file.ContentType) ?? "jpg"}", file.ContentType, file.Content));

    /// <summary>Opens them.</summary>
    /// <exception cref="IOException">One is not there.</exception>
    public static async Task<OpenPhotos> OfAsync(IMediaStore media, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var photos = new OpenPhotos();
        foreach (var key in keys)
        {
            if (await media.OpenPlainAsync(key, cancellationToken) is { } file)
            {
                photos._files.Add(file);
                continue;
            }

            await photos.DisposeAsync();
            throw new IOException($"The photo {key} is not in the media store.");
        }

        return photos;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files) await file.DisposeAsync();
    }
}
