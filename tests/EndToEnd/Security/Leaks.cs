using System.Text;
using System.Text.RegularExpressions;

namespace WhatsAppBots.EndToEnd.Tests.Security;

/// <summary>Looks for what must not be read: secrets, however they are written, signed tokens, whole phone numbers.</summary>
internal static partial class Leaks
{
    /// <summary>What was found, with where.</summary>
    public static IReadOnlyList<string> In(string text, IEnumerable<string> secrets)
    {
        var found = new List<string>();
        foreach (var secret in secrets)
        {
            foreach (var form in FormsOf(secret).Where(form => text.Contains(form, StringComparison.OrdinalIgnoreCase))) found.Add($"{form}: {Around(text, text.IndexOf(form, StringComparison.OrdinalIgnoreCase))}");
        }

        // A subject and an end, and an HMAC of 32 bytes, both base64url: SignedTokens.
        found.AddRange(Token().Matches(text).Select(match => $"a signed token: {Around(text, match.Index)}"));
        return found;
    }

    // Base64 of it wherever it stands in what is encoded: three ways, without the characters that its neighbours touch.
    private static IEnumerable<string> FormsOf(string secret)
    {
        yield return secret;
        if (Uri.EscapeDataString(secret) != secret) yield return Uri.EscapeDataString(secret);
        for (var before = 0; before < 3; before++)
        {
            var bytes = new byte[before].Concat(Encoding.UTF8.GetBytes(secret)).ToArray();
            var whole = Convert.ToBase64String(bytes[..(bytes.Length / 3 * 3)]);
            yield return before == 0 ? whole : whole[4..];
        }
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 150)..Math.Min(text.Length, at + 150)].ReplaceLineEndings(" ");

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{12,}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")]
    private static partial Regex Token();
}
