using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Maintenance;

/// <summary>What other apps tell this one.</summary>
public sealed class MaintenanceEvents(EventQueue queue)
{
    /// <summary>Stores what was heard and works it.</summary>
    [Function("MaintenanceEvents")]
    public Task Hear(
        [ServiceBusTrigger(EventTypes.Topic, Apps.Maintenance, Connection = "SERVICEBUS_CONNECTION_STRING")] string @event,
        CancellationToken cancellationToken) => queue.HearAsync(Apps.Maintenance, @event, cancellationToken);

    /// <summary>Hears again what the broker gave up delivering.</summary>
    [Function("MaintenanceDeadLetters")]
    public Task HearAgain(
        [ServiceBusTrigger(EventTypes.Topic, Apps.Maintenance + Apps.DeadLetters, Connection = "SERVICEBUS_CONNECTION_STRING")] string @event,
        CancellationToken cancellationToken) => queue.HearAsync(Apps.Maintenance, @event, cancellationToken);
}
