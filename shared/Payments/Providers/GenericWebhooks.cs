using System.Globalization;
using System.Text.Json;

namespace WhatsAppBots.Money.Providers;

/// <summary>
/// A provider of one's own: <c>{"id", "type": "payment.received", "payment", "reference", "amount", "currency"}</c>, signed with
/// <c>X-Signature: sha256=</c> and hexadecimal HMAC-SHA256 over <c>X-Timestamp</c> (Unix seconds), a dot and the raw body.
/// </summary>
public sealed class GenericWebhooks(IReadOnlyList<string> secrets) : IPaymentProvider
{
    private const string Prefix = "sha256=";

    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(300);

    /// <inheritdoc/>
    public string Name => "generic";

    /// <inheritdoc/>
    public WebhookReading Read(Func<string, string?> header, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        var seconds = header("X-Timestamp");
        if (!long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || Math.Abs(now.ToUnixTimeSeconds() - at) > _tolerance.TotalSeconds
            || header("X-Signature") is not { } signature || !signature.StartsWith(Prefix, StringComparison.Ordinal)
            || !Signatures.IsOf(signature[Prefix.Length..], Signatures.Dated(seconds!, body.Span), secrets))
        {
            return new WebhookReading.Forged();
        }

        return WebhookJson.Read(body, Read);
    }

    private static WebhookReading Read(JsonElement root)
    {
        if (root.Text("id") is not { } id || root.Text("type") is not { } type) return new WebhookReading.Unreadable("It has no id or type.");
        if (type != "payment.received") return new WebhookReading.Other(id, type);
        return WebhookJson.Payment(root.Text("payment"), root.Text("reference"), root.Whole("amount"), root.Text("currency")) is { } payment
            ? new WebhookReading.Paid(id, payment)
            : new WebhookReading.Unreadable("It lacks a payment, an amount or a currency.");
    }
}
