namespace WhatsAppBots.Contracts.Events;

/// <summary>Wire names of events and who receives which. The one place where either is written.</summary>
public static class EventTypes
{
    /// <summary>The one topic.</summary>
    public const string Topic = "bot-events";

    /// <summary>Conversations have unhandled inputs: a bell, without a row of its own.</summary>
    public const string UserMessageReceived = "whatsappbots.user-message-received.v1";

    /// <summary>A person sent a file that should be fetched while the provider keeps it.</summary>
    public const string UserMediaReceived = "whatsappbots.user-media-received.v1";

    /// <summary>A person confirmed that everything about them be erased.</summary>
    public const string ErasureRequested = "whatsappbots.erasure-requested.v1";

    /// <summary>The provider says of a person that they opted out or cannot be reached.</summary>
    public const string RecipientRefused = "whatsappbots.recipient-refused.v1";

    /// <summary>A payment of a conversation's order arrived.</summary>
    public const string PaymentReceived = "whatsappbots.payment-received.v1";

    /// <summary>The receivers of each type, by app.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Receivers { get; } =
        new Dictionary<string, IReadOnlyList<string>>
        {
            [UserMessageReceived] = [Apps.Messages],
            [RecipientRefused] = [Apps.Messages],
            [PaymentReceived] = [Apps.Messages],
            [UserMediaReceived] = [Apps.Images],
            [ErasureRequested] = [Apps.Maintenance],
        };
}

/// <summary>Names of the function apps; each is also the name of its subscription on the topic.</summary>
public static class Apps
{
    /// <summary>WhatsApp in and out, the engine.</summary>
    public const string Messages = "messages";

    /// <summary>Media.</summary>
    public const string Images = "images";

    /// <summary>Money.</summary>
    public const string Payments = "payments";

    /// <summary>Timers, sweeps, cleanup.</summary>
    public const string Maintenance = "maintenance";

    /// <summary>The API of those who run the bots.</summary>
    public const string Admin = "admin";
}
