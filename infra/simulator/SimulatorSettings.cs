using WhatsAppBots.Hosting;

namespace WhatsAppBots.Simulator;

/// <summary>The simulator as a process of its own, beside the five apps under <c>func start</c> or in containers.</summary>
internal static class SimulatorSettings
{
    // There each app has an address of its own; this is that of Payments.
    private const string Payments = "http://127.0.0.1:7073";

    /// <summary>
    /// SIMULATOR_URL, WEBHOOK_URL and PAYMENTS_URL (where it posts); WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN, WHATSAPP_API_KEY,
    /// TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, PUBLIC_URL, FUNCTION_KEY, WHATSAPP_NUMBERS and TWILIO_WHATSAPP_NUMBER as the apps have them.
    /// </summary>
    /// <param name="setting">The value of a name; null or empty where there is none.</param>
    public static SimulatorOptions Read(Func<string, string?> setting)
    {
        var options = new SimulatorOptions { PaymentsUrl = Given("PAYMENTS_URL") ?? Payments };
        options.Url = Given("SIMULATOR_URL") ?? options.Url;
        options.WebhookUrl = Given("WEBHOOK_URL") ?? options.WebhookUrl;
        options.AppSecret = Given("WHATSAPP_APP_SECRET") ?? options.AppSecret;
        options.VerifyToken = Given("WHATSAPP_VERIFY_TOKEN") ?? options.VerifyToken;
        options.AccessToken = Given("WHATSAPP_API_KEY") ?? options.AccessToken;
        options.TwilioAccountSid = Given("TWILIO_ACCOUNT_SID") ?? options.TwilioAccountSid;
        options.TwilioAuthToken = Given("TWILIO_AUTH_TOKEN") ?? options.TwilioAuthToken;
        options.PublicUrl = Given("PUBLIC_URL") ?? options.PublicUrl;
        options.FunctionKey = Given("FUNCTION_KEY") ?? options.FunctionKey;
        foreach (var (id, bot) in Pairs(Given("WHATSAPP_NUMBERS") ?? DevelopmentValues.WhatsAppNumbers)) options.Numbers.Add(SimulatedNumber.OfMeta(id, bot));
        foreach (var (number, bot) in Pairs(Given("TWILIO_WHATSAPP_NUMBER") ?? DevelopmentValues.TwilioNumbers)) options.Numbers.Add(SimulatedNumber.OfTwilio(number, bot));
        return options;

        string? Given(string name) => setting(name) is { Length: > 0 } value ? value : null;
    }

    private static IEnumerable<(string Number, string Bot)> Pairs(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).Select(parts => (parts[0], parts.Length == 2 ? parts[1] : "hub"));
}
