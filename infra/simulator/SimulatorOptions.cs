namespace WhatsAppBots.Simulator;

/// <summary>A business number, shown as a contact on the phone.</summary>
public sealed record SimulatedNumber(string PhoneNumberId, string DisplayPhoneNumber, string Name, string? About = null);

/// <summary>How the simulator is reached and whom it calls.</summary>
public sealed class SimulatorOptions
{
    /// <summary>Where it listens; port 0: any.</summary>
    public string Url { get; set; } = "http://127.0.0.1:7080";

    /// <summary>Where webhooks are posted.</summary>
    public string WebhookUrl { get; set; } = "http://127.0.0.1:7070/webhook/whatsapp";

    /// <summary>Signs webhooks.</summary>
    public string AppSecret { get; set; } = "app-secret";

    /// <summary>What callers of the Graph API must bear.</summary>
    public string AccessToken { get; set; } = "simulator-token";

    /// <summary>The handshake's token.</summary>
    public string VerifyToken { get; set; } = "verify";

    /// <summary>The business numbers.</summary>
    public IList<SimulatedNumber> Numbers { get; } = [];
}
