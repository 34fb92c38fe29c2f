using System.Text.Json;
using Azure.Messaging.ServiceBus;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Events;

namespace WhatsAppBots.Azure;

/// <summary>The topic. <c>MessageId</c> is the event's id, so the broker drops what is published twice within its window.</summary>
internal sealed class ServiceBusEventBus(ServiceBusClient client) : IEventBus, IAsyncDisposable
{
    private readonly ServiceBusSender _sender = client.CreateSender(EventTypes.Topic);

    /// <inheritdoc/>
    public async Task PublishAsync(IReadOnlyList<CloudEvent> events, CancellationToken cancellationToken)
    {
        var waiting = new Queue<ServiceBusMessage>(events.Select(Message));
        while (waiting.Count > 0)
        {
            using var batch = await _sender.CreateMessageBatchAsync(cancellationToken);
            while (waiting.Count > 0 && batch.TryAddMessage(waiting.Peek())) waiting.Dequeue();
            if (batch.Count == 0)
            {
                throw new InvalidOperationException($"Event {waiting.Peek().MessageId} is larger than the broker takes.");
            }

            await _sender.SendMessagesAsync(batch, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _sender.DisposeAsync();

    private static ServiceBusMessage Message(CloudEvent e) =>
        new(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(e, ContractsJson.Default.CloudEvent)))
        {
            MessageId = e.Id,
            Subject = e.Type,
            ContentType = "application/cloudevents+json",
            CorrelationId = e.Subject,
        };
}
