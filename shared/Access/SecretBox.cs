using System.Security.Cryptography;
using System.Text;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Access;

/// <summary>
/// Encrypts what has to be read again, such as the secret of a second factor: AES-256-GCM, with a key derived from SECRET_KEY. During its
/// rotation what
/// the old key encrypted is read too.
/// </summary>
/// <param name="purpose">What is encrypted; a box for something else opens nothing of it.</param>
public sealed class SecretBox(SecretKey secret, string purpose)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int KeyBytes = 32;

    /// <summary>Encrypts: nonce, tag, text.</summary>
    /// <param name="owner">Whose it is: what is copied into another row opens nothing.</param>
    public byte[] Close(byte[] plain, string owner)
    {
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(Derive(secret.Keys[0]), TagBytes);
        aes.Encrypt(
            box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes),
                Encoding.UTF8.GetBytes(owner));
        return box;
    }

    /// <summary>Decrypts; null where no key opens it.</summary>
    public byte[]? Open(byte[] box, string owner)
    {
        if (box.Length < NonceBytes + TagBytes) return null;
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        foreach (var key in secret.Keys)
        {
            using var aes = new AesGcm(Derive(key), TagBytes);
            try
            {
                aes.Decrypt(
                    box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain,
                    Encoding.UTF8.GetBytes(owner));
                return plain;
            }
            catch (AuthenticationTagMismatchException)
            {
                // Another key's.
            }
        }

        return null;
    }

    private byte[] Derive(byte[] key) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: Encoding.UTF8.GetBytes($"access {purpose}"));
}
