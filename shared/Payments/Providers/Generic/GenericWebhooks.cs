using System.Globalization;
using System.Text.Json;

namespace WhatsAppBots.Money.Providers.Generic;

/// <summary>
/// A provider of one's own: <c>{"id", "order", "amount", "currency", "status": "paid"}</c>, amounts in minor units, signed with
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

    private static WebhookReading Read(JsonElement root)
    {
        if (root.Text("id") is not { } id || root.Text("status") is not { } status) return new WebhookReading.Unreadable("It has no id or status.");
        if (status != "paid") return new WebhookReading.Other($"{id}:{status}", status);
        return WebhookJson.Payment(id, root.Text("order"), root.Whole("amount"), root.Text("currency")) is { } payment
            ? new WebhookReading.Paid($"{id}:{status}", payment)
            : new WebhookReading.Unreadable("It lacks an amount or a currency.");
    }
}
