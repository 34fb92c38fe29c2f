namespace WhatsAppBots.WhatsApp.Twilio;

/// <summary>How Twilio is reached. Read from the settings by <see cref="TwilioSettings"/>.</summary>
public sealed class TwilioOptions
{
    /// <summary>Twilio itself, used where TWILIO_API_URL is absent.</summary>
    public const string DefaultUrl = "https://api.twilio.com";

    private const long Megabyte = 1024 * 1024;

    /// <summary>TWILIO_API_URL: what <c>/2010-04-01/…</c> is below.</summary>
    public Uri ApiUrl { get; set; } = new(DefaultUrl);

    /// <summary>TWILIO_ACCOUNT_SID, <c>AC…</c>; empty where there is no Twilio.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>TWILIO_AUTH_TOKEN: the password of requests, and what signs webhooks; two while it changes, the new one first.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>TWILIO_WHATSAPP_NUMBER: numbers as <c>+E164</c>, and the name of the bot that answers there.</summary>
    public IReadOnlyDictionary<string, string> Numbers { get; set; } = new Dictionary<string, string>();

    /// <summary>TWILIO_TEMPLATES: the ContentSid of a template, by <c>name</c> or <c>name/language</c>.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; set; } = new Dictionary<string, string>();

    /// <summary>From a send's start to its answer; after that its outcome is unknown. Less than the sender's lease of 12 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>For a new connection.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>For a download, whole.</summary>
    public TimeSpan DownloadTimeout { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>Connections to one host.</summary>
    public int MaxConnections { get; set; } = 512;

    /// <summary>How long a file that is sent can be fetched from us by its link.</summary>
    public TimeSpan LinkLives { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A text, characters. https://www.twilio.com/docs/api/errors/21617</summary>
    public int Text { get; set; } = 1600;

    /// <summary>A caption, characters: WhatsApp's limit.</summary>
    public int Caption { get; set; } = 1024;

    /// <summary>An image, bytes. https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages</summary>
    public long ImageBytes { get; set; } = 5 * Megabyte;

    /// <summary>Any other file, bytes.</summary>
    public long FileBytes { get; set; } = 16 * Megabyte;

    /// <summary>There is a Twilio.</summary>
    public bool IsConfigured => AccountSid.Length > 0;

    /// <summary>Whether a number speaks by Twilio: Meta's numbers are ids, Twilio's begin with "+".</summary>
    public static bool Owns(string? numberId) => numberId is ['+', ..];
}
