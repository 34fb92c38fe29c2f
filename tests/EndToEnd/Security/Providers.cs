using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using WhatsAppBots.Simulator;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests.Security;

/// <summary>All providers' stand-ins, with secrets nobody could take for something else.</summary>
internal sealed class Providers : IAsyncDisposable
{
    private readonly WebApplication _simulator;

    private Providers(WebApplication simulator, string url, Dictionary<string, string> settings) => (_simulator, Url, Settings) = (simulator, url, settings);

    public string Url { get; }

    /// <summary>What a host needs that works with them.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <summary>Settings that nobody but the host may know.</summary>
    public static IReadOnlyList<string> SecretNames { get; } =
    [
        "WHATSAPP_API_KEY", "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN", "FUNCTION_KEY", "SECRET_KEY", "TWILIO_AUTH_TOKEN", "ASTRIA_API_KEY",
        "STRIPE_API_KEY", "STRIPE_WEBHOOK_SECRET", "RAZORPAY_KEY_SECRET", "RAZORPAY_WEBHOOK_SECRET", "PAYMENT_API_KEY", "PAYMENT_WEBHOOK_SECRET",
        "OPENAI_API_KEY",
    ];

    /// <param name="host">Where the product listens.</param>
    public static async Task<Providers> StartAsync(string host)
    {
        var url = $"http://127.0.0.1:{HostProcess.FreePort()}";
        var secrets = SecretNames.ToDictionary(
            name => name, name => $"never-log-{name.ToLowerInvariant().Replace('_', '-')}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}");
        var options = new SimulatorOptions
        {
            Url = url, WebhookUrl = host + "/webhook/whatsapp", PublicUrl = host, AppSecret = secrets["WHATSAPP_APP_SECRET"],
            AccessToken = secrets["WHATSAPP_API_KEY"], VerifyToken = secrets["WHATSAPP_VERIFY_TOKEN"], FunctionKey = secrets["FUNCTION_KEY"],
            TwilioAuthToken = secrets["TWILIO_AUTH_TOKEN"], AstriaKey = secrets["ASTRIA_API_KEY"], StripeKey = secrets["STRIPE_API_KEY"],
            StripeWebhookSecret = secrets["STRIPE_WEBHOOK_SECRET"], RazorpayKeySecret = secrets["RAZORPAY_KEY_SECRET"],
            RazorpayWebhookSecret = secrets["RAZORPAY_WEBHOOK_SECRET"], PaymentKey = secrets["PAYMENT_API_KEY"],
            PaymentWebhookSecret = secrets["PAYMENT_WEBHOOK_SECRET"], AiKey = secrets["OPENAI_API_KEY"],
            TrainingTime = TimeSpan.FromSeconds(0.3), PromptTime = TimeSpan.FromSeconds(0.2),
        };
        foreach (var number in new[] { Site.Hub, Site.Echo, Site.Portraits, Site.Habits, Twilio.TwilioSite.TwilioEcho })
        {
            options.Numbers.Add(new SimulatedNumber(number, "+15550001111", number));
        }

        var simulator = SimulatorApp.Create(options);
        await simulator.StartAsync();
        var settings = new Dictionary<string, string>(secrets)
        {
            ["PUBLIC_URL"] = host, ["WHATSAPP_API_URL"] = $"{url}/graph/v23.0", ["ASTRIA_API_URL"] = $"{url}/astria", ["STRIPE_API_URL"] = $"{url}/stripe",
            ["WHATSAPP_NUMBERS"] = $"{Site.Hub}=hub,{Site.Echo}=echo,{Site.Portraits}=portraits,{Site.Habits}=habits",
            ["TWILIO_ACCOUNT_SID"] = options.TwilioAccountSid, ["TWILIO_WHATSAPP_NUMBER"] = $"{Twilio.TwilioSite.TwilioEcho}=echo", ["TWILIO_API_URL"] = $"{url}/twilio",
            ["RAZORPAY_API_URL"] = $"{url}/razorpay", ["RAZORPAY_KEY_ID"] = options.RazorpayKeyId, ["PAYMENT_API_URL"] = $"{url}/checkout",
            ["PAYMENT_PROVIDERS"] = "INR=razorpay,BRL=generic,*=stripe", ["OPENAI_BASE_URL"] = $"{url}/ai/v1", ["OPENAI_MODEL"] = "simulator",
            ["PORTRAITS_MIN_PHOTOS"] = "4", ["WHATSAPP_RATE_PER_PAIR"] = "off", ["WHATSAPP_RATE_PER_NUMBER"] = "off",
        };
        return new Providers(simulator, url, settings);
    }

    public Customer Person(string number, string phone) => new(Url, number, phone);

    public async ValueTask DisposeAsync() => await _simulator.DisposeAsync();
}
