using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Events;

namespace WhatsAppBots.Images;

/// <summary>What other apps tell this one.</summary>
public sealed class ImagesEvents(EventQueue queue)
{
    /// <summary>Stores what was heard and works it.</summary>
    [Function("ImagesEvents")]
    public Task Hear(
        [ServiceBusTrigger(EventTypes.Topic, Apps.Images, Connection = "SERVICEBUS_CONNECTION_STRING", IsBatched = true)] string[] events,
        CancellationToken cancellationToken) => queue.HearAsync(Apps.Images, events, cancellationToken);
}
