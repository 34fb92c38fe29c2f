using Azure.Messaging.ServiceBus;
using WhatsAppBots.Azure;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Events;
using WhatsAppBots.Transport;

namespace WhatsAppBots.ServiceBus.Tests;

/// <summary>Service Bus, or its emulator, with the committed topology; heard as the trigger hears it.</summary>
internal sealed class ServiceBusBroker : IBroker
{
    private const string Emulator =
        "Endpoint=sb://127.0.0.1;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;";

    private static readonly TimeSpan _empty = TimeSpan.FromSeconds(1);

    private readonly ServiceBusClient _client;
    private readonly ServiceBusTopic _topic;

    private ServiceBusBroker(ServiceBusClient client) => (_client, _topic) = (client, new ServiceBusTopic(client));

    /// <inheritdoc/>
    public IBusTopic Topic => _topic;

    /// <inheritdoc/>
    public TimeSpan Patience => TimeSpan.FromSeconds(60);

    /// <summary>Connects, and takes away what an earlier test left.</summary>
    public static async Task<ServiceBusBroker> StartAsync()
    {
        var broker = new ServiceBusBroker(new ServiceBusClient(
            Environment.GetEnvironmentVariable("SERVICEBUS_CONNECTION_STRING") is { Length: > 0 } given ? given : Emulator));
        await Task.WhenAll(EventTypes.Receivers.Values.SelectMany(apps => apps).Distinct()
            .SelectMany(app => new[] { broker.EmptyAsync(app, SubQueue.None), broker.EmptyAsync(app, SubQueue.DeadLetter) }));
        return broker;
    }

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> HearAsync(string subscription, Func<string, CancellationToken, Task> hear)
    {
        var isDead = subscription.EndsWith(Apps.DeadLetters, StringComparison.Ordinal);
        var processor = _client.CreateProcessor(
            EventTypes.Topic, isDead ? subscription[..^Apps.DeadLetters.Length] : subscription,
            new ServiceBusProcessorOptions { MaxConcurrentCalls = 200, SubQueue = isDead ? SubQueue.DeadLetter : SubQueue.None });
        processor.ProcessMessageAsync += message => hear(message.Message.Body.ToString(), message.CancellationToken);
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        await processor.StartProcessingAsync();
        return processor;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _topic.DisposeAsync();
        await _client.DisposeAsync();
    }

    private async Task EmptyAsync(string subscription, SubQueue queue)
    {
        await using var receiver = _client.CreateReceiver(
            EventTypes.Topic, subscription, new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete, SubQueue = queue });
        while ((await receiver.ReceiveMessagesAsync(1000, _empty)).Count > 0)
        {
        }
    }
}
