using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.WhatsApp.Twilio.Webhooks;

/// <summary>
/// The names and values of a webhook. Twilio adds names without notice, so nothing is expected of them.
/// https://www.twilio.com/docs/messaging/guides/webhook-request
/// </summary>
public sealed class TwilioForm
{
    private const int LongestUserId = 200;

    private readonly List<KeyValuePair<string, string>> _fields;

    private TwilioForm(List<KeyValuePair<string, string>> fields) => _fields = fields;

    /// <summary>Nothing is in it.</summary>
    public bool IsEmpty => _fields.Count == 0;

    /// <summary>
    /// What the signature covers behind the address: names and values in the order of the names. Of a name that stands there
    /// more often each value counts once, as in Twilio's own libraries.
    /// </summary>
    public string Covered => string.Concat(_fields.Distinct()
        .OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => pair.Key + pair.Value));

    /// <summary>As JSON that PostgreSQL can keep; of a doubled name the first value.</summary>
    public string Raw
    {
        get
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer))
            {
                json.WriteStartObject();
                foreach (var (name, value) in _fields.DistinctBy(pair => pair.Key)) json.WriteString(Storable(name), Storable(value));
                json.WriteEndObject();
            }

            return Encoding.UTF8.GetString(buffer.ToArray());
        }
    }

    /// <summary>Reads <c>application/x-www-form-urlencoded</c>. Whatever the bytes are, they are some form.</summary>
    public static TwilioForm ReadForm(ReadOnlySpan<byte> body)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var pair in Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            fields.Add(new(
                WebUtility.UrlDecode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : WebUtility.UrlDecode(pair[(equals + 1)..])));
        }

        return new TwilioForm(fields);
    }

    /// <summary>Reads a JSON object: its texts and numbers as they are, anything deeper as JSON.</summary>
    /// <exception cref="InvalidWebhookException">The body is no JSON object.</exception>
    public static TwilioForm ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(StorableJson.Clean(body));
            if (!document.RootElement.IsObject()) throw new InvalidWebhookException("The body is JSON but no object.");
            return new TwilioForm([.. document.RootElement.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null)
                .Select(field => KeyValuePair.Create(
                    field.Name, field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText()))]);
        }
        catch (JsonException e)
        {
            throw new InvalidWebhookException("The body is not JSON.", e);
        }
    }

    /// <summary>A value that says something; null where there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in _fields)
            {
                if (key == name && !string.IsNullOrWhiteSpace(value)) return Storable(value);
            }

            return null;
        }
    }

    /// <summary>Digits of an address of WhatsApp, <c>whatsapp:+15551234567</c>; null for what is none.</summary>
    internal string? Phone(string name) => this[name]?.Trim() is { } text
        && text.StartsWith("whatsapp:", StringComparison.OrdinalIgnoreCase) ? Digits(text["whatsapp:".Length..]) : null;

    /// <summary>The user id in an address of WhatsApp, <c>whatsapp:US.1349…</c>, where no phone is told; null for what is none.</summary>
    internal string? UserIdAt(string name) => this[name]?.Trim() is { } text
        && text.StartsWith("whatsapp:", StringComparison.OrdinalIgnoreCase) ? UserId(text["whatsapp:".Length..]) : null;

    /// <summary>Meta's user id: a country, a dot, letters and digits.</summary>
    internal static string? UserId(string? text) =>
        text?.Trim() is { Length: > 3 and <= LongestUserId } id && char.IsAsciiLetter(id[0]) && char.IsAsciiLetter(id[1]) && id[2] == '.'
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') ? id : null;

    /// <summary>Digits, with or without "+".</summary>
    internal static string? Digits(string? text)
    {
        var digits = text?.Trim().TrimStart('+') ?? "";
        return digits.Length is > 0 and <= 20 && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    internal bool Flag(string name) => this[name] is { } text && text.Equals("true", StringComparison.OrdinalIgnoreCase);

    internal int Count(string name) =>
        int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    internal double? Number(string name, double most) =>
        double.TryParse(this[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) <= most ? number : null;

    // PostgreSQL keeps no NUL, and a half of a surrogate pair is no UTF-8.
    private static string Storable(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal) && !text.Any(char.IsSurrogate)) return text;
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
    }
}
