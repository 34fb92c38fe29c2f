using System.Security.Cryptography;
using System.Text;

namespace WhatsAppBots.Messages;

/// <summary>Compares secrets without telling by time how much of them was right.</summary>
internal static class WebhookSecrets
{
    public static bool AreEqual(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
