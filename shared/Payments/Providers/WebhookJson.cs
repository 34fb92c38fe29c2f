using System.Text.Json;

namespace WhatsAppBots.Money.Providers;

/// <summary>Reads a provider's JSON by paths; what is not there, or of another type, is null.</summary>
internal static class WebhookJson
{
    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return null;
        }

        return element;
    }

    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        if (element.At(path) is not { ValueKind: JsonValueKind.String } value) return null;
        try
        {
            // PostgreSQL keeps no NUL.
            return value.GetString() is { Length: > 0 } text && !text.Contains('\0') ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: JSON may spell it, and no text has it.
            return null;
        }
    }

    /// <summary>An id, or the id of the object that stands in its place where it was asked to be expanded.</summary>
    public static string? Reference(this JsonElement element, string name) => element.Text(name) ?? element.Text(name, "id");

    public static long? Whole(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    /// <summary>Amounts above zero and codes of three letters; anything else is no payment.</summary>
    public static PaymentNotice? Payment(string? id, string? reference, long? amount, string? currency) =>
        id is not null && amount > 0 && currency is { Length: 3 } && currency.All(char.IsAsciiLetter)
            ? new PaymentNotice(id, reference, amount.Value, currency.ToUpperInvariant())
            : null;

    /// <summary>Amounts above zero and codes of three letters; anything else is no refund.</summary>
    public static RefundNotice? Refund(string? id, string? payment, long? amount, string? currency, bool hasFailed = false) =>
        Payment(payment, null, amount, currency) is { } of ? new RefundNotice(id, of.PaymentId, of.Amount, of.Currency, hasFailed) : null;

    /// <summary>Amounts above zero and codes of three letters; anything else is no dispute.</summary>
    /// <param name="respondBy">Unix seconds.</param>
    public static DisputeNotice? Dispute(string? id, string? payment, long? amount, string? currency, string stage, string? reason, long? respondBy) =>
        id is not null && Payment(payment, null, amount, currency) is { } of
            ? new DisputeNotice(
                id, of.PaymentId, of.Amount, of.Currency, stage, reason,
                respondBy is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(respondBy.Value) : null)
            : null;

    /// <summary>Reads a body that is signed already.</summary>
    public static WebhookReading Read(ReadOnlyMemory<byte> body, Func<JsonElement, WebhookReading> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return read(document.RootElement);
        }
        catch (JsonException)
        {
            return new WebhookReading.Unreadable("It is not JSON.");
        }
    }
}
