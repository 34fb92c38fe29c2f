using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Payments;

/// <summary>What other apps tell this one.</summary>
public sealed class PaymentsEvents(EventQueue queue)
{
    /// <summary>Stores what was heard and works it.</summary>
    [Function("PaymentsEvents")]
    public Task Hear(
        [ServiceBusTrigger(EventTypes.Topic, Apps.Payments, Connection = "SERVICEBUS_CONNECTION_STRING")] string @event,
        CancellationToken cancellationToken) => queue.HearAsync(Apps.Payments, @event, cancellationToken);

    /// <summary>Hears again what the broker gave up delivering.</summary>
    [Function("PaymentsDeadLetters")]
    public Task HearAgain(
        [ServiceBusTrigger(EventTypes.Topic, Apps.Payments + Apps.DeadLetters, Connection = "SERVICEBUS_CONNECTION_STRING")] string @event,
        CancellationToken cancellationToken) => queue.HearAsync(Apps.Payments, @event, cancellationToken);
}
