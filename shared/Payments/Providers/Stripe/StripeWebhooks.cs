using System.Globalization;
using System.Text.Json;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Money.Providers.Stripe;

/// <summary>
/// Stripe. Signatures: https://docs.stripe.com/webhooks#verify-manually; Checkout:
/// https://docs.stripe.com/payments/checkout/fulfill-orders; refunds and disputes: https://docs.stripe.com/api/events/types. The order's reference is
/// the session's <c>client_reference_id</c>. The endpoint's events, of whatever version: <c>checkout.session.completed</c>, <c>…async_payment_succeeded</c> and
/// <c>…async_payment_failed</c>, <c>charge.refunded</c>, <c>refund.created</c>, <c>refund.updated</c>, <c>refund.failed</c>, <c>charge.dispute.*</c>.
/// </summary>
public sealed class StripeWebhooks(IReadOnlyList<string> secrets, ICheckout? checkout = null) : IPaymentProvider
{
    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(300);

    /// <summary>Events that tell of refunds and disputes.</summary>
    internal static IReadOnlyList<string> Returns { get; } =
    [
        "charge.refunded", "refund.created", "refund.updated", "refund.failed", "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed",
        "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated",
    ];

    /// <inheritdoc/>
    public string Name => "stripe";

    /// <inheritdoc/>
    public ICheckout? Checkout => checkout;

    /// <inheritdoc/>
    public WebhookReading Read(Func<string, string?> header, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        IsSigned(header("Stripe-Signature"), body.Span, now) ? WebhookJson.Read(body, Read) : new WebhookReading.Forged();

    /// <summary>Reads an event, which is the same in a webhook and in a list.</summary>
    internal static WebhookReading Read(JsonElement root)
    {
        if (root.Text("id") is not { } id || root.Text("type") is not { } type) return new WebhookReading.Unreadable("It has no id or type.");

        if (root.At("data", "object") is not { ValueKind: JsonValueKind.Object } about) return new WebhookReading.Unreadable("It has no object.");
        return type switch
        {
            // A session can be completed and not paid yet, where the method takes days; a further event tells of that.
            "checkout.session.completed" when IsPending(about) => Attempt(id, about, isPending: true),
            "checkout.session.completed" when about.Text("payment_status") != "paid" => new WebhookReading.Other(id, type),
            "checkout.session.completed" or "checkout.session.async_payment_succeeded" => PaymentOf(about) is { } payment
                ? new WebhookReading.Paid(id, payment)
                : Lacks("payment"),
            "checkout.session.async_payment_failed" => Attempt(id, about, isPending: false),
            "charge.refunded" => Charge(id, type, about),
            "refund.created" or "refund.updated" or "refund.failed" or "charge.refund.updated" => Refund(id, type, about),
            _ when type.StartsWith("charge.dispute.", StringComparison.Ordinal) => Dispute(id, type, about),
            _ => new WebhookReading.Other(id, type),
        };
    }

    /// <summary>
    /// The payment of a session that is paid. Both events of a session carry its payment's id; sessions without one are told by
    /// their own.
    /// </summary>
    internal static PaymentNotice? PaymentOf(JsonElement session) => WebhookJson.Payment(
        session.Reference("payment_intent") ?? session.Text("id"), session.Text("client_reference_id"), Amount(session, "amount_total"),
        session.Text("currency"));

    /// <summary>The person did their part, and the bank has not.</summary>
    internal static bool IsPending(JsonElement session) =>
        session.Text("status") is null or "complete" && session.Text("payment_status") == "unpaid" && !HasFailed(session);

    /// <summary>The bank did not pay. A session says so only with its payment intent.</summary>
    internal static bool HasFailed(JsonElement session) =>
        session.Text("status") == "complete" && session.Text("payment_status") == "unpaid"
        && session.Text("payment_intent", "status") is "requires_payment_method" or "canceled";

    // Its page takes no other try.
    private static WebhookReading.Attempted Attempt(string id, JsonElement session, bool isPending) =>
        new(id, new AttemptNotice(session.Text("client_reference_id"), isPending, session.Text("id"), EndsPage: !isPending));

    // Tells how much went back so far, by one refund or several; which they were is told by events of their own, if the endpoint has them.
    private static WebhookReading Charge(string id, string type, JsonElement charge) => charge.Reference("payment_intent") is not { } payment
        ? new WebhookReading.Other(id, type)
        : WebhookJson.Refund(null, payment, Amount(charge, "amount_refunded"), charge.Text("currency")) is { } refund
            ? new WebhookReading.Refunded(id, refund)
            : Lacks("refund");

    private static WebhookReading Refund(string id, string type, JsonElement refund)
    {
        // One that waits for the person, or for the merchant's balance, is told again when it has gone.
        if (refund.Reference("payment_intent") is not { } payment || refund.Text("status") == "requires_action") return new WebhookReading.Other(id, type);
        return refund.Text("id") is { } made
            && WebhookJson.Refund(made, payment, Amount(refund, "amount"), refund.Text("currency"), refund.Text("status") is "failed" or "canceled") is { } notice
            ? new WebhookReading.Refunded(id, notice)
            : Lacks("refund");
    }

    // Every event of a dispute carries how it stands. https://docs.stripe.com/api/disputes/object#dispute_object-status
    private static WebhookReading Dispute(string id, string type, JsonElement dispute)
    {
        if (dispute.Reference("payment_intent") is not { } payment) return new WebhookReading.Other(id, type);
        var stage = dispute.Text("status") switch
        {
            "won" or "warning_closed" or "prevented" => DisputeStages.Won,
            "lost" => DisputeStages.Lost,
            _ => DisputeStages.Open,
        };
        return WebhookJson.Dispute(
            dispute.Text("id"), payment, Amount(dispute, "amount"), dispute.Text("currency"), stage, dispute.Text("reason"),
            dispute.Whole("evidence_details", "due_by")) is { } notice
            ? new WebhookReading.Disputed(id, notice)
            : Lacks("dispute");
    }

    private static long? Amount(JsonElement about, string name) => StripeAmounts.From(about.Whole(name), about.Text("currency"));

    private static WebhookReading.Unreadable Lacks(string what) => new($"Its {what} lacks an id, an amount or a currency.");

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
