using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Events;

namespace WhatsAppBots.Messages;

/// <summary>What other apps, and the bell, tell this one.</summary>
public sealed class MessagesEvents(EventQueue queue)
{
    /// <summary>Stores what was heard and works it.</summary>
    [Function("MessagesEvents")]
    public Task Hear(
        [ServiceBusTrigger(EventTypes.Topic, Apps.Messages, Connection = "SERVICEBUS", IsBatched = true)] string[] events,
        CancellationToken cancellationToken) => queue.HearAsync(Apps.Messages, events, cancellationToken);
}
