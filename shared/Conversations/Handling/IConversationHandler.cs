using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.Conversations.Handling;

/// <summary>
/// All bots as the engine sees them: a pure function. It does no I/O and has no clock but <see cref="Conversation.Now"/>.
/// What it throws counts as a failed try of that input.
/// </summary>
public interface IConversationHandler
{
    /// <summary>Handles one input of one conversation.</summary>
    Transition Handle(Conversation conversation, Input input);

    /// <summary>Says that something went wrong on our side: to a person whose message could not be handled, and in place of what no channel takes.</summary>
    /// <param name="conversation">As it stands.</param>
    /// <returns>A short text in the person's language.</returns>
    string Apologize(Conversation conversation);

    /// <summary>Whether this message is heard though its writer sends more than is handled one by one: an opt-out, another command.</summary>
    bool IsUrgent(IncomingMessage message) => false;

    /// <summary>Reads that bots declare, at most one a bot. The same for the life of the process.</summary>
    IReadOnlyList<SnapshotRead> Snapshots => [];

    /// <summary>Whether a conversation on a number may come to a bot by one input, and so needs its snapshot.</summary>
    /// <param name="entryBot">The bot the number is mapped to.</param>
    /// <param name="bot">One that declares a snapshot.</param>
    bool CanOpen(string entryBot, string bot) => entryBot == bot;

    /// <summary>Whether this bot's conversations mark the person's messages read.</summary>
    bool MarksRead(string bot);
}
