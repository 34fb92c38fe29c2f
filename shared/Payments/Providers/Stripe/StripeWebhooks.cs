using System.Globalization;
using System.Text.Json;

namespace WhatsAppBots.Money.Providers.Stripe;

/// <summary>
/// Stripe. Signatures: https://docs.stripe.com/webhooks#verify-manually; Checkout:
/// https://docs.stripe.com/payments/checkout/fulfill-orders. The order's reference is the session's <c>client_reference_id</c>.
/// </summary>
public sealed class StripeWebhooks(IReadOnlyList<string> secrets, ICheckout? checkout = null) : IPaymentProvider
{
    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(300);

    /// <inheritdoc/>
    public string Name => "stripe";

    /// <inheritdoc/>
    public ICheckout? Checkout => checkout;

    /// <inheritdoc/>
    public WebhookReading Read(Func<string, string?> header, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        IsSigned(header("Stripe-Signature"), body.Span, now) ? WebhookJson.Read(body, Read) : new WebhookReading.Forged();

    private static WebhookReading Read(JsonElement root)
    {
        if (root.Text("id") is not { } id || root.Text("type") is not { } type) return new WebhookReading.Unreadable("It has no id or type.");

        // A session can be completed and not paid yet, where the method takes days; a further event tells of that.
        var isPaid = type is "checkout.session.async_payment_succeeded"
            || (type == "checkout.session.completed" && root.Text("data", "object", "payment_status") == "paid");
        if (!isPaid) return new WebhookReading.Other(id, type);
        if (root.At("data", "object") is not { } session) return new WebhookReading.Unreadable("It has no session.");

        return PaymentOf(session) is { } payment
            ? new WebhookReading.Paid(id, payment)
            : new WebhookReading.Unreadable("Its payment lacks an id, an amount or a currency.");
    }

    /// <summary>
    /// The payment of a session that is paid. Both events of a session carry its payment's id; sessions without one are told by
    /// their own.
    /// </summary>
    internal static PaymentNotice? PaymentOf(JsonElement session) => WebhookJson.Payment(
        session.Text("payment_intent") ?? session.Text("id"), session.Text("client_reference_id"), session.Whole("amount_total"),
        session.Text("currency"));

    private bool IsSigned(string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (signature is null) return false;
        var parts = signature.Split(',').Select(part => part.Trim().Split('=', 2)).Where(part => part.Length == 2).ToList();
        if (parts.Find(part => part[0] == "t")?[1] is not { } seconds
            || !long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || Math.Abs(now.ToUnixTimeSeconds() - at) > _tolerance.TotalSeconds)
        {
            return false;
        }

        var signed = Signatures.Dated(seconds, body);
        return parts.Where(part => part[0] == "v1").Any(part => Signatures.IsOf(part[1], signed, secrets));
    }
}
