using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>A message this process is to send: a row of chat.outbox with its content.</summary>
internal sealed class OutboxItem
{
    public required long MessageId { get; init; }
    public required DateTimeOffset StoredAt { get; init; }
    public required long WorkspaceId { get; init; }
    public required OutgoingContent Content { get; init; }
    public string? ReplyTo { get; init; }
    public string? TraceParent { get; init; }
    public int Attempts { get; set; }

    /// <summary>Since when nobody knows whether it was accepted.</summary>
    public DateTimeOffset? UnknownSince { get; set; }

    public bool PossiblyDoubled { get; set; }

    /// <summary>Not tried again before. Kept in memory alone: a takeover may try at once.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>It is one of many that something caused at once: messages to others do not wait for all of these.</summary>
    public bool IsOfCrowd { get; set; }

    /// <summary>What came of it is committed. Set and read by the committer alone.</summary>
    public bool Done { get; set; }

    /// <summary>A read mark: no row, no status, and no second try.</summary>
    public bool IsReadMark => Content is ReadMark;

    /// <summary>A reaction: nobody waits for it, and it never takes the place of an answer.</summary>
    public bool IsReaction => Content is ReactionMessage;
}

/// <summary>Whose messages are sent: one conversation, held under its lease.</summary>
/// <param name="Recipient">The person's address as the commit found it; null: it is to be looked up before it is used.</param>
/// <param name="Through">What the conversation's count of queued messages was: these and all before are known here.</param>
internal sealed record SendTarget(
    long ConversationId, string NumberId, Recipient? Recipient, double PaceUsed, DateTimeOffset? PaceAt, long Through);

/// <summary>What came of one attempt, to be written by the committer.</summary>
/// <param name="Kind">What is written.</param>
/// <param name="ProviderId">Meta's id, where it was accepted.</param>
internal sealed record SendMark(
    long ConversationId, OutboxItem Item, MarkKind Kind, string? ProviderId, ProviderError? Error, DateTimeOffset At)
{
    /// <summary>Why it failed for good, where it did.</summary>
    public FailureKind? Failure { get; init; }

    /// <summary>Completes when the mark is committed.</summary>
    public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What a mark writes.</summary>
internal enum MarkKind
{
    /// <summary>Accepted: the row goes, Meta's id stays.</summary>
    Accepted,

    /// <summary>Failed for good.</summary>
    Failed,

    /// <summary>Failed because the 24-hour window is shut.</summary>
    BlockedByWindow,

    /// <summary>Nobody will ever know; it is not tried again.</summary>
    Unknown,

    /// <summary>Left out: a reaction for which there was no place beside answers.</summary>
    LeftOut,

    /// <summary>To be tried again, or waiting for a status that tells the outcome.</summary>
    Waiting,
}
