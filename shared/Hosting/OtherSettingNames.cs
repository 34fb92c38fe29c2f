using Microsoft.Extensions.Configuration;

namespace WhatsAppBots.Hosting;

/// <summary>
/// Names of settings that other WhatsApp projects use, and the setting of ours that takes their place. None of them is read: a host that
/// finds one says what to set instead, at its start and in <c>check</c>.
/// </summary>
public static class OtherSettingNames
{
    private const string Gemini = "https://generativelanguage.googleapis.com/v1beta/openai";
    private const string OfGemini = $"set OPENAI_API_KEY to that key, OPENAI_BASE_URL to {Gemini} and OPENAI_MODEL to a model";
    private const string OneMessage = "an answer is one message, and WHATSAPP_RATE_PER_PAIR paces them";
    private const string Postgres = "PostgreSQL holds conversations and queues: set DATABASE_URL";

    private static readonly Entry[] _all =
    [
        .. Of("WHATSAPP_APP_SECRET", "WHATSAPP_WEBHOOK_SECRET", "WHATSAPP_SECRET", "META_APP_SECRET", "APP_SECRET"),
        .. Of("WHATSAPP_API_KEY", "WHATSAPP_TOKEN", "WHATSAPP_ACCESS_TOKEN", "META_ACCESS_TOKEN"),
        .. Of("WHATSAPP_VERIFY_TOKEN", "WEBHOOK_VERIFY_TOKEN", "WHATSAPP_WEBHOOK_VERIFY_TOKEN", "VERIFY_TOKEN"),
        new("WHATSAPP_MCP_URL", "set WHATSAPP_API_URL to the Graph API, https://graph.facebook.com/v23.0", "WHATSAPP_API_URL"),
        new("WASENDER_API_TOKEN", "WaSender isn't supported: set WHATSAPP_API_KEY (Meta), or the TWILIO_ settings", "WHATSAPP_API_KEY"),
        .. new[] { "PHONE_NUMBER_ID", "WHATSAPP_PHONE_NUMBER_ID" }.Select(name =>
            new Entry(name, "set WHATSAPP_NUMBERS=<phone number id>=<bot>, or WHATSAPP_NUMBER_ID for the hub", "WHATSAPP_NUMBERS")),
        .. new[] { "BUSINESS_ID", "WHATSAPP_BUSINESS_ACCOUNT_ID" }.Select(name =>
            new Entry(name, "nothing needs it: WHATSAPP_NUMBERS names the numbers")),
        .. Of("TWILIO_WHATSAPP_NUMBER", "TWILIO_PHONE_NUMBER", "TWILIO_WHATSAPP_FROM", "TWILIO_FROM_NUMBER", "TWILIO_SANDBOX_NUMBER"),
        .. new[] { "GEMINI_API_KEY", "GOOGLE_API_KEY" }.Select(name => new Entry(name, OfGemini, "OPENAI_API_KEY")),
        .. Of("OPENAI_MODEL", "GEMINI_MODEL", "AI_MODEL"),
        .. new[] { "MAX_TOKENS", "TEMPERATURE" }.Select(name => new Entry(name, "each question to the AI sets its own")),
        .. new[] { "MAX_LINES_PER_MESSAGE", "MESSAGE_DELAY" }.Select(name => new Entry(name, OneMessage)),
        .. Of("ASTRIA_API_KEY", "ASTRIA_API_TOKEN", "ASTRIA_KEY"),
        .. Of("ASTRIA_API_URL", "ASTRIA_BASE_URL", "ASTRIA_URL"),
        .. Of("STRIPE_API_KEY", "STRIPE_SECRET_KEY"),
        .. Of("RAZORPAY_KEY_ID", "RAZORPAY_API_KEY"),
        .. Of("RAZORPAY_KEY_SECRET", "RAZORPAY_SECRET", "RAZORPAY_API_SECRET"),
        .. Of("SERVICEBUS_CONNECTION_STRING", "SERVICE_BUS_CONNECTION_STRING", "SERVICEBUS_CONNECTION"),
        .. Of("DATABASE_URL", "POSTGRES_URL", "SUPABASE_URL", "DB_URL"),
        .. new[] { "REDIS_URL", "CELERY_BROKER_URL" }.Select(name => new Entry(name, Postgres, "DATABASE_URL")),
        .. Of("SECRET_KEY", "JWT_SECRET", "JWT_SECRET_KEY"),
        .. Of("PUBLIC_URL", "NGROK_URL", "BASE_URL"),
        .. Of("ENVIRONMENT", "APP_ENV", "FLASK_ENV"),
        new("DEBUG", "set LOG_LEVEL=Debug", "LOG_LEVEL"),
    ];

    /// <summary>All names.</summary>
    public static IEnumerable<string> All => _all.Select(entry => entry.Name);

    /// <summary>Notices about names that are set while ours isn't: <c>DEBUG isn't read: set LOG_LEVEL=Debug.</c></summary>
    public static IEnumerable<(string Name, string Notice)> Notices(IConfiguration configuration) =>
        from entry in _all
        where IsSet(configuration, entry.Name) && (entry.Ours is null || string.IsNullOrWhiteSpace(configuration[entry.Ours]))
        select (entry.Name, $"{entry.Name} isn't read: {entry.Advice}.");

    private static IEnumerable<Entry> Of(string ours, params string[] names) => names.Select(name => new Entry(name, $"set {ours}", ours));

    // DEBUG=express:* is of another program.
    private static bool IsSet(IConfiguration configuration, string name) => configuration[name]?.Trim() is { Length: > 0 } value
        && (name != "DEBUG" || value is "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <param name="Ours">The setting that silences the notice; null: nothing does.</param>
    private sealed record Entry(string Name, string Advice, string? Ours = null);
}
