using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using WhatsAppBots.Media;

namespace WhatsAppBots.Azure;

/// <summary>A blob container.</summary>
internal sealed class BlobMediaStore(BlobContainerClient container) : IMediaStore
{
    /// <inheritdoc/>
    public async Task WriteAsync(string key, Stream content, string contentType, CancellationToken cancellationToken) =>
        await Blob(key).UploadAsync(
            content,
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<MediaFile?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        var blob = Blob(key);
        try
        {
            var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            var stream = await blob.OpenReadAsync(cancellationToken: cancellationToken);
            return new MediaFile(stream, properties.ContentType, properties.ContentLength);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(string key, CancellationToken cancellationToken) =>
        (await Blob(key).DeleteIfExistsAsync(cancellationToken: cancellationToken)).Value;

    private BlobClient Blob(string key) => MediaKeys.IsValid(key)
        ? container.GetBlobClient(key)
        : throw new ArgumentException("It is no key of the media store.", nameof(key));
}
