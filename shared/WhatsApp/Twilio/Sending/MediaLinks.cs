using Microsoft.Extensions.Options;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.WhatsApp.Twilio.Sending;

/// <summary>Links by which Twilio fetches a file of our media store: signed, for one file, for ten minutes.</summary>
public sealed class MediaLinks(SignedTokens tokens, PublicUrl publicUrl, IOptions<TwilioOptions> options)
{
    /// <summary>Where the file is served: a token and a name.</summary>
    public const string Route = "files/{token}/{name}";

    private const string Purpose = "outgoing-file";

    /// <summary>A link to a file.</summary>
    /// <param name="key">Its key in the media store.</param>
    /// <param name="name">What it is called there.</param>
    public Uri Make(string key, string name) =>
        publicUrl.At($"files/{tokens.Make(Purpose, key, options.Value.LinkLives)}/{Uri.EscapeDataString(name)}");

    /// <summary>The key of a link's token; null where it is forged or too old.</summary>
    public string? Read(string? token) => tokens.Read(Purpose, token);
}
