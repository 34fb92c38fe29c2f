using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Outbox;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>What a committed round leaves to be done outside the database.</summary>
internal sealed class RoundOutcome
{
    /// <summary>Messages to hand to the sender, by conversation.</summary>
    public List<(SendTarget Target, List<OutboxItem> Items)> Sends { get; } = [];

    /// <summary>Leases given back.</summary>
    public List<long> Released { get; } = [];

    /// <summary>Rung, and locked by another process at this moment: to be rung again.</summary>
    public List<long> BusyRung { get; } = [];

    /// <summary>Leases that could not be given back: another process works there, has queued more, or took it over.</summary>
    public List<long> Unreleased { get; } = [];

    /// <summary>Leases known to be ours for another 12 s.</summary>
    public List<long> Renewed { get; } = [];

    /// <summary>Leases that went to another process.</summary>
    public List<long> Lost { get; } = [];

    /// <summary>Conversations with something waiting: to be worked in the next round.</summary>
    public HashSet<long> Ring { get; } = [];

    /// <summary>When an input that failed is to be tried again.</summary>
    public List<(long Conversation, DateTimeOffset At)> Retries { get; } = [];

    public List<CloudEvent> Events { get; } = [];

    /// <summary>Conversations each delivery reached.</summary>
    public Dictionary<PendingDelivery, List<long>> Stored { get; } = [];

    /// <summary>The clock's monotonic timestamp from before the leases were taken or renewed.</summary>
    public long LeasedAt { get; init; }

    public int Inputs { get; set; }

    /// <summary>Somebody may have to be addressed otherwise than before the round.</summary>
    public bool AddressesChanged { get; set; }
}
