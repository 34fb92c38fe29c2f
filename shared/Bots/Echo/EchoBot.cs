using System.Text.Json.Serialization;
using WhatsAppBots.BotKit.State;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Echo;

/// <summary>For wiring and measuring: answers each text with how many it was and its last word.</summary>
internal sealed class EchoBot : IBot
{
    private const string Echoing = "Echoing";

    private static readonly StateFormat<EchoData> _format = new(JsonIgnoreCondition.WhenWritingNull);

    /// <inheritdoc/>
    public string Name => EchoModule.Name;

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
        var data = _format.Read(conversation.Data);
        var count = data.Count + 1;
        var last = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [.., var word] ? word : "";
        return new Transition(
            Echoing, _format.Write(data with { Count = count }), [new Say(new TextMessage($"n={count} re:{last}"))]);
    }

    private sealed record EchoData : BotState
    {
        // As it was always stored.
        [JsonPropertyName("Count")]
        public int Count { get; init; }
    }
}
