namespace WhatsAppBots.Media;

/// <summary>Where files are kept: a folder, or a blob container under Azure. Keys come from <see cref="MediaKeys"/>.</summary>
public interface IMediaStore
{
    /// <summary>
    /// Writes a file, replacing one of the same key. All or nothing: if reading the content throws, nothing is kept and the
    /// exception goes on to the caller.
    /// </summary>
    /// <exception cref="ArgumentException">The key is none of <see cref="MediaKeys"/>.</exception>
    Task WriteAsync(string key, Stream content, string contentType, CancellationToken cancellationToken);

    /// <summary>Opens a file for reading; null where there is none. The caller disposes it.</summary>
    /// <exception cref="ArgumentException">The key is none of <see cref="MediaKeys"/>.</exception>
    Task<MediaFile?> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Deletes a file; false where there was none.</summary>
    /// <exception cref="ArgumentException">The key is none of <see cref="MediaKeys"/>.</exception>
    Task<bool> DeleteAsync(string key, CancellationToken cancellationToken);
}
