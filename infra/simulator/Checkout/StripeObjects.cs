using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Checkout;

/// <summary>Stripe's shapes. https://docs.stripe.com/api</summary>
internal static class StripeObjects
{
    /// <param name="payment">The payment it is told about; the first one unless another is meant.</param>
    public static JsonObject Session(Session session, DateTimeOffset now, Payment? payment = null)
    {
        payment ??= session.Payments.FirstOrDefault();
        var status = session.Status(now);
        var (amount, currency) = payment is null ? (session.Amount, session.Currency) : (payment.Amount, payment.Currency);
        return new JsonObject
        {
            ["id"] = session.Id, ["object"] = "checkout.session", ["amount_subtotal"] = amount, ["amount_total"] = amount,
            ["cancel_url"] = session.CancelUrl, ["client_reference_id"] = session.Reference, ["created"] = session.CreatedAt.ToUnixTimeSeconds(),
            ["currency"] = currency.ToLowerInvariant(), ["expires_at"] = session.ExpiresAt?.ToUnixTimeSeconds(), ["livemode"] = false,
            ["metadata"] = session.Notes.DeepClone(), ["mode"] = "payment", ["payment_intent"] = payment?.Id ?? (status is "pending" or "failed" ? IntentId(session) : null),
            ["payment_status"] = payment is null ? "unpaid" : "paid", ["status"] = status is "paid" or "pending" or "failed" ? "complete" : status,
            ["success_url"] = session.ReturnUrl, ["url"] = status == "open" ? session.PageUrl : null,
        };
    }

    public static JsonObject Charge(Payment payment) => new()
    {
        ["id"] = ChargeId(payment), ["object"] = "charge", ["amount"] = payment.Amount, ["amount_captured"] = payment.Amount,
        ["amount_refunded"] = payment.Refunded, ["captured"] = true, ["created"] = payment.At.ToUnixTimeSeconds(),
        ["currency"] = payment.Currency.ToLowerInvariant(), ["livemode"] = false, ["metadata"] = new JsonObject(), ["paid"] = true,
        ["payment_intent"] = payment.Id, ["refunded"] = payment.Refunded >= payment.Amount, ["status"] = "succeeded",
    };

    /// <summary>https://docs.stripe.com/api/disputes/object</summary>
    public static JsonObject Dispute(Dispute dispute) => new()
    {
        ["id"] = dispute.Id, ["object"] = "dispute", ["amount"] = dispute.Payment.Amount, ["balance_transactions"] = new JsonArray(),
        ["charge"] = ChargeId(dispute.Payment), ["created"] = dispute.At.ToUnixTimeSeconds(), ["currency"] = dispute.Payment.Currency.ToLowerInvariant(),
        ["evidence"] = new JsonObject(),
        ["evidence_details"] = new JsonObject
        {
            ["due_by"] = dispute.At.AddDays(7).ToUnixTimeSeconds(), ["has_evidence"] = false, ["past_due"] = false, ["submission_count"] = 0,
        },
        ["is_charge_refundable"] = false, ["livemode"] = false, ["metadata"] = new JsonObject(), ["payment_intent"] = dispute.Payment.Id,
        ["reason"] = "general", ["status"] = dispute.Status,
    };

    /// <summary>A session's payment intent before there is a payment.</summary>
    public static string IntentId(Session session) => "pi_" + session.Id["cs_".Length..];

    /// <summary>The session with its payment intent written out, as <c>expand[]=payment_intent</c> asks for.</summary>
    public static JsonObject Expanded(Session session, DateTimeOffset now)
    {
        var view = Session(session, now);
        if (view["payment_intent"]?.ToString() is { } id)
        {
            view["payment_intent"] = new JsonObject
            {
                ["id"] = id, ["object"] = "payment_intent",
                ["status"] = session.Status(now) switch { "paid" => "succeeded", "failed" => "requires_payment_method", _ => "processing" },
            };
        }

        return view;
    }

    public static JsonObject Refund(Refund refund) => new()
    {
        ["id"] = refund.Id, ["object"] = "refund", ["amount"] = refund.Amount, ["charge"] = ChargeId(refund.Payment),
        ["created"] = refund.At.ToUnixTimeSeconds(), ["currency"] = refund.Payment.Currency.ToLowerInvariant(), ["metadata"] = new JsonObject(),
        ["payment_intent"] = refund.Payment.Id, ["reason"] = null, ["status"] = refund.HasFailed ? "failed" : "succeeded",
    };

    public static JsonObject FailedIntent(long amount, string currency, DateTimeOffset at) => new()
    {
        ["id"] = Till.NewId("pi_"), ["object"] = "payment_intent", ["amount"] = amount, ["created"] = at.ToUnixTimeSeconds(),
        ["currency"] = currency.ToLowerInvariant(), ["metadata"] = new JsonObject(), ["status"] = "requires_payment_method",
        ["last_payment_error"] = new JsonObject { ["type"] = "card_error", ["code"] = "card_declined", ["message"] = "Your card was declined." },
    };

    public static IResult Error(int status, string message, string? param = null, string? code = null, string type = "invalid_request_error")
    {
        var error = new JsonObject { ["type"] = type, ["message"] = message };
        if (param is not null) error["param"] = param;
        if (code is not null) error["code"] = code;
        return Results.Json(new JsonObject { ["error"] = error }, statusCode: status);
    }

    private static string ChargeId(Payment payment) => "ch_" + payment.Id["pi_".Length..];
}
