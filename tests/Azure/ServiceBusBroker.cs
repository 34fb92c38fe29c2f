using Azure.Messaging.ServiceBus;
using WhatsAppBots.Azure;
using WhatsAppBots.Broker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;
using WhatsAppBots.Transport;

namespace WhatsAppBots.Azure.Tests;

/// <summary>
/// What SERVICEBUS_CONNECTION_STRING names, the emulator or Service Bus itself with the committed topology, or else a broker of our own; heard by
/// the real client, as the trigger hears it.
/// </summary>
internal sealed class ServiceBusBroker : IBroker
{
    // Locks that nobody renews are over soon: tests wait for some of them.
    private static readonly TimeSpan _lock = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan _empty = TimeSpan.FromSeconds(1);

    private readonly ServiceBusClient _client;
    private readonly ServiceBusTopic _topic;

    private ServiceBusBroker(string connectionString, AmqpBroker? own)
    {
        _client = new ServiceBusClient(connectionString);
        (_topic, Own) = (new ServiceBusTopic(_client), own);
    }

    /// <summary>The broker of our own; null where another is tried.</summary>
    public AmqpBroker? Own { get; }

    /// <summary>The committed topology.</summary>
    public static string Topology { get; } = RootOf("infra/servicebus/config.json");

    /// <inheritdoc/>
    public IBusTopic Topic => _topic;

    /// <inheritdoc/>
    public TimeSpan Patience => TimeSpan.FromSeconds(60);

    /// <summary>Connects, and takes away what an earlier test left.</summary>
    public static async Task<ServiceBusBroker> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("SERVICEBUS_CONNECTION_STRING") is not { Length: > 0 } given)
        {
            var own = AmqpBroker.Start(Topology, _lock);
            return new ServiceBusBroker(own.ConnectionString, own);
        }

        var broker = new ServiceBusBroker(given, null);
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
        if (Own is not null) await Own.DisposeAsync();
    }

    /// <summary>A file of the repository.</summary>
    internal static string RootOf(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WhatsAppBots.sln"))) return Path.Combine(folder.FullName, file);
        }

        throw new InvalidOperationException("The tests run outside the project's folder.");
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
