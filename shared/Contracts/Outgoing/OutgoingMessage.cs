using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.Contracts.Outgoing;

/// <summary>A message as it is handed to a channel.</summary>
/// <param name="NumberId">The business number that sends.</param>
/// <param name="Recipient">Whom it is for.</param>
/// <param name="Content">What is said.</param>
/// <param name="CallbackData">Our row's id; it comes back with every status (Meta: biz_opaque_callback_data, 512 characters).</param>
/// <param name="ReplyTo">The provider's id of the message that is quoted.</param>
public sealed record OutgoingMessage(
    string NumberId, Recipient Recipient, OutgoingContent Content, string CallbackData, string? ReplyTo);

/// <summary>The phone where it is known (digits, no "+"), else the business-scoped user id.</summary>
public sealed record Recipient(string? Phone, string? UserId);

/// <summary>What a channel answered. Each case says what the sender may do next.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Accepted; statuses will follow. Read marks have no id.</summary>
    public sealed record Accepted(string? ProviderId) : SendOutcome;

    /// <summary>Certainly not accepted, worth trying again. A null delay leaves it to the sender's backoff.</summary>
    /// <param name="Scope">What the delay holds back.</param>
    public sealed record Retry(RetryScope Scope, TimeSpan? After, ProviderError Error) : SendOutcome;

    /// <summary>Nobody knows whether it was accepted: time-out, reset, 5xx, unreadable success.</summary>
    public sealed record Unknown(string Reason) : SendOutcome;

    /// <summary>Never to be tried again.</summary>
    public sealed record Failed(FailureKind Kind, ProviderError Error) : SendOutcome;
}

/// <summary>What waits while a send is retried.</summary>
public enum RetryScope
{
    /// <summary>This conversation alone: too many messages to one person (131056), or a temporary fault of one message (131000).</summary>
    Pair,

    /// <summary>All of the business number (130429, 131057, 429).</summary>
    Number,
}

/// <summary>Why a message is not tried again, and what that means for others.</summary>
public enum FailureKind
{
    /// <summary>This message alone, for example an invalid one: a bug of ours (100, 131009).</summary>
    Message,

    /// <summary>The 24-hour window is shut (131047): a template would go.</summary>
    Window,

    /// <summary>The person cannot be reached (131026, 130472).</summary>
    Recipient,

    /// <summary>The person opted out at the provider (131050).</summary>
    OptedOut,

    /// <summary>A marketing message that is held back, not to be tried again before a day (131049).</summary>
    Marketing,

    /// <summary>The business number, its account or its token is refused (190, 131048): nothing of it goes until somebody acts.</summary>
    Sender,
}
