using Microsoft.Extensions.Configuration;
using WhatsAppBots.Hosting;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Providers.Generic;
using WhatsAppBots.Money.Providers.Razorpay;
using WhatsAppBots.Money.Providers.Stripe;

namespace WhatsAppBots.Payments;

/// <summary>The providers that are configured. One without a webhook secret is not there: its route answers 404.</summary>
internal static class PaymentSettings
{
    /// <summary>
    /// STRIPE_WEBHOOK_SECRET, RAZORPAY_WEBHOOK_SECRET and PAYMENT_WEBHOOK_SECRET, each one secret or, while it is being
    /// changed, two with a comma between; with STRIPE_API_KEY, RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET, PAYMENT_API_URL and
    /// PAYMENT_API_KEY they also take orders. In development the generic provider has a secret of its own.
    /// </summary>
    /// <exception cref="FormatException">
    /// An address is none, or in production a secret is known to everybody; the message names the setting.
    /// </exception>
    public static IReadOnlyList<IPaymentProvider> Read(IConfiguration configuration)
    {
        var isProduction = HostEnvironment.IsProduction(configuration);
        var providers = new List<IPaymentProvider>();
        if (Secrets("STRIPE_WEBHOOK_SECRET") is { Count: > 0 } stripe)
        {
            var key = Text("STRIPE_API_KEY");
            providers.Add(new StripeWebhooks(stripe, key is null ? null : new StripeCheckout(Url("STRIPE_API_URL", "https://api.stripe.com"), key)));
        }

        if (Secrets("RAZORPAY_WEBHOOK_SECRET") is { Count: > 0 } razorpay)
        {
            var (id, key) = (Text("RAZORPAY_KEY_ID"), Text("RAZORPAY_KEY_SECRET"));
            providers.Add(new RazorpayWebhooks(
                razorpay, id is null || key is null ? null : new RazorpayCheckout(Url("RAZORPAY_API_URL", "https://api.razorpay.com"), id, key)));
        }

        var generic = Secrets("PAYMENT_WEBHOOK_SECRET");
        if (generic.Count == 0 && !isProduction) generic = [DevelopmentValues.PaymentWebhookSecret];
        if (generic.Count > 0)
        {
            var (url, key) = (Text("PAYMENT_API_URL"), Text("PAYMENT_API_KEY"));
            providers.Add(new GenericWebhooks(generic, url is null || key is null ? null : new GenericCheckout(Url("PAYMENT_API_URL", url), key)));
        }

        return providers;

        string? Text(string name) => configuration[name] is { Length: > 0 } value ? value : null;

        Uri Url(string name, string otherwise) => Uri.TryCreate(Text(name) ?? otherwise, UriKind.Absolute, out var given)
            ? given
            : throw new FormatException($"{name} is \"{Text(name)}\"; it takes an address.");

        IReadOnlyList<string> Secrets(string name) => isProduction && DevelopmentValues.IsIn(configuration[name])
            ? throw new FormatException(ProductionSettings.HasDevelopmentValue(name))
            : ChangingSecret.Read(configuration[name] ?? "");
    }
}
