using System.Text.Json;
using System.Text.Json.Serialization;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.Conversations.Handling;

/// <summary>A conversation as a handler sees it: one person on one business number, and the time.</summary>
public sealed record Conversation
{
    /// <summary>The row's id.</summary>
    public required long Id { get; init; }

    /// <summary>The bot that answers now; on a hub number the one the person chose.</summary>
    public required string Bot { get; init; }

    /// <summary>The bot the number is mapped to: <c>hub</c>, <c>echo</c>, …</summary>
    public required string EntryBot { get; init; }

    /// <summary>Name of the state the bot is in; empty for a conversation that is new to the bot.</summary>
    public required string State { get; init; }

    /// <summary>The state's data, JSON; <c>{}</c> at first.</summary>
    public required string Data { get; init; }

    /// <summary>State and data of bots that the person left by <c>menu</c>, kept for their return.</summary>
    public required IReadOnlyDictionary<string, ParkedState> Parked { get; init; }

    /// <summary>Two-letter language, null until it is known.</summary>
    public string? Language { get; init; }

    /// <summary>IANA zone, null until it is known.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What the person opted out of.</summary>
    public OptOut OptOut { get; init; }

    /// <summary>The person agreed to marketing from this business number, and did not take it back.</summary>
    public bool TakesMarketing { get; init; }

    /// <summary>The person.</summary>
    public required Person Person { get; init; }

    /// <summary>Nothing was handled in it yet: the first answer says that it is automated.</summary>
    public bool IsNew { get; init; }

    /// <summary>A human has taken over; the bot is silent but for common commands.</summary>
    public bool HandedOver { get; init; }

    /// <summary>When the person last wrote that they suffer; null: never.</summary>
    public DateTimeOffset? CrisisAt { get; init; }

    /// <summary>The people who answer on this number; null: nobody keeps a roster, and nothing can be promised.</summary>
    public TeamView? Team { get; init; }

    /// <summary>When the person last wrote, by the provider's time; null: never.</summary>
    public DateTimeOffset? LastInboundAt { get; init; }

    /// <summary>Anything may be said; else only templates go.</summary>
    public bool IsWindowOpen => LastInboundAt is { } last && Now < last + Window;

    /// <summary>How long after the person's last message anything may be said. Meta's customer-service window.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Now, by the engine's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>
    /// What the open bot's <see cref="SnapshotRead"/> found for this conversation, JSON: as of the batch that read the conversation, without what
    /// the same batch writes. Null: the read found no row, or the bot declares none.
    /// </summary>
    public string? Snapshot => Snapshots?.GetValueOrDefault(Bot);

    /// <summary>Snapshots of all bots that may answer, by their names; null: none was needed.</summary>
    public IReadOnlyDictionary<string, string?>? Snapshots { get; init; }
}

/// <summary>State and data of one bot.</summary>
public sealed record ParkedState(string State, string Data)
{
    /// <summary>Members that only a later release knows; they are written back.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>The person of a conversation.</summary>
public sealed record Person(long Id, string? Name, string? Phone, string? UserId)
{
    /// <summary>The username they go by.</summary>
    public string? Username { get; init; }

    /// <summary>Meta's user id for businesses that belong together.</summary>
    public string? ParentUserId { get; init; }

    /// <summary>The number WhatsApp knows them by, where it is not <see cref="Phone"/>.</summary>
    public string? WaId { get; init; }

    /// <summary>The person as a message tells of them besides their keys; what it does not tell stays.</summary>
    public Person ToldBy(Sender sender)
    {
        var told = this with
        {
            Name = sender.Name is { Length: > 0 } name ? name : Name,
            Username = sender.Username ?? Username,
            ParentUserId = sender.ParentUserId ?? ParentUserId,
            WaId = sender.WaId ?? WaId,
        };
        return told == this ? this : told;
    }
}

/// <summary>How far a person opted out.</summary>
public enum OptOut
{
    /// <summary>Everything goes.</summary>
    None,

    /// <summary>No reminders, and no marketing whatever was agreed to; answers and results that concern money still go.</summary>
    Marketing,

    /// <summary>Only answers to what the person writes.</summary>
    All,
}
