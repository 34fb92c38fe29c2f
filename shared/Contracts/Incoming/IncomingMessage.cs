namespace WhatsAppBots.Contracts.Incoming;

/// <summary>
/// One message from a person to a business number, whatever channel it came by.
/// Source for WhatsApp: https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components.
/// </summary>
/// <param name="Id">The provider's id (Meta: wamid). With <paramref name="At"/> it is unique for ever.</param>
/// <param name="At">The provider's own time of the message; windows and deadlines are judged by it.</param>
/// <param name="NumberId">The business number it was sent to (Meta: phone_number_id).</param>
/// <param name="Sender">Who wrote.</param>
/// <param name="Content">What was said.</param>
public sealed record IncomingMessage(
    string Id, DateTimeOffset At, string NumberId, Sender Sender, IncomingContent Content)
{
    /// <summary>The message this one answers or forwards, if any.</summary>
    public MessageContext? Context { get; init; }

    /// <summary>The ad or post that brought the person here (click-to-WhatsApp), if any.</summary>
    public Referral? Referral { get; init; }
}

/// <summary>A person as a webhook names them. At least one of phone and user id is there.</summary>
/// <param name="Phone">Digits of the E.164 number without "+"; missing for people who hide it.</param>
/// <param name="UserId">Meta's business-scoped user id, for example <c>BR.1502…</c>.</param>
/// <param name="Name">The profile name, as the person wrote it.</param>
public sealed record Sender(string? Phone, string? UserId, string? Name)
{
    /// <summary>The username they go by, without "@"; null where none is told.</summary>
    public string? Username { get; init; }

    /// <summary>Meta's user id for businesses that belong together.</summary>
    public string? ParentUserId { get; init; }

    /// <summary>The number WhatsApp knows them by, where it is not <see cref="Phone"/> (Brazil's ninth digit).</summary>
    public string? WaId { get; init; }
}

/// <summary>What a message refers to.</summary>
/// <param name="MessageId">The message that is answered; null for a mere forward.</param>
/// <param name="From">Who wrote that one.</param>
/// <param name="Forwarded">Forwarded by the person.</param>
/// <param name="FrequentlyForwarded">Forwarded more than five times.</param>
public sealed record MessageContext(string? MessageId, string? From, bool Forwarded, bool FrequentlyForwarded);

/// <summary>A click-to-WhatsApp ad or post.</summary>
public sealed record Referral(string? SourceUrl, string? SourceId, string? SourceType, string? Headline, string? Body, string? ClickId);
