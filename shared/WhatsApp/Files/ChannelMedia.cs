using WhatsAppBots.WhatsApp.Twilio;

namespace WhatsAppBots.WhatsApp.Files;

/// <summary>Fetches what a person sent, from whichever channel it came by: the business number decides.</summary>
public sealed class ChannelMedia
{
    private readonly MediaDownloader _meta;
    private readonly TwilioDownloader _twilio;

    internal ChannelMedia(MediaDownloader meta, TwilioDownloader twilio) => (_meta, _twilio) = (meta, twilio);

    /// <summary>Fetches a file once. Throws only when cancelled or when the store fails.</summary>
    public Task<MediaDownloadOutcome> DownloadAsync(string numberId, MediaRequest request, CancellationToken cancellationToken) =>
        TwilioOptions.Owns(numberId) ? _twilio.DownloadAsync(request, cancellationToken) : _meta.DownloadAsync(request, cancellationToken);
}
