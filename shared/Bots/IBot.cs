using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots;

/// <summary>A bot: a pure function of a conversation and an input.</summary>
public interface IBot
{
    /// <summary>The name used in WHATSAPP_NUMBERS and in rows.</summary>
    string Name { get; }

    /// <summary>Marks the person's messages read.</summary>
    bool MarksRead { get; }

    /// <summary>Handles one input.</summary>
    Transition Handle(Conversation conversation, Input input);
}
