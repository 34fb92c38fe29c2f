using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.BotKit;

/// <summary>A bot: a pure function of a conversation and an input. Common commands never reach it.</summary>
public interface IBot
{
    /// <summary>The name used in WHATSAPP_NUMBERS and in rows.</summary>
    string Name { get; }

    /// <summary>Marks the person's messages read.</summary>
    bool MarksRead { get; }

    /// <summary>Strangers are told first that they talk to a machine.</summary>
    bool IntroducesItself { get; }

    /// <summary>Handles messages that people changed after they sent them; others leave them alone.</summary>
    bool HearsEdits => false;

    /// <summary>Takes a reaction as a sign of life, and answers nothing; others leave reactions alone.</summary>
    bool HearsReactions => false;

    /// <summary>
    /// Answers words of suicide or despair itself; for other bots the dispatcher does, so that nobody is answered with a price list.
    /// </summary>
    bool HearsDistress => false;

    /// <summary>The bot as the hub's list shows it.</summary>
    /// <param name="language">Two-letter code; null is English.</param>
    BotCard Describe(string? language);

    /// <summary>Greets, or shows the menu: the chat was opened, the hub brought the person, or they wrote <c>menu</c>.</summary>
    Transition Begin(Conversation conversation);

    /// <summary>Handles one input.</summary>
    Transition Handle(Conversation conversation, Input input);

    /// <summary>What it asks the AI by <see cref="Contracts.Events.AiAsked"/>. Names are unique among all bots.</summary>
    IReadOnlyList<AiTask> AiTasks => [];

    /// <summary>
    /// One <c>select</c> that reads what the bot's handlers need of its own tables, for all conversations of a batch: see <see cref="SnapshotRead"/>.
    /// Null: they need nothing but the state.
    /// </summary>
    string? SnapshotSql => null;

    /// <summary>The person is in another time zone from now on: what was planned by their clock is planned anew.</summary>
    /// <param name="conversation">With the new zone.</param>
    Transition ZoneSet(Conversation conversation) => conversation.Stay();

    /// <summary>What this person agreed to here, with the way to take it back; said after <c>privacy</c>.</summary>
    IReadOnlyList<Effect> Consents(Conversation conversation) => [];

    /// <summary>What is still owed to a person who wants all of theirs erased, in words; null: nothing.</summary>
    string? Owed(Conversation conversation) => null;

    /// <summary>What is to be done before all of theirs is erased: money given back, orders called off.</summary>
    IReadOnlyList<Effect> Settle(Conversation conversation) => [];
}

/// <summary>A bot's name and what it is for; at most 24 and 72 characters, a list row's limits.</summary>
public sealed record BotCard(string Title, string Description);
