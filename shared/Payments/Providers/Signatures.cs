using System.Security.Cryptography;
using System.Text;

namespace WhatsAppBots.Money.Providers;

/// <summary>Signatures by HMAC-SHA256 in hexadecimal, compared in constant time.</summary>
internal static class Signatures
{
    /// <summary>Whether one of the secrets made this signature: after a change both the old and the new one are in use.</summary>
    public static bool IsOf(string? signature, ReadOnlySpan<byte> signed, IReadOnlyList<string> secrets)
    {
        if (signature is not { Length: 2 * SHA256.HashSizeInBytes }) return false;
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        if (Convert.FromHexString(signature, given, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        var matches = false;
        foreach (var secret in secrets)
        {
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed, expected);
            matches |= CryptographicOperations.FixedTimeEquals(given, expected);
        }

        return matches;
    }

    /// <summary>Whether a body begins as <see cref="Dated"/> does: JSON never does.</summary>
    public static bool IsDated(ReadOnlySpan<byte> body)
    {
        var digits = body.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits > 0 && body[digits] == '.';
    }

    /// <summary>A date in front of the body, as Stripe signs it.</summary>
    public static byte[] Dated(string seconds, ReadOnlySpan<byte> body) => [.. Encoding.ASCII.GetBytes(seconds + "."), .. body];
}
