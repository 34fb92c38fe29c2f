using System.Security.Cryptography;
using System.Text.Json;

namespace WhatsAppBots.Money.Providers.Razorpay;

/// <summary>
/// Razorpay. https://razorpay.com/docs/webhooks/validate-test; payment links: https://razorpay.com/docs/webhooks/payloads/payment-links.
/// The header with the event's id is not signed, so a telling is known by its signed body. The order's reference is the link's <c>reference_id</c>, or the payment's note <c>reference</c>.
/// </summary>
public sealed class RazorpayWebhooks(IReadOnlyList<string> secrets, ICheckout? checkout = null) : IPaymentProvider
{
    /// <inheritdoc/>
    public string Name => "razorpay";

    /// <inheritdoc/>
    public ICheckout? Checkout => checkout;

    /// <inheritdoc/>
    public WebhookReading Read(Func<string, string?> header, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        Signatures.IsOf(header("X-Razorpay-Signature"), body.Span, secrets)
            ? WebhookJson.Read(body, root => Read(root, "body:" + Convert.ToHexStringLower(SHA256.HashData(body.Span))))
            : new WebhookReading.Forged();

    // Paid links and captured payments tell of the same money: the payment's id is what counts it.
    private static WebhookReading Read(JsonElement root, string telling)
    {
        if (root.Text("event") is not { } type) return new WebhookReading.Unreadable("It has no event.");
        if (root.At("payload", "payment", "entity") is not { } payment || type is not ("payment_link.paid" or "payment.captured"))
        {
            return new WebhookReading.Other(telling, type);
        }

        var reference = root.Text("payload", "payment_link", "entity", "reference_id") ?? payment.Text("notes", "reference");
        return WebhookJson.Payment(payment.Text("id"), reference, payment.Whole("amount"), payment.Text("currency")) is { } notice
            ? new WebhookReading.Paid(telling, notice)
            : new WebhookReading.Unreadable("Its payment lacks an id, an amount or a currency.");
    }
}
