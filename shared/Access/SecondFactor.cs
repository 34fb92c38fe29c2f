using System.Security.Cryptography;
using OtpNet;

namespace WhatsAppBots.Access;

/// <summary>Second factor: codes of six digits that change each 30 s (TOTP, RFC 6238), and ten recovery codes for when the phone is
/// lost.</summary>
public static class SecondFactor
{
    /// <summary>Number of recovery codes.</summary>
    public const int RecoveryCodes = 10;

    private const int SecretBytes = 20;
    private const int RecoveryCharacters = 16;

    // Without what is taken for something else.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>A new secret.</summary>
    public static byte[] MakeSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>The secret as people type it.</summary>
    public static string Text(byte[] secret) => Base32Encoding.ToString(secret);

    /// <summary>Address that authenticator apps read from a QR code.</summary>
    public static string Address(byte[] secret, string email) => new OtpUri(OtpType.Totp, secret, email, "WhatsAppBots").ToString();

    /// <summary>Step of the clock that a code is of; null where it is of none, within a step before and after.</summary>
    public static long? Step(byte[] secret, string code, DateTimeOffset now)
    {
        var plain = Plain(code);
        return plain.Length == 6 && plain.All(char.IsAsciiDigit)
            && new Totp(secret).VerifyTotp(now.UtcDateTime, plain, out var step, new VerificationWindow(1, 1)) ? step : null;
    }

    /// <summary>The code of a time, for whoever has the secret.</summary>
    public static string Code(byte[] secret, DateTimeOffset at) => new Totp(secret).ComputeTotp(at.UtcDateTime);

    /// <summary>New recovery codes, as people write them down.</summary>
    public static IReadOnlyList<string> MakeRecoveryCodes() => [.. Enumerable.Range(0, RecoveryCodes).Select(_ =>
        string.Join('-', RandomNumberGenerator.GetString(Alphabet, RecoveryCharacters).Chunk(4).Select(part => new string(part))))];

    /// <summary>Hash of a recovery code, whatever way it was typed.</summary>
    public static byte[] RecoveryHash(string code) => Secrets.Hash(Plain(code).ToLowerInvariant());

    private static string Plain(string code) => string.Concat(code.Where(char.IsLetterOrDigit));
}
