namespace WhatsAppBots.Contracts.Events;

/// <summary>These conversations have unhandled inputs.</summary>
public sealed record UserMessageReceived(IReadOnlyList<long> Conversations);

/// <summary>Events wait in the apps' queues. Whose they are is not said: who hears it looks.</summary>
public sealed record EventsWaiting;

/// <summary>A file that a person sent, still at the provider.</summary>
/// <param name="MessageId">The provider's id of the message.</param>
/// <param name="MediaId">The provider's id of the file.</param>
/// <param name="MessageType">The message's type: a photo sent as a document may be larger than one sent as an image.</param>
/// <param name="MimeType">As the webhook said.</param>
/// <param name="Sha256">Base64, as the webhook said.</param>
/// <param name="Purpose">What a bot wants it for, a name of <see cref="MediaPurposes"/>; null: it is only kept.</param>
/// <param name="IsWanted">
/// False: nobody has a use for it, and its id alone is kept, by which it can be fetched while the provider has it. Null: an older release tells
/// of it, and it is fetched.
/// </param>
public sealed record UserMediaReceived(
    long ConversationId, string NumberId, string MessageId, string MediaId, string MessageType, string MimeType, string? Sha256,
    string? Purpose = null, bool? IsWanted = null);

/// <summary>What files are wanted for.</summary>
public static class MediaPurposes
{
    /// <summary>A photo to train a model on.</summary>
    public const string Portrait = "portrait";

    /// <summary>Shows that something was done.</summary>
    public const string Proof = "proof";
}

/// <summary>A file that a person sent is with us, or will never be.</summary>
/// <param name="StoreKey">Where in the media store; null where it could not be had.</param>
/// <param name="Fault">Why it was not stored, a name of <see cref="PhotoFaults"/>; null: it is here, or could not be had.</param>
public sealed record MediaStored(long ConversationId, string MessageId, string Purpose, string? StoreKey, string? Fault = null);

/// <summary>Erase this person.</summary>
/// <param name="Suppress">They confirmed it themselves: a hash of their number stays, so that nobody writes to them; else they were long gone.</param>
public sealed record ErasureRequested(long PersonId, bool Suppress = true)
{
    /// <summary>The provider's time of the message that asked for it; null: the event's own time.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Conversations of others in which the person is named.</summary>
    public IReadOnlyList<long>? Others { get; init; }
}

/// <summary>The provider refused a message for good because of whom it was for.</summary>
/// <param name="OptedOut">They opted out at the provider; else they cannot be reached there.</param>
public sealed record RecipientRefused(long MessageId, int Code, bool OptedOut);

/// <summary>A message failed after it had been accepted.</summary>
/// <param name="Class">The name of an <c>ErrorClass</c>.</param>
/// <param name="ReplyTo">The provider's id of the message it quoted.</param>
public sealed record MessageReturned(long MessageId, string Class, string? ReplyTo, Outgoing.OutgoingContent Content);

/// <summary>A person wants a copy of what is kept about them.</summary>
public sealed record ExportRequested(long ConversationId, long PersonId);

/// <summary>Where the copy is, for a day.</summary>
public sealed record ExportReady(long ConversationId, Uri Url);

/// <summary>A person was erased; so are these conversations. What else is kept of them goes now.</summary>
public sealed record PersonErased(IReadOnlyList<long> Conversations);
