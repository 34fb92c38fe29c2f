using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots;

/// <summary>Hands an input to the conversation's bot.</summary>
internal sealed class BotDispatcher(IEnumerable<IBot> bots) : IConversationHandler
{
    private readonly Dictionary<string, IBot> _bots = bots.ToDictionary(bot => bot.Name);

    /// <inheritdoc/>
    public Transition Handle(Conversation conversation, Input input) =>
        _bots.TryGetValue(conversation.Bot, out var bot)
            ? bot.Handle(conversation, input)
            : new Transition(conversation.State, conversation.Data, []);

    /// <inheritdoc/>
    public bool MarksRead(string bot) => _bots.TryGetValue(bot, out var known) && known.MarksRead;
}
