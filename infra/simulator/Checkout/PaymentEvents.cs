using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Checkout;

/// <summary>
/// What happened, told as its provider tells it. https://docs.stripe.com/webhooks https://razorpay.com/docs/webhooks
/// Whoever calls it holds the till's lock.
/// </summary>
internal sealed class PaymentEvents(SimulatorOptions options, PaymentWebhooks webhooks, TimeProvider time)
{
    private readonly List<(DateTimeOffset At, JsonObject Body)> _stripe = [];
    private readonly List<(DateTimeOffset At, JsonObject Body)> _generic = [];

    /// <summary>Events of Stripe, delivered or not, the newest first.</summary>
    public IEnumerable<(DateTimeOffset At, JsonObject Body)> OfStripe => Enumerable.Reverse(_stripe);

    /// <summary>Messages of the generic provider, delivered or not, the oldest first.</summary>
    public IReadOnlyList<(DateTimeOffset At, JsonObject Body)> OfGeneric => _generic;

    public void Paid(Payment payment)
    {
        switch (payment.Session.Provider)
        {
            case "stripe":
                Stripe("checkout.session.completed", StripeObjects.Session(payment.Session, time.GetUtcNow(), payment));
                break;
            case "razorpay":
                Razorpay("payment_link.paid", ("payment_link", RazorpayObjects.Link(payment.Session, time.GetUtcNow())),
                    ("order", RazorpayObjects.Order(payment)), ("payment", RazorpayObjects.Payment(payment)));
                Razorpay("payment.captured", ("payment", RazorpayObjects.Payment(payment)));
                break;
            default:
                Generic(payment.Id, payment.Session, payment.Amount, payment.Currency, "paid");
                break;
        }
    }

    /// <summary>An attempt that failed; the session stays open.</summary>
    public void Failed(Session session, long amount, string currency)
    {
        switch (session.Provider)
        {
            case "stripe":
                Stripe("payment_intent.payment_failed", StripeObjects.FailedIntent(amount, currency, time.GetUtcNow()));
                break;
            case "razorpay":
                var failed = new Payment { Id = Till.NewId("pay_"), Session = session, Amount = amount, Currency = currency, At = time.GetUtcNow() };
                Razorpay("payment.failed", ("payment", RazorpayObjects.Payment(failed, "failed")));
                break;
            default:
                Generic(Till.NewId("pm_"), session, amount, currency, "failed");
                break;
        }
    }

    /// <summary>The person did their part, and the money is still to come.</summary>
    public void Pending(Session session)
    {
        if (session.Provider == "stripe") Stripe("checkout.session.completed", StripeObjects.Session(session, time.GetUtcNow()));
        else if (session.Provider == "generic") Generic(Till.NewId("pm_"), session, session.Amount, session.Currency, "pending");
    }

    /// <summary>Money that was still to come has come.</summary>
    public void Arrived(Payment payment)
    {
        if (payment.Session.Provider == "stripe")
        {
            Stripe("checkout.session.async_payment_succeeded", StripeObjects.Session(payment.Session, time.GetUtcNow(), payment));
        }
        else
        {
            Paid(payment);
        }
    }

    /// <summary>Money that was still to come will not.</summary>
    public void Bounced(Session session)
    {
        if (session.Provider == "stripe") Stripe("checkout.session.async_payment_failed", StripeObjects.Session(session, time.GetUtcNow()));
        else Failed(session, session.Amount, session.Currency);
    }

    /// <summary>A bank asks about a payment, or has settled that.</summary>
    public void Disputed(Dispute dispute)
    {
        switch (dispute.Payment.Session.Provider)
        {
            case "stripe":
                Stripe(dispute.Status == "needs_response" ? "charge.dispute.created" : "charge.dispute.closed", StripeObjects.Dispute(dispute));
                break;
            case "razorpay":
                var type = dispute.Status == "needs_response" ? "created" : dispute.Status;
                Razorpay($"payment.dispute.{type}", ("payment", RazorpayObjects.Payment(dispute.Payment)), ("dispute", RazorpayObjects.Dispute(dispute)));
                break;
            default:
                Generic(
                    dispute.Payment.Id, dispute.Payment.Session, dispute.Payment.Amount, dispute.Payment.Currency,
                    dispute.Status == "needs_response" ? "disputed" : $"dispute_{dispute.Status}", ("dispute", dispute.Id));
                break;
        }
    }

