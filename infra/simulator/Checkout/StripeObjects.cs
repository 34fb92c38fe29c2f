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
            ["metadata"] = session.Notes.DeepClone(), ["mode"] = "payment", ["payment_intent"] = payment?.Id,
            ["payment_status"] = payment is null ? "unpaid" : "paid", ["status"] = status == "paid" ? "complete" : status,
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

    public static JsonObject Refund(Refund refund) => new()
    {
        ["id"] = refund.Id, ["object"] = "refund", ["amount"] = refund.Amount, ["charge"] = ChargeId(refund.Payment),
        ["created"] = refund.At.ToUnixTimeSeconds(), ["currency"] = refund.Payment.Currency.ToLowerInvariant(), ["metadata"] = new JsonObject(),
        ["payment_intent"] = refund.Payment.Id, ["reason"] = null, ["status"] = "succeeded",
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
