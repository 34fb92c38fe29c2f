using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace WhatsAppBots.Access;

/// <summary>Random secrets of 256 bits, of which SHA-256 is stored: nobody can guess one, so a slow hash would protect nothing.</summary>
public static class Secrets
{
    private const int Bytes = 32;

    /// <summary>A new secret, 43 characters.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 of a secret.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
