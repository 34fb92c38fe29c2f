using System.Text.Json.Nodes;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Simulator;

/// <summary>A business number, shown as a contact on the phone.</summary>
public sealed record SimulatedNumber(string PhoneNumberId, string DisplayPhoneNumber, string Name, string? About = null)
{
    /// <summary>A number of Meta's, by its id, named after its bot.</summary>
    public static SimulatedNumber OfMeta(string id, string bot) => new(id, "+1555" + id[^Math.Min(7, id.Length)..].PadLeft(7, '0'), Title(bot));

    /// <summary>A number of Twilio's, +E164.</summary>
    public static SimulatedNumber OfTwilio(string number, string bot) => new(number, number, $"{Title(bot)} · Twilio");

    private static string Title(string bot) => bot.Length == 0 ? bot : char.ToUpperInvariant(bot[0]) + bot[1..];
}

/// <summary>How the simulator is reached and whom it calls.</summary>
public sealed class SimulatorOptions
{
    /// <summary>Where it listens; port 0: any.</summary>
    public string Url { get; set; } = DevelopmentValues.SimulatorUrl;

    /// <summary>Where webhooks are posted.</summary>
    public string WebhookUrl { get; set; } = "http://127.0.0.1:7070/webhook/whatsapp";

    /// <summary>Signs webhooks.</summary>
    public string AppSecret { get; set; } = DevelopmentValues.WhatsAppSecret;

    /// <summary>What callers of the Graph API must bear.</summary>
    public string AccessToken { get; set; } = DevelopmentValues.WhatsAppKey;

    /// <summary>The handshake's token.</summary>
    public string VerifyToken { get; set; } = DevelopmentValues.WhatsAppVerifyToken;

    /// <summary>The product's own address; that of <see cref="WebhookUrl"/> unless it is set.</summary>
    public string HostUrl
    {
        get => field ?? new Uri(WebhookUrl).GetLeftPart(UriPartial.Authority);
        set;
    }

    /// <summary>Where the payment providers post; <see cref="HostUrl"/> unless it is set.</summary>
    public string PaymentsUrl
    {
        get => field ?? HostUrl;
        set;
    }

    /// <summary>What the product's own routes want in <c>x-functions-key</c>; the page's clock is one of them.</summary>
    public string FunctionKey { get; set; } = DevelopmentValues.FunctionKey;

    /// <summary>The address the product is known by, which Twilio signs; <see cref="HostUrl"/> unless it is set.</summary>
    public string PublicUrl
    {
        get => field ?? HostUrl;
        set;
    }

    /// <summary>The user of Twilio's basic authentication.</summary>
    public string TwilioAccountSid { get; set; } = DevelopmentValues.TwilioAccountSid;

    /// <summary>The password of Twilio's basic authentication, and what signs its webhooks.</summary>
    public string TwilioAuthToken { get; set; } = DevelopmentValues.TwilioToken;

    /// <summary>What callers of Astria must bear.</summary>
    public string AstriaKey { get; set; } = DevelopmentValues.AstriaKey;

    /// <summary>From a tune's creation until it is trained.</summary>
    public TimeSpan TrainingTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>From a trained tune until its pictures are there.</summary>
    public TimeSpan PromptTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What callers of Stripe must bear.</summary>
    public string StripeKey { get; set; } = DevelopmentValues.StripeKey;

    /// <summary>Signs Stripe's webhooks.</summary>
    public string StripeWebhookSecret { get; set; } = DevelopmentValues.StripeWebhookSecret;

    /// <summary>The user of Razorpay's basic authentication.</summary>
    public string RazorpayKeyId { get; set; } = DevelopmentValues.RazorpayKeyId;

    /// <summary>The password of Razorpay's basic authentication.</summary>
    public string RazorpayKeySecret { get; set; } = DevelopmentValues.RazorpayKeySecret;

    /// <summary>Signs Razorpay's webhooks.</summary>
    public string RazorpayWebhookSecret { get; set; } = DevelopmentValues.RazorpayWebhookSecret;

    /// <summary>What callers of the generic payment provider must bear.</summary>
    public string PaymentKey { get; set; } = DevelopmentValues.PaymentKey;

    /// <summary>Signs the generic payment provider's webhooks.</summary>
    public string PaymentWebhookSecret { get; set; } = DevelopmentValues.PaymentWebhookSecret;

    /// <summary>What callers of the AI must bear.</summary>
    public string AiKey { get; set; } = DevelopmentValues.AiKey;

    /// <summary>
    /// Opens a font file for the page by its name, <c>NotoColorEmoji.ttf</c>; null: there is none, and the page has what the system has.
    /// </summary>
    public Func<string, Stream?> Font { get; set; } = _ => null;

    /// <summary>
    /// The approved message templates, as they are submitted to Meta: <c>name</c>, <c>language</c>, <c>category</c>, <c>components</c>.
    /// None: any template is taken and shown by its name.
    /// </summary>
    public IReadOnlyList<JsonObject> Templates { get; set; } = [];

    /// <summary>The business numbers: Meta's by their ids, Twilio's as +E164.</summary>
    public IList<SimulatedNumber> Numbers { get; } = [];
}
