using System.Globalization;
using System.Text.Json;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Money.Providers.Generic;

/// <summary>
/// A provider of one's own: <c>{"id", "order", "amount", "currency", "status": "paid"}</c>, amounts in minor units of ISO 4217; <c>pending</c> and
/// <c>failed</c> of a try to pay; <c>refunded</c> and <c>refund_failed</c> with <c>"refund"</c>, an id, and its amount; <c>disputed</c>,
/// <c>dispute_won</c> and <c>dispute_lost</c> with <c>"dispute"</c>, an id, and perhaps <c>"reason"</c>. <c>id</c> is the payment's. Signed with
/// <c>X-Signature: sha256=</c> and the hexadecimal HMAC-SHA256 of the raw body. One that dates its signatures sends
/// <c>X-Timestamp</c> (Unix seconds) too and signs it, a dot, and the body. What was signed with a date is never taken without one.
/// </summary>
public sealed class GenericWebhooks(IReadOnlyList<string> secrets, ICheckout? checkout = null) : IPaymentProvider
{
    private const string Prefix = "sha256=";

    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(300);

    /// <inheritdoc/>
    public string Name => "generic";

    /// <inheritdoc/>
    public ICheckout? Checkout => checkout;

    /// <inheritdoc/>
    public WebhookReading Read(Func<string, string?> header, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        if (header("X-Signature") is not { } signature || !signature.StartsWith(Prefix, StringComparison.Ordinal)) return new WebhookReading.Forged();
        var given = signature[Prefix.Length..];
        var isSigned = header("X-Timestamp") is { Length: > 0 } seconds
            ? IsRecent(seconds, now) && Signatures.IsOf(given, Signatures.Dated(seconds, body.Span), secrets)
            : !Signatures.IsDated(body.Span) && Signatures.IsOf(given, body.Span, secrets);
        return isSigned ? WebhookJson.Read(body, Read) : new WebhookReading.Forged();
    }

    private static bool IsRecent(string seconds, DateTimeOffset now) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && Math.Abs(now.ToUnixTimeSeconds() - at) <= _tolerance.TotalSeconds;

    /// <summary>Reads a message, which is the same in a webhook and in a list.</summary>
    internal static WebhookReading Read(JsonElement root)
    {
        if (root.Text("id") is not { } id || root.Text("status") is not { } status) return new WebhookReading.Unreadable("It has no id or status.");
        var (amount, currency) = (root.Whole("amount"), root.Text("currency"));
        var telling = $"{id}:{status}";
        return status switch
        {
            "paid" => WebhookJson.Payment(id, root.Text("order"), amount, currency) is { } payment ? new WebhookReading.Paid(telling, payment) : Lacks(),
            "pending" or "failed" => new WebhookReading.Attempted(telling, new AttemptNotice(root.Text("order"), status == "pending")),
            "refunded" or "refund_failed" when root.Text("refund") is { } refund =>
                WebhookJson.Refund(refund, id, amount, currency, status == "refund_failed") is { } back
                    ? new WebhookReading.Refunded($"{telling}:{refund}", back) : Lacks(),
            "disputed" or "dispute_won" or "dispute_lost" when root.Text("dispute") is { } dispute =>
                WebhookJson.Dispute(dispute, id, amount, currency, StageOf(status), root.Text("reason"), root.Whole("respond_by")) is { } asked
                    ? new WebhookReading.Disputed($"{telling}:{dispute}", asked) : Lacks(),
            _ => new WebhookReading.Other(telling, status),
        };
    }

    private static string StageOf(string status) => status switch
    {
        "dispute_won" => DisputeStages.Won,
        "dispute_lost" => DisputeStages.Lost,
        _ => DisputeStages.Open,
    };

    private static WebhookReading.Unreadable Lacks() => new("It lacks an amount or a currency.");
}
