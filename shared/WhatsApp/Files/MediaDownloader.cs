using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.WhatsApp.Sending;
using WhatsAppBots.WhatsApp.Settings;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.WhatsApp.Files;

/// <summary>
/// Fetches what a person sent into the media store, in Meta's two steps, without holding it whole in memory.
/// https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#download-media
/// </summary>
public sealed partial class MediaDownloader
{
    private const int MostRedirects = 3;

    private readonly GraphHttp _graph;
    private readonly IMediaStore _store;
    private readonly WhatsAppOptions _options;
    private readonly ILogger<MediaDownloader> _logger;

    internal MediaDownloader(GraphHttp graph, IMediaStore store, IOptions<WhatsAppOptions> options, ILogger<MediaDownloader> logger) =>
        (_graph, _store, _options, _logger) = (graph, store, options.Value, logger);

    /// <summary>Fetches a file whose message type is not known.</summary>
    public Task<MediaDownloadOutcome> DownloadAsync(
        string mediaId, string? expectedMime, string? expectedSha256, CancellationToken cancellationToken) =>
        DownloadAsync(new MediaRequest(mediaId, expectedMime, expectedSha256), cancellationToken);

    /// <summary>Fetches a file once. Throws only when cancelled or when the store fails.</summary>
    public async Task<MediaDownloadOutcome> DownloadAsync(MediaRequest request, CancellationToken cancellationToken)
    {
        var outcome = await FileIntake.RunAsync(token => AttemptAsync(request, token), _options.DownloadTimeout, cancellationToken);
        if (outcome is not MediaDownloadOutcome.Stored) Log.NotStored(_logger, request.MediaId, outcome);
        return outcome;
    }

    private async Task<MediaDownloadOutcome> AttemptAsync(MediaRequest request, CancellationToken cancellationToken)
    {
        // A URL lives 5 minutes; one that is refused at once gets a second one, then the file is gone.
        for (var attempt = 1; ; attempt++)
        {
            var (description, failure) = await DescribeAsync(request, cancellationToken);
            if (description is null) return failure!;
            using var response = await OpenAsync(description.Url, cancellationToken);
            if (response is null) return new MediaDownloadOutcome.Failed(false, "redirected where no media of Meta's can be");
            if (response.IsSuccessStatusCode) return await StoreAsync(request, description, response, cancellationToken);
            if (response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Gone)) return FileIntake.ByStatus(response.StatusCode);
            if (attempt == 2) return new MediaDownloadOutcome.Gone();
        }
    }

    private async Task<(MediaDescription? Description, MediaDownloadOutcome? Failure)> DescribeAsync(
        MediaRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, _graph.Address(request.MediaId));
        using var response = await _graph.SendAsync(message, cancellationToken);
        var body = await response.Content.ReadBoundedAsync(BoundedContent.JsonLimit, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return MediaDescription.Read(body) is { } description
                ? (description, null)
                : (null, new MediaDownloadOutcome.Failed(true, "the media's description is unreadable"));
        }

        // Meta tells of a media id it does not know by 404, or by 400 and code 100.
        var gone = response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone
            || (response.StatusCode == HttpStatusCode.BadRequest && GraphError.Read(body) is { Error.Code: 100, IsTransient: false });
        return (null, gone ? new MediaDownloadOutcome.Gone() : FileIntake.ByStatus(response.StatusCode));
    }

    /// <summary>Follows redirects by hand: the token goes to Meta's hosts alone. Null where they lead astray.</summary>
    private async Task<HttpResponseMessage?> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (!_graph.IsTrusted(address) && address.Scheme != Uri.UriSchemeHttps) return null;
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.UserAgent.ParseAdd("WhatsAppBots/1.0");
            var response = await _graph.SendAsync(request, cancellationToken);
            if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } location) return response;
            response.Dispose();
            address = new Uri(address, location);
        }

        return null;
    }

    private Task<MediaDownloadOutcome> StoreAsync(
        MediaRequest request, MediaDescription description, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var mimeType = request.MimeType ?? description.MimeType ?? "application/octet-stream";
        return FileIntake.StoreAsync(
            _store, response, mimeType, description.Size, _options.Limits.BytesOf(request.MessageType, mimeType),
            [FileHash.Read(request.Sha256), FileHash.Read(description.Sha256)], cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Media {Media} was not stored: {Outcome}")]
        public static partial void NotStored(ILogger logger, string media, MediaDownloadOutcome outcome);
    }
}
