using Microsoft.Extensions.Configuration;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Payments;

/// <summary>The providers whose secrets are set. One without is not there: its route answers 404.</summary>
internal static class PaymentSettings
{
    private const string InDevelopment = "payment-secret";

    /// <summary>
    /// STRIPE_WEBHOOK_SECRET, RAZORPAY_WEBHOOK_SECRET and PAYMENT_WEBHOOK_SECRET, each one secret or, while it is being
    /// changed, two with a comma between. In development the generic provider has a secret of its own.
    /// </summary>
    public static IEnumerable<IPaymentProvider> Read(IConfiguration configuration)
    {
        if (Secrets("STRIPE_WEBHOOK_SECRET") is { Count: > 0 } stripe) yield return new StripeWebhooks(stripe);
        if (Secrets("RAZORPAY_WEBHOOK_SECRET") is { Count: > 0 } razorpay) yield return new RazorpayWebhooks(razorpay);
        var generic = Secrets("PAYMENT_WEBHOOK_SECRET");
        var isProduction = "production".Equals(configuration["ENVIRONMENT"], StringComparison.OrdinalIgnoreCase);
        if (generic.Count == 0 && !isProduction) generic = [InDevelopment];
        if (generic.Count > 0) yield return new GenericWebhooks(generic);

        IReadOnlyList<string> Secrets(string name) =>
            (configuration[name] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
