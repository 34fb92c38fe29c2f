using WhatsAppBots.Conversations.Queries;

namespace WhatsAppBots.Desk.Threads;

/// <summary>Conversation as agents see it in a list.</summary>
/// <param name="Number">The business number's id.</param>
/// <param name="Bot">The bot that answers now, or would.</param>
/// <param name="Status"><c>pending</c> (the bot has it), <c>open</c> (people have it), <c>resolved</c> or <c>snoozed</c>.</param>
/// <param name="Assignee">Id of the user who has claimed it; null: nobody.</param>
/// <param name="HandedOver">People have it: the bot is silent.</param>
/// <param name="Reason">Why people have it: <c>asked</c> (the person asked for people), <c>agent_wrote</c>, or an agent's words.</param>
/// <param name="CrisisAt">When the person wrote that they suffer, where nobody has said yet that they saw it.</param>
/// <param name="WaitingSince">When the person wrote what no agent has answered; null: nobody waits for people.</param>
/// <param name="WindowClosesAt">Until when anything may be said; null: only a template goes.</param>
/// <param name="Unread">Messages of the person that you have not seen; 100 stands for more.</param>
/// <param name="Version">Changes with each message and each change by an agent; some writes ask for it.</param>
public sealed record ThreadView(
    long ConversationId, string Number, string Bot, string Status, long? Assignee, PersonView Person, bool HandedOver,
        DateTimeOffset? HandedOverAt,
    string? Reason, DateTimeOffset? CrisisAt, DateTimeOffset? SnoozedUntil, LastMessageView Last, DateTimeOffset? WaitingSince,
    DateTimeOffset? WindowClosesAt, int Unread, long Version);

/// <summary>Newest message of a thread.</summary>
/// <param name="Text">At most 200 characters.</param>
/// <param name="From"><c>person</c>, <c>bot</c> or <c>agent</c>.</param>
public sealed record LastMessageView(long Id, DateTimeOffset At, string Text, string From);

/// <summary>How many threads there are, for the tabs of a list. 1,000 stands for more.</summary>
/// <param name="Waiting">People owe them an answer.</param>
/// <param name="Mine">Claimed by you and not resolved.</param>
/// <param name="Unread">With messages that you have not seen.</param>
/// <param name="Crisis">The person wrote that they suffer, and nobody has said that they saw it.</param>
public sealed record ThreadCounts(int Waiting, int Mine, int Unread, int Crisis);

/// <summary>What a list of threads is narrowed to. All that is given must hold.</summary>
/// <param name="View">One of <see cref="Views"/>.</param>
/// <param name="Status">One of <see cref="Statuses"/>; null: any.</param>
public sealed record ThreadFilter(string View, string? Status, string? Number, string? Bot)
{
    /// <summary>Tabs of the list.</summary>
    public static IReadOnlyList<string> Views { get; } = ["all", "waiting", "mine", "unassigned", "unread", "crisis"];

    /// <summary>States of a thread.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["pending", "open", "resolved", "snoozed"];
}
