using System.Security.Cryptography;
using System.Text.Json;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Money.Providers.Razorpay;

/// <summary>
/// Razorpay. https://razorpay.com/docs/webhooks/validate-test; payment links: https://razorpay.com/docs/webhooks/payloads/payment-links; refunds:
/// https://razorpay.com/docs/webhooks/refunds; disputes: https://razorpay.com/docs/webhooks/disputes.
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
        if (type.StartsWith("refund.", StringComparison.Ordinal)) return Refund(root, telling, type);
        if (type.StartsWith("payment.dispute.", StringComparison.Ordinal)) return Dispute(root, telling, type);
        if (root.At("payload", "payment", "entity") is not { } payment || type is not ("payment_link.paid" or "payment.captured" or "payment.failed"))
        {
            return new WebhookReading.Other(telling, type);
        }

        var reference = root.Text("payload", "payment_link", "entity", "reference_id") ?? payment.Text("notes", "reference");

        // Its page takes another try; one that failed may even be captured late.
        if (type == "payment.failed") return new WebhookReading.Attempted(telling, new AttemptNotice(reference, IsPending: false));
        return WebhookJson.Payment(payment.Text("id"), reference, payment.Whole("amount"), payment.Text("currency")) is { } notice
            ? new WebhookReading.Paid(telling, notice)
            : new WebhookReading.Unreadable("Its payment lacks an id, an amount or a currency.");
    }

    // Told when it is made and when it is through; one of a payment that was never captured moves no money of ours.
    private static WebhookReading Refund(JsonElement root, string telling, string type)
    {
        if (type is not ("refund.created" or "refund.processed" or "refund.failed") || root.At("payload", "refund", "entity") is not { } refund)
        {
            return new WebhookReading.Other(telling, type);
        }

        return RefundOf(refund, telling, type == "refund.failed" || HasFailed(refund));
    }

    /// <summary>A refund as a list has it. It is told once as made and once as failed.</summary>
    internal static WebhookReading RefundOf(JsonElement refund) =>
        RefundOf(refund, $"listed:{refund.Text("id")}:{(HasFailed(refund) ? "failed" : "made")}", HasFailed(refund));

    /// <summary>A dispute as a list has it. It is told once for each stage.</summary>
    internal static WebhookReading DisputeOf(JsonElement dispute)
    {
        var stage = StageOf(dispute.Text("status"));
        return DisputeOf(dispute, $"listed:{dispute.Text("id")}:{stage}", dispute.Text("payment_id"), stage);
    }

    private static bool HasFailed(JsonElement refund) => refund.Text("status") == "failed";

    private static WebhookReading RefundOf(JsonElement refund, string telling, bool hasFailed) =>
        refund.Text("id") is { } id
        && WebhookJson.Refund(id, refund.Text("payment_id"), refund.Whole("amount"), refund.Text("currency"), hasFailed) is { } notice
            ? new WebhookReading.Refunded(telling, notice)
            : new WebhookReading.Unreadable("Its refund lacks an id, a payment, an amount or a currency.");

    private static WebhookReading Dispute(JsonElement root, string telling, string type)
    {
        if (root.At("payload", "dispute", "entity") is not { } dispute) return new WebhookReading.Other(telling, type);
        var stage = StageOf(type["payment.dispute.".Length..]);
        if (stage == DisputeStages.Open) stage = StageOf(dispute.Text("status"));
        return DisputeOf(dispute, telling, dispute.Text("payment_id") ?? root.Text("payload", "payment", "entity", "id"), stage);
    }

    private static WebhookReading DisputeOf(JsonElement dispute, string telling, string? payment, string stage) =>
        WebhookJson.Dispute(
            dispute.Text("id"), payment, dispute.Whole("amount"), dispute.Text("currency"), stage, dispute.Text("reason_code"), dispute.Whole("respond_by")) is { } notice
            ? new WebhookReading.Disputed(telling, notice)
            : new WebhookReading.Unreadable("Its dispute lacks an id, a payment, an amount or a currency.");

    private static string StageOf(string? status) => status switch
    {
        "lost" => DisputeStages.Lost,
        "won" or "closed" => DisputeStages.Won,
        _ => DisputeStages.Open,
    };
}
