using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Images;

/// <summary>What other apps tell this one.</summary>
public sealed class ImagesEvents(EventQueue queue)
{
    /// <summary>Stores what was heard and works it.</summary>
    [Function("ImagesEvents")]
    public Task Hear(
        [ServiceBusTrigger(EventTypes.Topic, Apps.Images, Connection = "SERVICEBUS_CONNECTION_STRING")] string @event,
        CancellationToken cancellationToken) => queue.HearAsync(Apps.Images, @event, cancellationToken);

    /// <summary>Hears again what the broker gave up delivering.</summary>
    [Function("ImagesDeadLetters")]
    public Task HearAgain(
        [ServiceBusTrigger(EventTypes.Topic, Apps.Images + Apps.DeadLetters, Connection = "SERVICEBUS_CONNECTION_STRING")] string @event,
        CancellationToken cancellationToken) => queue.HearAsync(Apps.Images, @event, cancellationToken);
}
