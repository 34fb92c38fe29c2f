namespace WhatsAppBots.Media;

/// <summary>A file of the media store, open for reading.</summary>
/// <param name="content">Its content from the start; disposed with this.</param>
/// <param name="contentType">Its MIME type, as it was written.</param>
/// <param name="length">In bytes.</param>
public sealed class MediaFile(Stream content, string contentType, long length) : IAsyncDisposable, IDisposable
{
    /// <summary>The content from its start.</summary>
    public Stream Content { get; } = content;

    /// <summary>Its MIME type, as it was written.</summary>
    public string ContentType { get; } = contentType;

    /// <summary>In bytes.</summary>
    public long Length { get; } = length;

    /// <inheritdoc/>
    public void Dispose() => Content.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
