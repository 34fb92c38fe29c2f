using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Erasure;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Outbox;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>A webhook, or inputs from elsewhere, whose sender waits for the commit.</summary>
internal sealed class PendingDelivery
{
    // So many keys to be looked up weigh as much as a message.
    private const int KeysOfOne = 16;

    private readonly TraceBudget _traces = new();

    public PendingDelivery(Delivery delivery, IReadOnlyList<InboxEntry> entries)
    {
        (Delivery, Entries) = (delivery, entries);

        // One that comes back with our own id is known by its message.
        Foreign =
        [
            .. delivery.Statuses.Where(status => CallbackData.MessageId(status.CallbackData) is null)
                .Select(status => _traces.Trace(status, status.Raw)),
        ];
        Updates = [.. delivery.Updates.Select(update => _traces.Trace(update, update.Raw))];
        Size = Count + delivery.Messages.Sum(message => DeliveryParts.WeightOf(message) - 1) + (_traces.Count / KeysOfOne);
    }

    public Delivery Delivery { get; }

    /// <summary>Inputs whose conversation is known already.</summary>
    public IReadOnlyList<InboxEntry> Entries { get; }

    /// <summary>Statuses that may be of messages we know nothing of, and what they name.</summary>
    public IReadOnlyList<Traced<MessageStatus>> Foreign { get; }

    /// <summary>What was not understood, and what it names.</summary>
    public IReadOnlyList<Traced<UnknownUpdate>> Updates { get; }

    /// <summary>Completes with the conversations that have something waiting, once it is committed.</summary>
    public TaskCompletionSource<IReadOnlyList<long>> Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Weight against the limits of a round: its parts, long texts as several of them, and the keys to be looked up.</summary>
    public int Size { get; }

    /// <summary>The parts it can be taken apart into.</summary>
    public int Count => DeliveryParts.CountOf(Delivery) + Entries.Count;
}

/// <summary>What one commit is made of.</summary>
internal sealed class Round
{
    public List<PendingDelivery> Deliveries { get; init; } = [];

    /// <summary>More conversations than this reached by one webhook, timer or bell are a crowd: whoever writes alone does not wait for them.</summary>
    public const int Few = 16;

    /// <summary>Conversations to be worked.</summary>
    public HashSet<long> Rung { get; init; } = [];

    /// <summary>Those of them that were reached together with many others.</summary>
    public HashSet<long> Crowd { get; init; } = [];

    public List<SendMark> Marks { get; init; } = [];

    /// <summary>Conversations whose lease is to be renewed.</summary>
    public HashSet<long> Renewals { get; init; } = [];

    /// <summary>Conversations with nothing left to send.</summary>
    public HashSet<long> Releases { get; init; } = [];

    /// <summary>Inputs taken of one conversation.</summary>
    public int InputLimit { get; init; } = InboxStatements.InputsPerConversation;

    /// <summary>Messages may be handled in the round that stores them; off where that round failed.</summary>
    public bool Straight { get; init; } = true;

    /// <summary>Set where this conversation's next input alone could not be written: it has failed, without another try now.</summary>
    public Exception? HeadFailure { get; init; }

    /// <summary>The time as PostgreSQL keeps it, in microseconds: what is compared later must not carry more.</summary>
    public static DateTimeOffset Microseconds(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public bool IsEmpty =>
        Deliveries.Count + Rung.Count + Marks.Count + Renewals.Count + Releases.Count == 0;

    /// <summary>Parts that can fail apart. What one of them breaks, the others do not pay for.</summary>
    public IEnumerable<Round> Split()
    {
        foreach (var delivery in Deliveries) yield return new Round { Deliveries = [delivery], Straight = false };
        if (Marks.Count + Renewals.Count + Releases.Count > 0)
        {
            yield return new Round { Marks = Marks, Renewals = Renewals, Releases = Releases };
        }

        foreach (var conversation in Rung) yield return new Round { Rung = [conversation], Crowd = Crowd, InputLimit = 1 };
    }

    /// <summary>More than one thing is in it that could be the one that failed.</summary>
    public bool IsDivisible =>
        Deliveries.Count + Rung.Count > 1
        || (Deliveries.Count + Rung.Count == 1 && Marks.Count + Renewals.Count + Releases.Count > 0)
        || (Rung.Count == 1 && InputLimit > 1)
        || (Straight && Deliveries.Count == 1);
}
