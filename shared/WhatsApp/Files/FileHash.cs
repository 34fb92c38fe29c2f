using System.Buffers;
using System.Security.Cryptography;

namespace WhatsAppBots.WhatsApp.Files;

/// <summary>SHA-256 as Meta writes it: base64 in webhooks, hex when a media id is asked for.</summary>
internal static class FileHash
{
    /// <summary>Null where there is none or it is neither form.</summary>
    public static byte[]? Read(string? text)
    {
        if (text is null) return null;
        var hash = new byte[SHA256.HashSizeInBytes];
        if (text.Length == 2 * hash.Length && Convert.FromHexString(text, hash, out _, out _) == OperationStatus.Done) return hash;
        var base64 = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        base64 = base64.PadRight((base64.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(base64, hash, out var written) && written == hash.Length ? hash : null;
    }
}
