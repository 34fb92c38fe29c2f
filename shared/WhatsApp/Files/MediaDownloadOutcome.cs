namespace WhatsAppBots.WhatsApp.Files;

/// <summary>A file to fetch, as a webhook told of it.</summary>
/// <param name="MediaId">Meta's id; it lives 7 days.</param>
/// <param name="MimeType">As declared; null: as Meta says when asked.</param>
/// <param name="Sha256">SHA-256 of the file in base64 or hex, if told.</param>
/// <param name="MessageType">
/// The message's type. It decides the size limit: a photo sent as a <c>document</c> may be larger than an <c>image</c>.
/// Null: as the MIME type suggests.
/// </param>
public sealed record MediaRequest(string MediaId, string? MimeType, string? Sha256, string? MessageType = null);

/// <summary>What became of a download. In every case but <see cref="Stored"/> nothing is left behind.</summary>
public abstract record MediaDownloadOutcome
{
    private MediaDownloadOutcome()
    {
    }

    /// <summary>It is in the media store.</summary>
    /// <param name="Key">Its key there.</param>
    /// <param name="MimeType">Its type, parameters included.</param>
    /// <param name="Size">In bytes.</param>
    /// <param name="Sha256">Lower-case hex.</param>
    public sealed record Stored(string Key, string MimeType, long Size, string Sha256) : MediaDownloadOutcome;

    /// <summary>Meta has it no longer.</summary>
    public sealed record Gone : MediaDownloadOutcome;

    /// <summary>The file is not what was declared or too large; another try would find the same.</summary>
    public sealed record Rejected(string Reason) : MediaDownloadOutcome;

    /// <summary>It could not be fetched.</summary>
    /// <param name="Retryable">Worth another try later.</param>
    public sealed record Failed(bool Retryable, string Reason) : MediaDownloadOutcome;
}
