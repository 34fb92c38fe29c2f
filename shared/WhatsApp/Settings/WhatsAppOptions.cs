using WhatsAppBots.Hosting;

namespace WhatsAppBots.WhatsApp.Settings;

/// <summary>How Meta's Cloud API is reached. Read from the settings by <see cref="WhatsAppSettings"/>.</summary>
public sealed class WhatsAppOptions
{
    /// <summary>The stand-in's Graph API, used in development where WHATSAPP_API_URL is absent.</summary>
    public const string StandInUrl = DevelopmentValues.SimulatorUrl + "/v23.0";

    /// <summary>WHATSAPP_API_URL: Graph base with version, for example <c>https://graph.facebook.com/v23.0</c>.</summary>
    public Uri ApiUrl { get; set; } = new(StandInUrl);

    /// <summary>WHATSAPP_API_KEY: the access token.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>WHATSAPP_APP_SECRET: signs webhooks; two while it changes, see <see cref="ChangingSecret"/>.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>WHATSAPP_VERIFY_TOKEN: the handshake's token.</summary>
    public string VerifyToken { get; set; } = "";

    /// <summary>WHATSAPP_NUMBERS and WHATSAPP_NUMBER_ID: phone_number_id and the name of the bot that answers there.</summary>
    public IReadOnlyDictionary<string, string> Numbers { get; set; } = new Dictionary<string, string>();

    /// <summary>WHATSAPP_BUSINESS_ID: the business account, for templates.</summary>
    public string? BusinessId { get; set; }

    /// <summary>ENVIRONMENT=production.</summary>
    public bool IsProduction { get; set; }

    /// <summary>From a send's start to its answer; after that its outcome is unknown. Less than the sender's lease of 12 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>For a new connection.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>For an upload, whole.</summary>
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>For a download, whole. A media URL lives 5 minutes.</summary>
    public TimeSpan DownloadTimeout { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>How long an uploaded file's id is used again; Meta keeps it for 30 days.</summary>
    public TimeSpan UploadReuse { get; set; } = TimeSpan.FromDays(29);

    /// <summary>Connections to one host.</summary>
    public int MaxConnections { get; set; } = 512;

    /// <summary>Meta's limits.</summary>
    public WhatsAppLimits Limits { get; set; } = new();
}
