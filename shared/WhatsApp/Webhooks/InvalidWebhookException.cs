namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>A webhook's body is no JSON object; the answer is 400. Everything else is tolerated.</summary>
public sealed class InvalidWebhookException : FormatException
{
    /// <summary>Creates it without saying why.</summary>
    public InvalidWebhookException()
    {
    }

    /// <summary>Says why; never quotes the body.</summary>
    public InvalidWebhookException(string message)
        : base(message)
    {
    }

    /// <summary>Says why; never quotes the body.</summary>
    public InvalidWebhookException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
