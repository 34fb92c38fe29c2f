using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;
using WhatsAppBots.Transport;

namespace WhatsAppBots.Azure.Tests;

/// <summary>Events over a broker, by the real client.</summary>
public sealed class ServiceBusTransportTests : BusContract
{
    private const string Type = EventTypes.MediaStored;

    private ServiceBusBroker Bus => (ServiceBusBroker)Broker!;

    [Fact]
    public async Task Broker_ThatGoesAway_IsNoticed_AndHasAllWhenItIsBack()
    {
        if (Bus.Own is not { } own) return;
        var teller = await StartAsync(Apps.Messages);
        await StartAsync(Apps.Images, new Effects(Apps.Images, Type));
        var before = Event(Type);
        await teller.TellAsync(before);
        await HasEffectAsync(before, Apps.Images);

        own.Go();
        var meanwhile = Enumerable.Range(0, 20).Select(_ => Event(Type)).ToList();
        foreach (var e in meanwhile) await teller.TellAsync(e);
        await teller.Get<BusBell>().WakeAsync(CancellationToken.None);
        Assert.NotNull(teller.Get<BusPublisher>().Failure);
        Assert.All(meanwhile, e => Assert.Equal(1, CountAsync("events.queue", e).Result));

        own.Come();
        await EventuallyAsync(
            async () =>
            {
                Time.Advance(TimeSpan.FromSeconds(31));
                try
                {
                    await teller.SweepAsync();
                }
                catch (Exception e) when (e is OperationCanceledException or global::Azure.Messaging.ServiceBus.ServiceBusException)
                {
                    return false;
                }

                return await CountAsync("events.queue", meanwhile[^1]) == 0;
            },
            "The broker is back, and events still wait.");
        foreach (var e in meanwhile) await HasEffectAsync(e, Apps.Images);
        Assert.Null(teller.Get<BusPublisher>().Failure);
    }

    [Fact]
    public async Task Events_LargerThanABatchTogether_GoInSeveral()
    {
        var teller = await StartAsync(Apps.Messages);
        await StartAsync(Apps.Images, new Effects(Apps.Images, Type));
        var events = Enumerable.Range(0, 12).Select(_ => Event(Type, padding: 100_000)).ToList();
        foreach (var e in events) await teller.TellAsync(e, dies: true);
        await teller.SweepAsync();
        foreach (var e in events) await HasEffectAsync(e, Apps.Images);
    }

    protected override async Task<IBroker?> StartBrokerAsync() => await ServiceBusBroker.StartAsync();
}
