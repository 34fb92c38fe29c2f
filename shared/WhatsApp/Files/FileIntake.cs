using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.Media.Photos;

namespace WhatsAppBots.WhatsApp.Files;

/// <summary>The last step of every download: from an open answer into the media store, checked while it passes.</summary>
internal static class FileIntake
{
    /// <summary>Runs a download and says what came of it. Throws only when cancelled or when the store fails.</summary>
    public static async Task<MediaDownloadOutcome> RunAsync(
        Func<CancellationToken, Task<MediaDownloadOutcome>> download, TimeSpan within, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.StartDownload();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(within);
        MediaDownloadOutcome outcome;
        try
        {
            outcome = await download(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            outcome = new MediaDownloadOutcome.Failed(true, "no answer in time");
        }
        catch (HttpRequestException e)
        {
            outcome = new MediaDownloadOutcome.Failed(true, $"broken off: {e.HttpRequestError}");
        }
        catch (AnswerTooLargeException e)
        {
            outcome = new MediaDownloadOutcome.Failed(true, e.Message);
        }
        catch (RejectedFileException e)
        {
            outcome = new MediaDownloadOutcome.Rejected(e.Message);
        }

        Telemetry.Downloaded(outcome.GetType().Name);
        return outcome;
    }

    /// <summary>Stores the answer's body.</summary>
    /// <param name="told">Its length, where something other than the answer tells it.</param>
    /// <param name="most">Bytes.</param>
    /// <param name="hashes">SHA-256 it must have, where they are told.</param>
    public static async Task<MediaDownloadOutcome> StoreAsync(
        IMediaStore store, HttpResponseMessage response, string mimeType, long? told, long most, IReadOnlyList<byte[]?> hashes,
        CancellationToken cancellationToken)
    {
        if ((response.Content.Headers.ContentLength ?? told) is { } length && length > most)
            return new MediaDownloadOutcome.Rejected($"{length} bytes, at most {most}");

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var checkedBody = new CheckedStream(body, most, mimeType, hashes);
        var key = MediaKeys.New(FileTypes.Extension(mimeType));

        // A photo is kept without the place and time it was taken at.
        await using var plain = new PlainPhotoStream(checkedBody);
        await store.WriteAsync(key, plain, mimeType, cancellationToken);
        return new MediaDownloadOutcome.Stored(key, mimeType, checkedBody.Length, checkedBody.Sha256);
    }

    /// <summary>What an answer that is no success means for another try.</summary>
    public static MediaDownloadOutcome.Failed ByStatus(System.Net.HttpStatusCode status) => new(
        Retryable: (int)status is >= 500 or 429 or 408 or 401 or 403, $"HTTP {(int)status}");
}
