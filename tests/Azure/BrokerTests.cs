using System.Collections.Concurrent;
using System.Text;
using Azure.Messaging.ServiceBus;
using WhatsAppBots.Broker;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Azure.Tests;

/// <summary>The broker of our own against what Service Bus promises, by the real client.</summary>
public sealed class BrokerTests : IAsyncLifetime
{
    private static readonly TimeSpan _lock = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly AmqpBroker _broker = AmqpBroker.Start(ServiceBusBroker.Topology, _lock);
    private ServiceBusClient _client = null!;

    public Task InitializeAsync()
    {
        _client = new ServiceBusClient(_broker.ConnectionString);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _broker.DisposeAsync();
    }

    [Fact]
    public async Task Message_GoesWhereItsLabelIsLetThrough_WithAllItCarries()
    {
        await SendAsync(new ServiceBusMessage("text") { Subject = EventTypes.PersonErased, MessageId = "m", CorrelationId = "7", ContentType = "a/b" });
        foreach (var app in new[] { Apps.Images, Apps.Payments })
        {
            var message = await ReceiveAsync(app);
            Assert.Equal(("text", "m", "7", "a/b", 1), (message.Body.ToString(), message.MessageId, message.CorrelationId, message.ContentType, message.DeliveryCount));
        }

        Assert.Equal(0, _broker.Count(Apps.Messages));
    }

    [Fact]
    public async Task Message_OfAnIdThatWasThere_IsDropped()
    {
        for (var n = 0; n < 3; n++) await SendAsync(Message("same"));
        await SendAsync(Message("other"));
        Assert.Equal(2, _broker.Count(Apps.Images));
    }

    [Fact]
    public async Task Lock_IsRenewed_AsLongAsTheHandlerIsAtWork()
    {
        var deliveries = 0;
        await using var processor = _client.CreateProcessor(EventTypes.Topic, Apps.Images, new ServiceBusProcessorOptions { MaxConcurrentCalls = 10 });
        processor.ProcessMessageAsync += async _ =>
        {
            Interlocked.Increment(ref deliveries);
            await Task.Delay(_lock * 2.5);
        };
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        await processor.StartProcessingAsync();
        await SendAsync(Message("slow"));
        await UntilAsync(() => deliveries > 0 && _broker.Count(Apps.Images) == 0);
        Assert.Equal(1, deliveries);
    }

    [Fact]
    public async Task Lock_ThatEnds_IsLost_AndTheMessageIsDeliveredAgain()
    {
        await SendAsync(Message("late"));
        await using var receiver = _client.CreateReceiver(EventTypes.Topic, Apps.Images);
        var message = await receiver.ReceiveMessageAsync(_patience);
        await Task.Delay(_lock + TimeSpan.FromSeconds(1));
        var lost = await Assert.ThrowsAsync<ServiceBusException>(() => receiver.CompleteMessageAsync(message));
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, lost.Reason);
        var again = await receiver.ReceiveMessageAsync(_patience);
        Assert.Equal(("late", 2), (again.MessageId, again.DeliveryCount));
        await receiver.CompleteMessageAsync(again);
        Assert.Equal(0, _broker.Count(Apps.Images));
    }

    [Fact]
    public async Task Message_OfAReceiverThatDied_IsDeliveredToAnother()
    {
        await SendAsync(Message("orphan"));
        await using (var dying = new ServiceBusClient(_broker.ConnectionString))
        {
            await using var receiver = dying.CreateReceiver(EventTypes.Topic, Apps.Images);
            Assert.NotNull(await receiver.ReceiveMessageAsync(_patience));
        }

        var message = await ReceiveAsync(Apps.Images);
        Assert.Equal(("orphan", 2), (message.MessageId, message.DeliveryCount));
    }

    [Fact]
    public async Task Message_GivenBackTooOften_IsADeadLetter()
    {
        await SendAsync(Message("bad"));
        await using var receiver = _client.CreateReceiver(EventTypes.Topic, Apps.Images);
        for (var n = 1; n <= 100; n++)
        {
            var message = await receiver.ReceiveMessageAsync(_patience);
            Assert.Equal(n, message.DeliveryCount);
            await receiver.AbandonMessageAsync(message);
        }

        Assert.Equal((0, 1), (_broker.Count(Apps.Images), _broker.Count(Apps.Images + Apps.DeadLetters)));
        Assert.Equal("bad", (await ReceiveAsync(Apps.Images, SubQueue.DeadLetter)).MessageId);
    }

    [Fact]
    public async Task Message_ThatIsRefused_IsADeadLetterAtOnce()
    {
        await SendAsync(Message("refused"));
        await using var receiver = _client.CreateReceiver(EventTypes.Topic, Apps.Images);
        await receiver.DeadLetterMessageAsync(await receiver.ReceiveMessageAsync(_patience), "no", "not today");
        Assert.Equal((0, 1), (_broker.Count(Apps.Images), _broker.Count(Apps.Images + Apps.DeadLetters)));
    }

    [Fact]
    public async Task Batch_TakesWhatServiceBusTakes_AndArrivesWhole()
    {
        await using var sender = _client.CreateSender(EventTypes.Topic);
        using var batch = await sender.CreateMessageBatchAsync();
        Assert.Equal(AmqpBroker.LargestMessage, batch.MaxSizeInBytes);
        while (batch.TryAddMessage(Message($"{batch.Count}", 10_000)))
        {
        }

        Assert.InRange(batch.Count, 20, 26);
        Assert.False(batch.TryAddMessage(Message("large", AmqpBroker.LargestMessage)));
        await sender.SendMessagesAsync(batch);
        Assert.Equal(batch.Count, _broker.Count(Apps.Images));
    }

    [Fact]
    public async Task Broker_ThatWasAway_HasWhatItHad_AndIsHeardAgain()
    {
        var heard = new ConcurrentQueue<string>();
        await SendAsync(Message("before"));
        _broker.Go();
        await using var processor = _client.CreateProcessor(EventTypes.Topic, Apps.Images);
        processor.ProcessMessageAsync += message =>
        {
            heard.Enqueue(message.Message.MessageId);
            return Task.CompletedTask;
        };
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        await processor.StartProcessingAsync();
        await Task.Delay(500);
        Assert.Empty(heard);
        _broker.Come();
        await SendAsync(Message("after"));
        await UntilAsync(() => heard.Count == 2);
        Assert.Equal(["after", "before"], heard.Order());
    }

    private static ServiceBusMessage Message(string id, int size = 10) =>
        new(Encoding.ASCII.GetBytes(new string('.', size))) { MessageId = id, Subject = EventTypes.MediaStored };

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(_patience);
        while (!isSo()) await Task.Delay(20, limit.Token);
    }

    private async Task SendAsync(ServiceBusMessage message)
    {
        await using var sender = _client.CreateSender(EventTypes.Topic);
        await sender.SendMessageAsync(message);
    }

    private async Task<ServiceBusReceivedMessage> ReceiveAsync(string app, SubQueue queue = SubQueue.None)
    {
        await using var receiver = _client.CreateReceiver(
            EventTypes.Topic, app, new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete, SubQueue = queue });
        return await receiver.ReceiveMessageAsync(_patience);
    }
}
