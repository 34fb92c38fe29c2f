using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Echo;

/// <summary>For wiring and measuring: answers each text with how many it was and its last word.</summary>
internal sealed class EchoBot : IBot
{
    private const string Echoing = "Echoing";

    /// <inheritdoc/>
    public string Name => "echo";

    /// <inheritdoc/>
    public bool MarksRead => false;

    // What it answers is compared letter by letter by those who test their wiring.

    /// <inheritdoc/>
    public bool IntroducesItself => false;

    /// <inheritdoc/>
    public BotCard Describe(string? language)
    {
        var texts = new EchoTexts(language);
        return new BotCard(texts.Title, texts.Description);
    }

    /// <inheritdoc/>
    public Transition Begin(Conversation conversation) =>
        new(Echoing, conversation.Data, [new Say(new TextMessage(new EchoTexts(conversation.Language).Greeting))]);

    /// <inheritdoc/>
    public Transition Handle(Conversation conversation, Input input) => input switch
    {
        MessageInput { Message.Content: TextContent text } => Echo(conversation, text.Body),
        MessageInput => new(Echoing, conversation.Data, [new Say(new TextMessage(new EchoTexts(conversation.Language).TextsOnly))]),
        _ => conversation.Stay(),
    };

    private static Transition Echo(Conversation conversation, string text)
    {
        var count = JsonSerializer.Deserialize<EchoData>(conversation.Data)!.Count + 1;
        var last = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [.., var word] ? word : "";
        return new Transition(
            Echoing, JsonSerializer.Serialize(new EchoData(count)), [new Say(new TextMessage($"n={count} re:{last}"))]);
    }

    private sealed record EchoData(int Count);
}
