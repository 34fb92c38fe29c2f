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

    public static long? Whole(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    /// <summary>Amounts above zero and codes of three letters; anything else is no payment.</summary>
    public static PaymentNotice? Payment(string? id, string? reference, long? amount, string? currency) =>
        id is not null && amount > 0 && currency is { Length: 3 } && currency.All(char.IsAsciiLetter)
            ? new PaymentNotice(id, reference, amount.Value, currency.ToUpperInvariant())
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
