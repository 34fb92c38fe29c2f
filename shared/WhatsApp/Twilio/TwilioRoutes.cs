namespace WhatsAppBots.WhatsApp.Twilio;

/// <summary>Where Twilio reaches us.</summary>
public static class TwilioRoutes
{
    /// <summary>Messages.</summary>
    public const string Messages = "webhook/twilio";

    /// <summary>What became of messages we sent.</summary>
    public const string Status = "webhook/twilio/status";

    /// <summary>The name in the query of <see cref="Status"/> that holds our row's id.</summary>
    public const string Row = "row";
}
