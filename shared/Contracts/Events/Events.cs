namespace WhatsAppBots.Contracts.Events;

/// <summary>These conversations have unhandled inputs.</summary>
public sealed record UserMessageReceived(IReadOnlyList<long> Conversations);

/// <summary>A file that a person sent, still at the provider.</summary>
/// <param name="MessageId">The provider's id of the message.</param>
/// <param name="MediaId">The provider's id of the file.</param>
/// <param name="MessageType">The message's type: a photo sent as a document may be larger than one sent as an image.</param>
/// <param name="MimeType">As the webhook said.</param>
/// <param name="Sha256">Base64, as the webhook said.</param>
public sealed record UserMediaReceived(
    long ConversationId, string NumberId, string MessageId, string MediaId, string MessageType, string MimeType, string? Sha256);

/// <summary>Erase this person; they confirmed it in this conversation.</summary>
public sealed record ErasureRequested(long PersonId);

/// <summary>The provider refused a message for good because of whom it was for.</summary>
/// <param name="OptedOut">They opted out at the provider; else they cannot be reached there.</param>
public sealed record RecipientRefused(long MessageId, int Code, bool OptedOut);

/// <summary>A payment of an order arrived.</summary>
/// <param name="Fits">It is the order's, which is now paid; else it is held and will be given back.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record PaymentReceived(long ConversationId, long OrderId, bool Fits, long Amount, string Currency);
