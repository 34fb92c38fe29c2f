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

    // One request: its answer has type and length, and its body is the file as it was then, whatever replaces it meanwhile.
    /// <inheritdoc/>
    public async Task<MediaFile?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var file = (await Blob(key).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
            return new MediaFile(
                new BlobContent(file.Content, file.Details.ContentLength), file.Details.ContentType, file.Details.ContentLength);
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
        : throw new ArgumentException("This is no key of the media store.", nameof(key));
}
