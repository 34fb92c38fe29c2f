using System.Security.Cryptography;
using System.Text;

namespace WhatsAppBots.WhatsApp.Twilio.Webhooks;

/// <summary>
/// The signature of Twilio's webhooks: base64 of the HMAC-SHA1 of the full address and the form with the auth token. A JSON body
/// is covered by its SHA-256 in the address. https://www.twilio.com/docs/usage/security#validating-requests
/// </summary>
public static class TwilioSignature
{
    /// <summary>The header's name.</summary>
    public const string Header = "X-Twilio-Signature";

    /// <summary>The name in the address's query that holds the SHA-256 of a JSON body.</summary>
    public const string BodyHash = "bodySHA256";

    /// <summary>Whether address and form were signed with the token. Takes the same time wherever the two differ.</summary>
    /// <param name="address">As Twilio was given it, query included.</param>
    /// <param name="form">See <see cref="TwilioForm.Covered"/>; empty for a JSON body.</param>
    /// <param name="header">The header's value; a missing or malformed one is no signature.</param>
    /// <param name="token">The auth token; with an empty one nothing is accepted.</param>
    public static bool Verify(string address, string form, string? header, string token)
    {
        if (string.IsNullOrEmpty(token) || string.IsNullOrEmpty(header)) return false;
        var claimed = Encoding.UTF8.GetBytes(header);

        // With the port and without: which of the two Twilio signs has changed, and its libraries take both.
        var key = Encoding.UTF8.GetBytes(token);
        return CryptographicOperations.FixedTimeEquals(Sign(key, address + form), claimed)
            | CryptographicOperations.FixedTimeEquals(Sign(key, WithOtherPort(address) + form), claimed);
    }

    /// <summary>Whether a JSON body is the one whose hash the address carries.</summary>
    /// <param name="hash">Hex, in any case.</param>
    public static bool IsHashOf(ReadOnlySpan<byte> body, string? hash)
    {
        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, actual);
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(actual)), Encoding.ASCII.GetBytes((hash ?? "").ToLowerInvariant()));
    }

#pragma warning disable CA5350 // Twilio's choice.
    private static byte[] Sign(byte[] key, string text) =>
        Encoding.ASCII.GetBytes(Convert.ToBase64String(HMACSHA1.HashData(key, Encoding.UTF8.GetBytes(text))));
#pragma warning restore CA5350

    private static string WithOtherPort(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return address;
        var authority = scheme + 3;
        var end = address.IndexOfAny(['/', '?', '#'], authority);
        if (end < 0) end = address.Length;

        // A name and a password may stand before the host, with a colon of their own; so may colons of an IPv6 address.
        var at = address.LastIndexOf('@', end - 1, end - authority);
        var host = at < 0 ? authority : at + 1;
        var colon = host == end ? -1 : address.LastIndexOf(':', end - 1, end - host);
        if (colon >= 0 && address.IndexOf(']', colon, end - colon) < 0) return address[..colon] + address[end..];
        return $"{address[..end]}:{(address.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? 443 : 80)}{address[end..]}";
    }
}