    /// <summary>A refund came back from the bank.</summary>
    public void RefundFailed(Refund refund)
    {
        switch (refund.Payment.Session.Provider)
        {
            case "stripe":
                Stripe("refund.failed", StripeObjects.Refund(refund));
                break;
            case "razorpay":
                Razorpay("refund.failed", ("refund", RazorpayObjects.Refund(refund)), ("payment", RazorpayObjects.Payment(refund.Payment)));
                break;
            default:
                Generic(refund.Payment.Id, refund.Payment.Session, refund.Amount, refund.Payment.Currency, "refund_failed", ("refund", refund.Id));
                break;
        }
    }

    public void Refunded(Refund refund)
    {
        switch (refund.Payment.Session.Provider)
        {
            case "stripe":
                Stripe("refund.created", StripeObjects.Refund(refund));
                Stripe("charge.refunded", StripeObjects.Charge(refund.Payment));
                break;
            case "razorpay":
                Razorpay("refund.created", ("refund", RazorpayObjects.Refund(refund)), ("payment", RazorpayObjects.Payment(refund.Payment)));
                Razorpay("refund.processed", ("refund", RazorpayObjects.Refund(refund)), ("payment", RazorpayObjects.Payment(refund.Payment)));
                break;
            default:
                Generic(refund.Payment.Id, refund.Payment.Session, refund.Amount, refund.Payment.Currency, "refunded", ("refund", refund.Id));
                break;
        }
    }

    public void Expired(Session session)
    {
        if (session.Provider == "stripe") Stripe("checkout.session.expired", StripeObjects.Session(session, time.GetUtcNow()));
    }

    private void Stripe(string type, JsonObject about)
    {
        var body = new JsonObject
        {
            ["id"] = Till.NewId("evt_"), ["object"] = "event", ["api_version"] = "2025-03-31.basil", ["created"] = time.GetUtcNow().ToUnixTimeSeconds(),
            ["data"] = new JsonObject { ["object"] = about }, ["livemode"] = false, ["pending_webhooks"] = 1,
            ["request"] = new JsonObject { ["id"] = null, ["idempotency_key"] = null }, ["type"] = type,
        };
        _stripe.Add((time.GetUtcNow(), body));
        webhooks.Send(new PaymentEvent("/payments/stripe", body, raw =>
        {
            var at = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            return [("Stripe-Signature", $"t={at},v1={Hmac(options.StripeWebhookSecret, [.. Encoding.ASCII.GetBytes(at + "."), .. raw])}")];
        }));
    }

    private void Razorpay(string type, params (string Name, JsonObject Entity)[] about)
    {
        var payload = new JsonObject();
        foreach (var (name, entity) in about) payload[name] = new JsonObject { ["entity"] = entity };
        var id = Till.NewId("");
        var body = new JsonObject
        {
            ["entity"] = "event", ["account_id"] = "acc_simulator", ["event"] = type,
            ["contains"] = new JsonArray([.. about.Select(part => (JsonNode)part.Name)]), ["payload"] = payload,
            ["created_at"] = time.GetUtcNow().ToUnixTimeSeconds(),
        };
        webhooks.Send(new PaymentEvent("/payments/razorpay", body, raw =>
            [("X-Razorpay-Signature", Hmac(options.RazorpayWebhookSecret, raw)), ("x-razorpay-event-id", id)]));
    }

    private void Generic(string id, Session session, long amount, string currency, string status, params (string Name, string Value)[] more)
    {
        var body = new JsonObject { ["id"] = id, ["order"] = session.Reference, ["amount"] = amount, ["currency"] = currency, ["status"] = status };
        foreach (var (name, value) in more) body[name] = value;
        _generic.Add((time.GetUtcNow(), body));
        webhooks.Send(new PaymentEvent("/payments/generic", body, raw =>
            [("X-Signature", "sha256=" + Hmac(options.PaymentWebhookSecret, raw))]));
    }

    private static string Hmac(string secret, byte[] content) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), content));
}
