using System.Text.Json;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>A conversation's row, read after it was locked.</summary>
internal sealed record LoadedConversation
{
    public required long Id { get; init; }

    /// <summary>Where this version of the row stands (<c>ctid</c>): updating it there costs no search among the versions before it.</summary>
    public required string Address { get; init; }
    public required long WorkspaceId { get; init; }
    public required string NumberId { get; init; }
    public required Person Person { get; init; }
    public required string Bot { get; init; }
    public required string State { get; init; }
    public required string Data { get; init; }
    public required string Parked { get; init; }
    public string? Language { get; init; }
    public string? TimeZone { get; init; }
    public OptOut OptOut { get; init; }

    /// <summary>The person agreed to marketing from this number.</summary>
    public bool TakesMarketing { get; init; }
    public bool HandedOver { get; init; }
    public long Version { get; init; }
    public DateTimeOffset? LastInboundAt { get; init; }

    /// <summary>Choices that stand as numbers in what was last offered, JSON of <see cref="Turns.OfferedChoices"/>; null: none.</summary>
    public string? Offered { get; init; }

    /// <summary>When the limit of what one person may write is wholly free again (<see cref="Turns.FloodLimit"/>); null: it is.</summary>
    public DateTimeOffset? HeardUntil { get; set; }

    /// <summary>When they last wrote that they suffer; null: never.</summary>
    public DateTimeOffset? CrisisAt { get; init; }

    public LeaseState Lease { get; init; }

    /// <summary>Messages ever put into the outbox, whoever did it.</summary>
    public long Queued { get; init; }

    /// <summary>What <see cref="Queued"/> was when the lease was last given back with nothing waiting.</summary>
    public long Settled { get; init; }

    /// <summary>Messages borrowed of the pair's burst at <see cref="PaceAt"/>.</summary>
    public double PaceUsed { get; init; }
    public DateTimeOffset? PaceAt { get; init; }

    /// <summary>Closed by a join: what arrives here belongs to that conversation.</summary>
    public long? MergedInto { get; init; }

    /// <summary>A conversation that takes no more messages.</summary>
    public bool IsClosed { get; init; }

    /// <summary>When somebody with this person's number was erased; null: never. What is dated before it is not theirs.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Its person is being erased: nobody is reminded, and news find nobody.</summary>
    public bool IsErased => IsClosed && MergedInto is null;

    /// <summary>Not handled yet, in order, at most a batch's worth.</summary>
    public List<StoredInput> Inputs { get; init; } = [];

    /// <summary>What was read for bots that declare a snapshot, by their names; null: nothing was.</summary>
    public Dictionary<string, string?>? Snapshots { get; set; }

    /// <summary>A snapshot it needs could not be read: it is not handled now. Null: all is well.</summary>
    public UnreadSnapshot? Unread { get; set; }

    /// <summary>Messages of ours that <see cref="Inputs"/> quote, by the provider's ids; null: none.</summary>
    public Dictionary<string, OutgoingContent>? Quoted { get; set; }

    public Dictionary<string, ParkedState> ParkedStates() =>
        Parked == "{}" ? [] : JsonSerializer.Deserialize(Parked, HandlingJson.Default.DictionaryStringParkedState)!;
}

/// <summary>Who may send this conversation's messages.</summary>
internal enum LeaseState
{
    /// <summary>Nobody; a commit that queues messages may take it.</summary>
    Free,

    /// <summary>This process.</summary>
    Mine,

    /// <summary>Another live process.</summary>
    Theirs,

    /// <summary>A process that did not come back: its last request may or may not have been accepted.</summary>
    Expired,
}

/// <summary>A row of the inbox, or a message that was not stored yet.</summary>
internal sealed record StoredInput(
    long Seq, string Cause, string Payload, long? TimerId, bool TimerIsAlive, int Attempts,
    DateTimeOffset? NotBefore, DateTimeOffset ReceivedAt, string? TraceParent)
{
    /// <summary>The message itself, where it is handled straight away and has no row.</summary>
    public Arrival? Straight { get; private init; }

    /// <summary>A message to be handled in the round that stores it.</summary>
    public static StoredInput Of(Arrival arrival, DateTimeOffset now) =>
        new(0, arrival.Cause, "", null, false, 0, null, now, arrival.TraceParent) { Straight = arrival };
}
