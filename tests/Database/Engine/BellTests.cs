using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Messaging;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>Where apps run apart, who stores an input rings for it: nothing else wakes the one who handles it but a sweep.</summary>
public sealed class BellTests : EngineTest
{
    private readonly ConcurrentQueue<long> _rung = new();

    [Fact]
    public async Task Input_OverABus_IsRungForByWhoStoresIt_AndHandledByWhoHears()
    {
        await Host.SayAsync("15550001", "hi");
        var conversation = (await QueryAsync<long>("select id from chat.conversations")).Single();
        await using var apart = await EngineHost.StartAsync(Database.ConnectionString, Bot, Channel, Time, services =>
        {
            services.AddSingleton(new EngineOptions { RatePerNumber = Rate.Unlimited, RatePerPair = Rate.Unlimited, RingsItself = false });
            services.AddSingleton<IBell>(new Bell(_rung));
        });

        await apart.StoreAsync(apart.Message("15550001", "again"));
        Assert.Equal([conversation], _rung);
        await apart.Inbox.AddAsync(1, conversation, "event:e1", Time.GetUtcNow(), new EventInput("t", JsonSerializer.SerializeToElement(new { })), null, CancellationToken.None);
        Assert.Equal([conversation, conversation], _rung);
        Assert.Equal(2, await CountAsync("chat.inbox"));

        await apart.Engine.WorkAsync([conversation], CancellationToken.None);
        Assert.Equal(0, await CountAsync("chat.inbox"));
    }

    [Fact]
    public async Task Input_WhileTheBusIsAway_IsHandledByWhoStoresIt()
    {
        var topic = new Mock<IBusTopic>();
        topic.Setup(bus => bus.NewBatchAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("The bus is away."));
        await using var apart = await EngineHost.StartAsync(Database.ConnectionString, Bot, Channel, Time, services =>
        {
            services.AddSingleton(new EngineOptions { RatePerNumber = Rate.Unlimited, RatePerPair = Rate.Unlimited, RingsItself = false });
            services.AddSingleton(topic.Object);
            services.AddEventBus();
        });

        for (var n = 1; n <= 3; n++)
        {
            await apart.StoreAsync(apart.Message("15550001", "hi"));
            Assert.Equal(n, Channel.TextsTo("15550001").Count);
        }

        Assert.Equal(0, await CountAsync("chat.inbox"));
        topic.Verify(bus => bus.NewBatchAsync(It.IsAny<CancellationToken>()), Times.Once);
    }

    private sealed class Bell(ConcurrentQueue<long> rung) : IBell
    {
        public ValueTask RingAsync(IReadOnlyCollection<long> conversations, CancellationToken cancellationToken)
        {
            foreach (var conversation in conversations) rung.Enqueue(conversation);
            return ValueTask.CompletedTask;
        }
    }
}
