using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>
/// The signature of Meta's webhooks: <c>X-Hub-Signature-256: sha256=&lt;hex&gt;</c>, the HMAC-SHA256 of the raw body with the app
/// secret. https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads
/// </summary>
public static class MetaSignature
{
    /// <summary>The header's name.</summary>
    public const string Header = "X-Hub-Signature-256";

    private const string Scheme = "sha256=";
    private const int LongestSecretOnStack = 256;

    /// <summary>Whether the body was signed with the secret. Takes the same time wherever the two differ.</summary>
    /// <param name="body">The body's bytes as they came.</param>
    /// <param name="header">The header's value; a missing or malformed one is no signature.</param>
    /// <param name="secret">The app secret; with an empty one nothing is accepted.</param>
    public static bool Verify(ReadOnlySpan<byte> body, string? header, string secret)
    {
        if (string.IsNullOrEmpty(secret) || header is null
            || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || header.Length != Scheme.Length + (2 * HMACSHA256.HashSizeInBytes))
        {
            return false;
        }

        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (Convert.FromHexString(header.AsSpan(Scheme.Length), claimed, out _, out _) != OperationStatus.Done) return false;

        var keyLength = Encoding.UTF8.GetByteCount(secret);
        Span<byte> key = keyLength <= LongestSecretOnStack ? stackalloc byte[keyLength] : new byte[keyLength];
        Encoding.UTF8.GetBytes(secret, key);
        Span<byte> actual = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, body, actual);
        return CryptographicOperations.FixedTimeEquals(actual, claimed);
    }
}
