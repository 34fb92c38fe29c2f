using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Events;

namespace WhatsAppBots.Messages;

/// <summary>The bell over the bus: works the conversations inside this invocation.</summary>
internal sealed class BellHeard(ConversationEngine engine) : IEventHandler
{
    /// <inheritdoc/>
    public string Receiver => Apps.Messages;

    /// <inheritdoc/>
    public string Type => EventTypes.UserMessageReceived;

    /// <inheritdoc/>
    public async Task<EventEffect> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        await engine.WorkAsync(e.Data.Deserialize(ContractsJson.Default.UserMessageReceived)!.Conversations, cancellationToken);
        return (_, _, _) => Task.CompletedTask;
    }
}
