using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WhatsAppBots.Money.Providers;

/// <summary>
/// What is kept of a provider's webhook: what happened, to which payment, of how much. Who paid is the provider's to know: names,
/// addresses and numbers of payers are not kept, so nobody needs to find them when a person is erased.
/// </summary>
internal static partial class WebhookBody
{
    private const int LongestKept = 200;

    // Values of these names are ids, words of the provider's own, or amounts. Of all others the name alone stays.
    private static readonly HashSet<string> _kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "object", "entity", "type", "event", "status", "state", "payment_status", "currency", "livemode", "mode", "api_version", "method",
        "reference", "reference_id", "client_reference_id", "order", "order_id", "payment", "payment_id", "payment_intent", "charge", "refund", "refund_status",
        "payment_link", "payment_link_id", "session", "account_id", "code", "reason", "error_code", "error_reason", "error_source", "error_step",
        "failure_code", "decline_code", "created", "created_at", "expires_at", "expire_by", "paid", "captured", "refunded", "international",
        "amount", "amount_total", "amount_subtotal", "amount_paid", "amount_refunded", "amount_captured", "amount_due", "fee", "tax",
    };

    /// <summary>The body as it is kept: JSON without payers; what is no JSON, as PostgreSQL keeps text, where it names nobody.</summary>
    public static string Storable(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span).Replace('\0', '\uFFFD');
        try
        {
            return Keep(JsonNode.Parse(text), isKept: false)?.ToJsonString() ?? "";
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return Person().IsMatch(text) ? "" : text;
        }
    }

    private static JsonNode? Keep(JsonNode? node, bool isKept)
    {
        switch (node)
        {
            case JsonObject fields:
                var kept = new JsonObject();
                foreach (var (name, value) in fields) kept[name] = Keep(value, _kept.Contains(name));
                return kept;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Keep(item, isKept))]);
            case JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
                return value.DeepClone();
            case JsonValue value when isKept && value.ToJsonString() is { Length: <= LongestKept } text && !text.Contains('@', StringComparison.Ordinal):
                return value.DeepClone();
            default:
                return null;
        }
    }

    // An address, or as many digits as a telephone number has.
    [GeneratedRegex("@|[0-9](?:[ ().-]?[0-9]){6}")]
    private static partial Regex Person();
}
