namespace WhatsAppBots.Functions.Tests;

/// <summary>Events as an app hears them.</summary>
internal static class Heard
{
    /// <summary>A bell that has an app look for what waits.</summary>
    public static string Waiting() => $$"""
        {"specversion":"1.0","id":"{{Guid.NewGuid():N}}","source":"/test","type":"whatsappbots.events-waiting.v1","time":"2026-01-01T00:00:00Z","workspace":1,"data":{ } }
        """;

    /// <summary>An event that is stored, and that nobody of the tests waits for.</summary>
    public static string Other() => Waiting().Replace("events-waiting", "export-ready", StringComparison.Ordinal);
}
