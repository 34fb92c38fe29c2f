using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Conversations.Rounds;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Turns;

/// <summary>What the inputs of one conversation made of it, ready to be written.</summary>
internal sealed class TurnResult(LoadedConversation before)
{
    public LoadedConversation Before { get; private set; } = before;
    public LoadedConversation After { get; set; } = before;

    /// <summary>Inbox rows that are done with.</summary>
    public List<long> Handled { get; } = [];

    /// <summary>Messages handled without having been in the inbox.</summary>
    public HashSet<Arrival> Straight { get; } = [];

    /// <summary>Timers whose firing was handled.</summary>
    public List<long> FiredTimers { get; } = [];

    /// <summary>The last word on each timer name: a start, or null for a cancel.</summary>
    public Dictionary<string, StartTimer?> Timers { get; } = [];

    public List<Reply> Replies { get; } = [];
    public List<CloudEvent> Events { get; } = [];

    /// <summary>Consents given and taken back, and ratings, in order.</summary>
    public List<Effect> Consents { get; } = [];

    /// <summary>Rows for bots' own tables, in order; null: none.</summary>
    public List<StoreEffect>? Stored { get; set; }

    /// <summary>Changes between bot and people, in order; null: none.</summary>
    public List<HandOverChange>? HandOvers { get; set; }

    /// <summary>Conversations of others in which something of this person is told.</summary>
    public HashSet<long> Told { get; } = [];

    /// <summary>Messages that no channel takes: plain text went in their place.</summary>
    public List<RefusedMessage> Refused { get; } = [];

    /// <summary>The provider's id of the last message to mark read, if this bot does.</summary>
    public string? MarkRead { get; set; }

    /// <summary>With "typing…".</summary>
    public bool ShowsTyping { get; set; }

    /// <summary>The provider says that this person cannot be reached there.</summary>
    public bool Unreachable { get; set; }

    /// <summary>The person is erased: nobody finds them from the commit on.</summary>
    public bool Erases { get; set; }

    /// <summary>The input that failed; those after it wait.</summary>
    public FailedInput? Failed { get; set; }

    /// <summary>Time was up: more waits.</summary>
    public bool IsCut { get; set; }

    public bool IsEmpty => Handled.Count + Straight.Count == 0 && Failed is null;

    /// <summary>The conversation's first input failed, without having been handled here.</summary>
    public static TurnResult Fail(LoadedConversation conversation, Exception failure, DateTimeOffset now)
    {
        var head = conversation.Inputs[0];
        var attempts = head.Attempts + 1;
        return new TurnResult(conversation)
        {
            Failed = new FailedInput(head, attempts, now + RetryPolicy.DelayAfter(attempts), failure.ToString()),
        };
    }

    /// <summary>
    /// Puts the result on the conversation's row as it was read since. The row is of the same version; columns that change without
    /// a new version (lease, ctid) are taken from the fresh row.
    /// </summary>
    /// <param name="row">With the inputs that were handled first.</param>
    public void MoveTo(LoadedConversation row)
    {
        var (was, told) = (Before.Person, After.Person);
        After = row with
        {
            Bot = After.Bot,
            State = After.State,
            Data = After.Data,
            Parked = After.Parked,
            Language = After.Language,
            TimeZone = After.TimeZone,
            OptOut = After.OptOut,
            HandedOver = After.HandedOver,
            Version = After.Version,
            LastInboundAt = After.LastInboundAt,
            Offered = After.Offered,
            HeardUntil = After.HeardUntil,
            CrisisAt = After.CrisisAt,
            IsClosed = After.IsClosed || row.IsClosed,
            Person = row.Person with
            {
                Name = told.Name == was.Name ? row.Person.Name : told.Name,
                Username = told.Username == was.Username ? row.Person.Username : told.Username,
                ParentUserId = told.ParentUserId == was.ParentUserId ? row.Person.ParentUserId : told.ParentUserId,
                WaId = told.WaId == was.WaId ? row.Person.WaId : told.WaId,
            },
            Queued = row.Queued + Replies.Count(reply => reply.Barred is null),
        };
        Before = row;
        var count = Handled.Count + Straight.Count;
        IsCut = Failed is null && row.Inputs.Count > count;
        Handled.Clear();
        Straight.Clear();
        foreach (var input in row.Inputs.Take(count))
        {
            if (input.Straight is { } arrival) Straight.Add(arrival);
            else Handled.Add(input.Seq);
        }
    }
}

/// <summary>A message to be kept and, unless it is barred, sent.</summary>
/// <param name="Barred">Why it is not sent: a status, with its error; null where it goes.</param>
/// <param name="Origin">Who says it, where it is not the bot.</param>
internal sealed record Reply(OutgoingContent Content, string? ReplyTo, BarredReply? Barred, string? TraceParent, string? Origin = null);

/// <summary>A conversation goes from the bot to people, or back.</summary>
internal sealed record HandOverChange(bool ToPeople, string Reason, string By);

/// <summary>A status of our own for a message that is not sent.</summary>
internal sealed record BarredReply(string Status, string Error);

/// <summary>An input whose handling threw.</summary>
/// <param name="RetryAt">When it is tried again; null: it goes to the dead letters.</param>
internal sealed record FailedInput(StoredInput Input, int Attempts, DateTimeOffset? RetryAt, string Error);
