using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Events;

namespace WhatsAppBots.Payments;

/// <summary>What other apps tell this one.</summary>
public sealed class PaymentsEvents(EventQueue queue)
{
    /// <summary>Stores what was heard and works it.</summary>
    [Function("PaymentsEvents")]
    public Task Hear(
        [ServiceBusTrigger(EventTypes.Topic, Apps.Payments, Connection = "SERVICEBUS_CONNECTION_STRING", IsBatched = true)] string[] events,
        CancellationToken cancellationToken) => queue.HearAsync(Apps.Payments, events, cancellationToken);
}
