using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Echo;

/// <summary>For wiring and measuring: answers each text with how many it was and its last word.</summary>
internal sealed class EchoBot : IBot
{
    /// <inheritdoc/>
    public string Name => "echo";

    /// <inheritdoc/>
    public bool MarksRead => false;

    /// <inheritdoc/>
    public Transition Handle(Conversation conversation, Input input)
    {
        if (input is not MessageInput { Message.Content: var content }) return new Transition("Echoing", conversation.Data, []);
        if (content is not TextContent text) return new Transition("Echoing", conversation.Data, [new Say(new TextMessage("Send me a text."))]);
        var data = JsonSerializer.Deserialize<EchoData>(conversation.Data)!;
        var count = data.Count + 1;
        var last = text.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [.., var word] ? word : "";
        return new Transition(
            "Echoing", JsonSerializer.Serialize(new EchoData(count)), [new Say(new TextMessage($"n={count} re:{last}"))]);
    }

    private sealed record EchoData(int Count);
}
