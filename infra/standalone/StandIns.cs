using WhatsAppBots.Bots;
using WhatsAppBots.Hosting;
using WhatsAppBots.Simulator;
using WhatsAppBots.WhatsApp.Settings;
using WhatsAppBots.WhatsApp.Twilio;

namespace WhatsAppBots.Standalone;

/// <summary>Stand-ins for the providers that are not set up, in development alone.</summary>
internal static class StandIns
{
    private const string AnyUrl = "http://127.0.0.1:0";

    // One of them is a payment provider of one's own.
    private static readonly string[] _paymentSecrets = ["STRIPE_WEBHOOK_SECRET", "RAZORPAY_WEBHOOK_SECRET", "PAYMENT_WEBHOOK_SECRET"];

    /// <summary>Starts the stand-ins that are needed, and points the settings at them.</summary>
    /// <param name="time">Clock of the stand-ins too: their dates are compared with the host's.</param>
    /// <returns>The address of the phone; null where WhatsApp is configured.</returns>
    public static async Task<string?> StartAsync(
        ConfigurationManager configuration, string ownUrl, TimeProvider time, List<IAsyncDisposable> below)
    {
        var (whatsApp, astria) = (IsMissing(configuration, "WHATSAPP_API_URL"), IsMissing(configuration, "ASTRIA_API_KEY"));
        var payments = _paymentSecrets.All(name => IsMissing(configuration, name));
        if (!whatsApp && !astria && !payments) return null;
        var numbers = configuration["WHATSAPP_NUMBERS"] is { Length: > 0 } given ? given : Settings.DevelopmentNumbers;
        if (configuration["WHATSAPP_NUMBER_ID"] is { Length: > 0 } single && configuration["WHATSAPP_NUMBERS"] is not { Length: > 0 })
        {
            numbers = $"{single}=hub";
        }

        var options = new SimulatorOptions
        {
            // Without a phone to look at nobody needs the address: any free port will do.
            Url = configuration["SIMULATOR_URL"] ?? (whatsApp ? DevelopmentValues.SimulatorUrl : AnyUrl),
            WebhookUrl = ownUrl.Split(';')[0].TrimEnd('/') + "/webhook/whatsapp",
            AppSecret = ChangingSecret.Newest(configuration["WHATSAPP_APP_SECRET"]) ?? DevelopmentValues.WhatsAppSecret,
            VerifyToken = configuration["WHATSAPP_VERIFY_TOKEN"] is { Length: > 0 } verify ? verify : DevelopmentValues.WhatsAppVerifyToken,
            AccessToken = configuration["WHATSAPP_API_KEY"] is { Length: > 0 } key ? key : DevelopmentValues.WhatsAppKey,
            FunctionKey = ChangingSecret.Newest(Settings.FunctionKey(configuration))!,
            Templates = [.. BotServices.Templates.SelectMany(set => set.Submissions())],
            Font = name => typeof(Images.ImagesApp).Assembly.GetManifestResourceStream($"fonts/{name}"),
        };
        foreach (var pair in numbers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            if (parts.Length == 2) options.Numbers.Add(SimulatedNumber.OfMeta(parts[0], parts[1]));
        }

        var twilio = whatsApp && TwilioSettings.AreAbsent(configuration);
        AddTwilio(configuration, options, twilio ? DevelopmentValues.TwilioNumbers : configuration["TWILIO_WHATSAPP_NUMBER"]);
        var simulator = SimulatorApp.Create(options, time);
        below.Add(simulator);
        await simulator.StartAsync();
        var url = Settings.Here(simulator.Urls.First());
        if (whatsApp)
        {
            configuration["WHATSAPP_NUMBERS"] = numbers;
            configuration["WHATSAPP_API_URL"] = $"{url}/graph/v23.0";
            configuration["WHATSAPP_API_KEY"] = options.AccessToken;
        }

        if (twilio)
        {
            configuration["TWILIO_WHATSAPP_NUMBER"] = DevelopmentValues.TwilioNumbers;
            (configuration["TWILIO_ACCOUNT_SID"], configuration["TWILIO_AUTH_TOKEN"]) = (options.TwilioAccountSid, options.TwilioAuthToken);
            configuration["TWILIO_API_URL"] = $"{url}/twilio";
        }

        if (astria) (configuration["ASTRIA_API_URL"], configuration["ASTRIA_API_KEY"]) = ($"{url}/astria", options.AstriaKey);
        if (payments) UsePayments(configuration, options, url);
        return whatsApp ? url : null;
    }

    // The stand-in takes any account from the settings, so that the settings can name one.
    private static void AddTwilio(ConfigurationManager configuration, SimulatorOptions options, string? numbers)
    {
        options.PublicUrl = PublicUrl.Read(configuration).ToString();
        if (configuration["TWILIO_ACCOUNT_SID"] is { Length: > 0 } sid) options.TwilioAccountSid = sid;
        options.TwilioAuthToken = ChangingSecret.Newest(configuration["TWILIO_AUTH_TOKEN"]) ?? DevelopmentValues.TwilioToken;
        foreach (var pair in (numbers ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            options.Numbers.Add(SimulatedNumber.OfTwilio(parts[0], parts.Length == 2 ? parts[1] : "hub"));
        }
    }

    // All three, so that each can be tried: India pays by Razorpay, Brazil by the generic provider, the rest of the world by Stripe.
    private static void UsePayments(ConfigurationManager configuration, SimulatorOptions options, string url)
    {
        (configuration["STRIPE_API_URL"], configuration["STRIPE_API_KEY"]) = ($"{url}/stripe", options.StripeKey);
        configuration["STRIPE_WEBHOOK_SECRET"] = options.StripeWebhookSecret;
        configuration["RAZORPAY_API_URL"] = $"{url}/razorpay";
        (configuration["RAZORPAY_KEY_ID"], configuration["RAZORPAY_KEY_SECRET"]) = (options.RazorpayKeyId, options.RazorpayKeySecret);
        configuration["RAZORPAY_WEBHOOK_SECRET"] = options.RazorpayWebhookSecret;
        (configuration["PAYMENT_API_URL"], configuration["PAYMENT_API_KEY"]) = ($"{url}/checkout", options.PaymentKey);
        configuration["PAYMENT_WEBHOOK_SECRET"] = options.PaymentWebhookSecret;
        configuration["PAYMENT_PROVIDERS"] ??= "INR=razorpay,BRL=generic,*=stripe";
    }

    private static bool IsMissing(ConfigurationManager configuration, string name) => configuration[name] is not { Length: > 0 };
}
