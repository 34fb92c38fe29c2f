using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Events;

namespace WhatsAppBots.Maintenance;

/// <summary>What other apps tell this one.</summary>
public sealed class MaintenanceEvents(EventQueue queue)
{
    /// <summary>Stores what was heard and works it.</summary>
    [Function("MaintenanceEvents")]
    public Task Hear(
        [ServiceBusTrigger(EventTypes.Topic, Apps.Maintenance, Connection = "SERVICEBUS_CONNECTION_STRING", IsBatched = true)] string[] events,
        CancellationToken cancellationToken) => queue.HearAsync(Apps.Maintenance, events, cancellationToken);
}
