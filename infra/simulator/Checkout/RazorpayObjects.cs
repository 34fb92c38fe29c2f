using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Checkout;

/// <summary>Razorpay's shapes. https://razorpay.com/docs/api</summary>
internal static class RazorpayObjects
{
    public static JsonObject Link(Session session, DateTimeOffset now)
    {
        var status = session.Status(now);
        return new JsonObject
        {
            ["id"] = session.Id, ["accept_partial"] = false, ["amount"] = session.Amount, ["amount_paid"] = session.Payments.FirstOrDefault()?.Amount ?? 0,
            ["callback_method"] = session.ReturnUrl is null ? "" : "get", ["callback_url"] = session.ReturnUrl ?? "",
            ["created_at"] = session.CreatedAt.ToUnixTimeSeconds(), ["currency"] = session.Currency, ["description"] = session.Description,
            ["expire_by"] = session.ExpiresAt?.ToUnixTimeSeconds() ?? 0, ["notes"] = session.Notes.DeepClone(),
            ["payments"] = new JsonArray([.. session.Payments.Select(payment => (JsonNode)new JsonObject
            {
                ["amount"] = payment.Amount, ["created_at"] = payment.At.ToUnixTimeSeconds(), ["method"] = "upi", ["payment_id"] = payment.Id,
                ["plink_id"] = session.Id, ["status"] = "captured",
            })]),
            ["reference_id"] = session.Reference, ["short_url"] = session.PageUrl,
            ["status"] = status switch { "open" or "pending" or "failed" => "created", "expired" when session.IsClosed => "cancelled", _ => status },
        };
    }

    public static JsonObject Order(Payment payment) => new()
    {
        ["id"] = OrderId(payment.Session), ["entity"] = "order", ["amount"] = payment.Amount, ["amount_due"] = 0, ["amount_paid"] = payment.Amount,
        ["currency"] = payment.Currency, ["receipt"] = payment.Session.Reference, ["status"] = "paid", ["created_at"] = payment.At.ToUnixTimeSeconds(),
        ["notes"] = payment.Session.Notes.DeepClone(),
    };

    public static JsonObject Payment(Payment payment, string status = "captured") => new()
    {
        ["id"] = payment.Id, ["entity"] = "payment", ["amount"] = payment.Amount, ["currency"] = payment.Currency,
        ["status"] = payment.Refunded >= payment.Amount ? "refunded" : status, ["order_id"] = OrderId(payment.Session), ["method"] = "upi",
        ["amount_refunded"] = payment.Refunded,
        ["refund_status"] = payment.Refunded == 0 ? null : payment.Refunded < payment.Amount ? "partial" : "full",
        ["captured"] = status == "captured", ["description"] = "#" + payment.Session.Id["plink_".Length..],
        ["notes"] = payment.Session.Notes.DeepClone(), ["error_code"] = status == "failed" ? "BAD_REQUEST_ERROR" : null,
        ["created_at"] = payment.At.ToUnixTimeSeconds(),
    };

    public static JsonObject Refund(Refund refund) => new()
    {
        ["id"] = refund.Id, ["entity"] = "refund", ["amount"] = refund.Amount, ["currency"] = refund.Payment.Currency, ["payment_id"] = refund.Payment.Id,
        ["receipt"] = refund.Receipt, ["notes"] = new JsonArray(), ["status"] = refund.HasFailed ? "failed" : "processed", ["created_at"] = refund.At.ToUnixTimeSeconds(),
    };

    /// <summary>https://razorpay.com/docs/api/disputes/entity</summary>
    public static JsonObject Dispute(Dispute dispute)
    {
        var status = dispute.Status == "needs_response" ? "open" : dispute.Status;
        return new JsonObject
        {
            ["id"] = dispute.Id, ["entity"] = "dispute", ["payment_id"] = dispute.Payment.Id, ["amount"] = dispute.Payment.Amount,
            ["currency"] = dispute.Payment.Currency, ["amount_deducted"] = status == "lost" ? dispute.Payment.Amount : 0, ["reason_code"] = "chargeback",
            ["respond_by"] = dispute.At.AddDays(7).ToUnixTimeSeconds(), ["status"] = status, ["phase"] = "chargeback",
            ["created_at"] = dispute.At.ToUnixTimeSeconds(),
        };
    }

    public static IResult Error(int status, string description, string? field = null)
    {
        var error = new JsonObject { ["code"] = "BAD_REQUEST_ERROR", ["description"] = description };
        if (field is not null) error["field"] = field;
        return Results.Json(new JsonObject { ["error"] = error }, statusCode: status);
    }

    private static string OrderId(Session session) => "order_" + session.Id["plink_".Length..];
}
