using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WhatsAppBots.Conversations.Erasure;

/// <summary>
/// Finds the numbers and user ids that a text may name, however they are written: with spaces and dashes, escaped, in base64 or
/// in hexadecimal. Meta's ids of messages hold the number in base64. It also finds digits that are no phone number; it must miss none that is one.
/// </summary>
public static partial class PersonTraces
{
    private const int Shortest = 7;
    private const int Longest = 15;

    // Deeper than anything a provider sends, so that nobody is hidden by depth.
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 1024 };

    /// <summary>Digits of numbers, and user ids.</summary>
    /// <param name="text">JSON, a form, or anything.</param>
    /// <param name="most">Where more are found, the rest is not read.</param>
    public static IReadOnlySet<string> In(string text, int most = int.MaxValue)
    {
        var found = new HashSet<string>();
        foreach (var value in ValuesOf(text))
        {
            if (found.Count > most) break;
            Read(value, found);
            if (value.Contains('%')) Read(Uri.UnescapeDataString(value), found);
        }

        return found;
    }

    // Values one by one: digits of two that stand beside each other are no number.
    private static List<string> ValuesOf(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, _options);
            var values = new List<string>();
            var left = new Stack<JsonElement>([document.RootElement]);
            while (left.TryPop(out var element))
            {
                switch (element.ValueKind)
                {
                    case JsonValueKind.Object:
                        foreach (var property in element.EnumerateObject())
                        {
                            values.Add(property.Name);
                            left.Push(property.Value);
                        }

                        break;
                    case JsonValueKind.Array:
                        foreach (var item in element.EnumerateArray()) left.Push(item);
                        break;
                    case JsonValueKind.String or JsonValueKind.Number:
                        values.Add(element.ToString());
                        break;
                }
            }

            return values;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or a string in it that no text has.
            return [text];
        }
    }

    private static void Read(string value, HashSet<string> found)
    {
        Digits(value, found);
        foreach (Match user in UserId().Matches(value)) found.Add(user.Value);
        foreach (Match token in Encoded().Matches(value))
        {
            if (Decode(token.Value) is { } decoded) Digits(decoded, found);
            if (Hex().IsMatch(token.Value)) Digits(Encoding.Latin1.GetString(Convert.FromHexString(token.Value)), found);
        }
    }

    private static void Digits(string text, HashSet<string> found)
    {
        foreach (Match number in Written().Matches(text))
        {
            var digits = string.Concat(number.Value.Where(char.IsAsciiDigit));
            if (digits.Length is >= Shortest and <= Longest) found.Add(digits);
        }

        foreach (Match number in Plain().Matches(text)) found.Add(number.Value);
    }

    private static string? Decode(string token)
    {
        var base64 = token.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        base64 = base64.Length % 4 == 1 ? base64[..^1] : base64;
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), bytes, out var length)
            ? Encoding.Latin1.GetString(bytes, 0, length) : null;
    }

    [GeneratedRegex(@"\+?\(?[0-9][0-9 ().\-\u00A0]{5,30}[0-9]")]
    private static partial Regex Written();

    [GeneratedRegex(@"(?<![0-9])[0-9]{7,15}(?![0-9])")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\b[A-Z]{2}\.[A-Za-z0-9.]{3,}\b")]
    private static partial Regex UserId();

    [GeneratedRegex(@"[A-Za-z0-9+/_\-]{12,}={0,2}")]
    private static partial Regex Encoded();

    [GeneratedRegex("^(?:[0-9a-fA-F]{2}){7,}$")]
    private static partial Regex Hex();
}
