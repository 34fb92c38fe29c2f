using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsAppBots.Media;
using WhatsAppBots.WhatsApp.Files;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.WhatsApp.Twilio;

/// <summary>
/// Fetches what a person sent by Twilio: the address that the webhook told wants the credentials and redirects to one that must
/// not have them. https://www.twilio.com/docs/messaging/api/media-resource
/// </summary>
internal sealed partial class TwilioDownloader(
    TwilioHttp twilio, IMediaStore store, IOptions<TwilioOptions> options, IOptions<WhatsAppOptions> whatsApp, ILogger<TwilioDownloader> logger)
{
    private const int MostRedirects = 3;

    /// <summary>Fetches a file once; the media id is its address. Throws only when cancelled or when the store fails.</summary>
    public async Task<MediaDownloadOutcome> DownloadAsync(MediaRequest request, CancellationToken cancellationToken)
    {
        var outcome = await FileIntake.RunAsync(token => AttemptAsync(request, token), options.Value.DownloadTimeout, cancellationToken);
        if (outcome is not MediaDownloadOutcome.Stored) Log.NotStored(logger, outcome);
        return outcome;
    }

    private async Task<MediaDownloadOutcome> AttemptAsync(MediaRequest request, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(request.MediaId, UriKind.Absolute, out var address) || !twilio.IsTrusted(address))
            return new MediaDownloadOutcome.Failed(false, "not an address of Twilio's");

        using var response = await OpenAsync(address, cancellationToken);
        if (response is null) return new MediaDownloadOutcome.Failed(false, "redirected where no media of Twilio's can be");
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) return new MediaDownloadOutcome.Gone();
        if (!response.IsSuccessStatusCode) return FileIntake.ByStatus(response.StatusCode);
        var mimeType = request.MimeType ?? response.Content.Headers.ContentType?.ToString() ?? "application/octet-stream";
        return await FileIntake.StoreAsync(
            store, response, mimeType, null, whatsApp.Value.Limits.BytesOf(request.MessageType, mimeType), [FileHash.Read(request.Sha256)],
            cancellationToken);
    }

    /// <summary>Follows redirects by hand, without the credentials. Null where they lead astray.</summary>
    private async Task<HttpResponseMessage?> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (hop > 0 && !twilio.MayLead(address)) return null;
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var response = hop == 0 ? await twilio.SendAsync(request, cancellationToken) : await twilio.SendBareAsync(request, cancellationToken);
            if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } location) return response;
            response.Dispose();
            address = new Uri(address, location);
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A file from Twilio was not stored: {Outcome}")]
        public static partial void NotStored(ILogger logger, MediaDownloadOutcome outcome);
    }
}
