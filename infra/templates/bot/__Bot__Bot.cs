using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.__Bot__;

/// <summary>Bot that answers each text with the same words.</summary>
internal sealed class __Bot__Bot : IBot
{
    private const string Talking = "Talking";

    /// <inheritdoc/>
    public string Name => __Bot__Module.Name;

    /// <inheritdoc/>
    public bool MarksRead => true;

    /// <inheritdoc/>
    public bool IntroducesItself => true;

    /// <inheritdoc/>
    public BotCard Describe(string? language)
    {
        var texts = new __Bot__Texts(language);
        return new BotCard(texts.Title, texts.Description);
    }

    /// <inheritdoc/>
    public Transition Begin(Conversation conversation) => Say(conversation, new __Bot__Texts(conversation.Language).Greeting);

    /// <inheritdoc/>
    public Transition Handle(Conversation conversation, Input input) => input switch
    {
        MessageInput { Message.Content: TextContent text } => Say(conversation, new __Bot__Texts(conversation.Language).Answer(text.Body)),
        MessageInput => Say(conversation, new __Bot__Texts(conversation.Language).TextsOnly),
        _ => conversation.Stay(),
    };

    private static Transition Say(Conversation conversation, string text) =>
        new(Talking, conversation.Data, [new Say(new TextMessage(text))]);
}
