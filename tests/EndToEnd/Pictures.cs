namespace WhatsAppBots.EndToEnd.Tests;

/// <summary>Files to send.</summary>
internal static class Pictures
{
    /// <summary>A PNG of one pixel.</summary>
    public static readonly byte[] Dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
