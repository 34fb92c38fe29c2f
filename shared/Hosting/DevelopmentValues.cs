using Microsoft.Extensions.Configuration;

namespace WhatsAppBots.Hosting;

/// <summary>
/// Keys and secrets that everybody knows: those of the stand-ins, of the sample settings and of development without settings. Stand-ins use
/// these values and no others, so production can refuse each of them.
/// </summary>
public static class DevelopmentValues
{
    /// <summary>Default address of the host.</summary>
    public const string HostUrl = "http://127.0.0.1:7070";

    /// <summary>Default address of the simulator.</summary>
    public const string SimulatorUrl = "http://127.0.0.1:7080";

    /// <summary>WHATSAPP_NUMBERS.</summary>
    public const string WhatsAppNumbers = "100000000000001=hub,100000000000002=echo,100000000000003=portraits,100000000000004=habits";

    /// <summary>TWILIO_WHATSAPP_NUMBER; the first is the number of Twilio's sandbox.</summary>
    public const string TwilioNumbers = "+14155238886,+14155238887=habits";

    /// <summary>WHATSAPP_API_KEY of the simulator.</summary>
    public const string WhatsAppKey = "simulator-token";

    /// <summary>WHATSAPP_API_KEY where there is neither a key nor a simulator.</summary>
    public const string NoWhatsAppKey = "development-token";

    /// <summary>WHATSAPP_APP_SECRET.</summary>
    public const string WhatsAppSecret = "app-secret";

    /// <summary>WHATSAPP_VERIFY_TOKEN.</summary>
    public const string WhatsAppVerifyToken = "verify";

    /// <summary>TWILIO_ACCOUNT_SID.</summary>
    public const string TwilioAccountSid = "AC00000000000000000000000000000000";

    /// <summary>TWILIO_AUTH_TOKEN.</summary>
    public const string TwilioToken = "twilio-token";

    /// <summary>ASTRIA_API_KEY.</summary>
    public const string AstriaKey = "sd_simulator";

    /// <summary>STRIPE_API_KEY.</summary>
    public const string StripeKey = "sk_simulator";

    /// <summary>STRIPE_WEBHOOK_SECRET.</summary>
    public const string StripeWebhookSecret = "whsec_simulator";

    /// <summary>RAZORPAY_KEY_ID.</summary>
    public const string RazorpayKeyId = "rzp_simulator";

    /// <summary>RAZORPAY_KEY_SECRET.</summary>
    public const string RazorpayKeySecret = "razorpay-key";

    /// <summary>RAZORPAY_WEBHOOK_SECRET.</summary>
    public const string RazorpayWebhookSecret = "razorpay-secret";

    /// <summary>PAYMENT_API_KEY.</summary>
    public const string PaymentKey = "payment-key";

    /// <summary>PAYMENT_WEBHOOK_SECRET.</summary>
    public const string PaymentWebhookSecret = "payment-secret";

    /// <summary>OPENAI_API_KEY.</summary>
    public const string AiKey = "sk-simulator";

    /// <summary>FUNCTION_KEY.</summary>
    public const string FunctionKey = "dev";

    /// <summary>SECRET_KEY.</summary>
    public const string SecretKey = "development";

    /// <summary>All keys and secrets; addresses and numbers are none.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        WhatsAppKey, NoWhatsAppKey, WhatsAppSecret, WhatsAppVerifyToken, TwilioAccountSid, TwilioToken, AstriaKey,
        StripeKey, StripeWebhookSecret, RazorpayKeyId, RazorpayKeySecret, RazorpayWebhookSecret, PaymentKey, PaymentWebhookSecret,
        AiKey, FunctionKey, SecretKey,
    ];

    /// <summary>Settings that hold a credential of a provider, and the setting of that provider's address.</summary>
    public static IReadOnlyList<(string Name, string Url)> Credentials { get; } =
    [
        ("WHATSAPP_API_KEY", "WHATSAPP_API_URL"), ("WHATSAPP_APP_SECRET", "WHATSAPP_API_URL"),
        ("WHATSAPP_VERIFY_TOKEN", "WHATSAPP_API_URL"),
        ("TWILIO_ACCOUNT_SID", "TWILIO_API_URL"), ("TWILIO_AUTH_TOKEN", "TWILIO_API_URL"), ("ASTRIA_API_KEY", "ASTRIA_API_URL"),
        ("STRIPE_API_KEY", "STRIPE_API_URL"), ("STRIPE_WEBHOOK_SECRET", "STRIPE_API_URL"),
        ("RAZORPAY_KEY_ID", "RAZORPAY_API_URL"), ("RAZORPAY_KEY_SECRET", "RAZORPAY_API_URL"),
        ("RAZORPAY_WEBHOOK_SECRET", "RAZORPAY_API_URL"),
        ("PAYMENT_API_KEY", "PAYMENT_API_URL"), ("PAYMENT_WEBHOOK_SECRET", "PAYMENT_API_URL"),
        ("OPENAI_API_KEY", "OPENAI_BASE_URL"), ("AZURE_OPENAI_API_KEY", "AZURE_OPENAI_ENDPOINT"),
    ];

    /// <summary>Settings of Azure that hold a credential, unless they are an emulator's.</summary>
    public static IReadOnlyList<string> AzureConnections { get; } =
    [
        "SERVICEBUS_CONNECTION_STRING", "SERVICEBUS_CONNECTION_STRING:fullyQualifiedNamespace", "AzureWebJobsStorage",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
    ];

    /// <summary>
    /// Tells whether a setting holds one of these values, alone or in a list, whatever its case and whatever blanks or quotes surround it.
    /// </summary>
    public static bool IsIn(string? setting) =>
        ChangingSecret.Read(setting ?? "").Any(part => All.Contains(part.Trim('"', '\''), StringComparer.OrdinalIgnoreCase));

    /// <summary>Tells whether an address is a loopback address.</summary>
    public static bool IsHere(string? address) => Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var url) && url.IsLoopback;

    /// <summary>
    /// Names of settings with a real credential: not one of these values, and not for a provider on this machine.
    /// </summary>
    public static IEnumerable<string> RealCredentials(IConfiguration configuration) =>
        Credentials
            .Where(each => !IsHere(configuration[each.Url]) && ChangingSecret.Read(configuration[each.Name] ?? "").Any(part => !IsIn(part)))
            .Select(each => each.Name)
            .Concat(AzureConnections
                .Where(name => !string.IsNullOrWhiteSpace(configuration[name]) && !IsEmulator(configuration[name]!))
                .Select(name => name.Replace(":", "__", StringComparison.Ordinal)));

    private static bool IsEmulator(string connection) =>
        connection.Contains("UseDevelopmentEmulator=true", StringComparison.OrdinalIgnoreCase)
        || connection.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase)
        || connection.Contains("AccountName=devstoreaccount1;", StringComparison.OrdinalIgnoreCase);
}
