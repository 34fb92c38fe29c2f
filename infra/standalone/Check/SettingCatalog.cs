namespace WhatsAppBots.Standalone.Check;

/// <summary>A setting as README's table shows it.</summary>
/// <param name="Unit">Unit or form of its value.</param>
/// <param name="Default">Value that is used where the setting is missing; null where there is no such value.</param>
/// <param name="Without">Words for a missing setting without a default value.</param>
internal sealed record Setting(string Name, string Unit, string? Default = null, string Without = "none")
{
    /// <summary>The default as README's table has it.</summary>
    public string Shown => Default is null ? Without : $"`{Default}`";
}

/// <summary>
/// List of all settings. README's table has the same rows, and tests hold each default to the options that read it.
/// </summary>
internal static class SettingCatalog
{
    private const string Required = "**required**";
    private const string Secret = "secret";
    private const string Address = "address";
    private const string Folder = "folder";
    private const string Days = "days";

    /// <summary>All settings, in README's order.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("ENVIRONMENT", "`development` or `production`", null, "[see above](#settings)"),
        new("LOG_LEVEL", "level", "Information"),
        new("DATABASE_URL", "address or Npgsql string", null, "a PostgreSQL of its own"),
        new("DATA_FOLDER", Folder, ".data"),
        new("ASPNETCORE_URLS", "addresses", "http://127.0.0.1:7070"),
        new("PORT", "port"),
        new("SIMULATOR_URL", Address, "http://127.0.0.1:7080"),
        new("PUBLIC_URL", Address, null, "`ASPNETCORE_URLS`"),
        new("FUNCTION_KEY", Secret, null, Required),
        new("SECRET_KEY", Secret, null, Required),
        new("API_KEY", Secret, null, "the file `api.key` of `DATA_FOLDER`"),
        new("ALLOWED_ORIGINS", "origins"),
        new("KEY_CALLS_A_MINUTE", "calls a minute", "60"),
        new("SESSION_CALLS_A_MINUTE", "calls a minute", "1200"),
        new("PROXIES_IN_FRONT", "proxies", "0"),
        new("FILES_URL", Address, null, "`PUBLIC_URL`"),
        new("MAX_CONNECTIONS", "connections", "1500"),
        new("WHATSAPP_API_URL", Address, null, Required),
        new("WHATSAPP_API_KEY", Secret, null, Required),
        new("WHATSAPP_APP_SECRET", Secret, null, Required),
        new("WHATSAPP_VERIFY_TOKEN", Secret, null, Required),
        new("WHATSAPP_NUMBERS", "`id=bot`, …", null, Required),
        new("WHATSAPP_NUMBER_ID", "id"),
        new("WHATSAPP_PHONES", "`+number`, or `bot=+number`, …", null, "Meta's or Twilio's"),
        new("WHATSAPP_RATE_PER_NUMBER", "messages a second, or `off`", "80"),
        new("WHATSAPP_RATE_PER_PAIR", "burst/refill, or `off`", "45/6s"),
        new("TEXTS_PER_PERSON", "burst/refill, or `off`", "30/2s"),
        new("TWILIO_ACCOUNT_SID", "id"),
        new("TWILIO_AUTH_TOKEN", Secret),
        new("TWILIO_WHATSAPP_NUMBER", "`+number=bot`, …"),
        new("TWILIO_TEMPLATES", "`name=HX…`, …"),
        new("TWILIO_API_URL", Address, "https://api.twilio.com"),
        new("ASTRIA_API_KEY", Secret, null, "none; **required** for `portraits`"),
        new("ASTRIA_API_URL", Address, "https://api.astria.ai"),
        new("PORTRAITS_PRICES", "minor units", null, "[these](shared/Bots/Portraits/PortraitOptions.cs)"),
        new("PORTRAITS_MIN_PHOTOS", "photos", "10"),
        new("PORTRAITS_MAX_PHOTOS", "photos", "30"),
        new("HABITS_REPORT_DAYS", Days, "3"),
        new("HABITS_BACKOFF_DAYS", Days, "2"),
        new("HABITS_LAST_WORD_DAYS", Days, "4"),
        new("HABITS_TEMPLATES_A_DAY", "templates a person and day", "1"),
        new("HABITS_TOGETHER_MINUTES", "minutes", "15"),
        new("STRIPE_API_KEY", Secret),
        new("STRIPE_WEBHOOK_SECRET", Secret),
        new("RAZORPAY_KEY_ID", "id"),
        new("RAZORPAY_KEY_SECRET", Secret),
        new("RAZORPAY_WEBHOOK_SECRET", Secret),
        new("PAYMENT_API_URL", Address),
        new("PAYMENT_API_KEY", Secret),
        new("PAYMENT_WEBHOOK_SECRET", Secret),
        new("PAYMENT_PROVIDERS", "`currency=provider`, …", null, "the first that is set up"),
        new("OPENAI_API_KEY", Secret),
        new("OPENAI_BASE_URL", Address, "https://api.openai.com/v1"),
        new("OPENAI_MODEL", "name"),
        new("AZURE_OPENAI_ENDPOINT", Address),
        new("AZURE_OPENAI_API_KEY", Secret),
        new("AZURE_OPENAI_DEPLOYMENT", "name"),
        new("AI_TIMEOUT", "seconds", "8"),
        new("AI_TURNS_PER_DAY", "questions a person and day", "200"),
        new("AI_PRICES", "dollars a million tokens, in/out"),
        new("MEDIA_STORE", Folder, null, "`media` in `DATA_FOLDER`"),
        new("MEDIA_MB_PER_PERSON_PER_DAY", "MB", "256"),
        new("MESSAGES_KEPT", Days, "366"),
        new("UPDATES_KEPT", Days, "30"),
        new("IDLE_KEPT", Days, "731"),
        new("BACKUP_FOLDER", Folder),
        new("BACKUP_HOOK", Address),
        new("BACKUPS_KEPT", "backups", "7"),
        new("SERVICEBUS_CONNECTION_STRING", "connection string", null, "none; Azure alone"),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", Address),
        new("OTEL_EXPORTER_OTLP_PROTOCOL", "`grpc` or `http/protobuf`", "grpc"),
        new("OTEL_EXPORTER_OTLP_HEADERS", "`name=value`, …"),
        new("OTEL_SERVICE_NAME", "name", "whatsappbots"),
    ];
}
