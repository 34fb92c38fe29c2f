using Azure.Messaging.ServiceBus;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Azure;

/// <summary>The topic. <c>MessageId</c> is the event's id, so the broker drops what is published twice within its window.</summary>
internal sealed class ServiceBusTopic(ServiceBusClient client) : IBusTopic, IAsyncDisposable
{
    private readonly ServiceBusSender _sender = client.CreateSender(EventTypes.Topic);

    /// <inheritdoc/>
    public async ValueTask<IBusBatch> NewBatchAsync(CancellationToken cancellationToken) =>
        new Batch(_sender, await _sender.CreateMessageBatchAsync(cancellationToken));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _sender.DisposeAsync();

    private sealed class Batch(ServiceBusSender sender, ServiceBusMessageBatch batch) : IBusBatch
    {
        public bool TryAdd(BusMessage message) => batch.TryAddMessage(new ServiceBusMessage(message.Body)
        {
            MessageId = message.Id,
            Subject = message.Label,
            CorrelationId = message.CorrelationId,
            ContentType = "application/cloudevents+json",
        });

        public Task SendAsync(CancellationToken cancellationToken) => sender.SendMessagesAsync(batch, cancellationToken);

        public void Dispose() => batch.Dispose();
    }
}
