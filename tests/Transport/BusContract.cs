using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Transport;

/// <summary>What holds besides where a broker stands between the apps.</summary>
public abstract class BusContract : TransportContract
{
    private const string Type = EventTypes.MediaStored;

    [Fact]
    public async Task Event_IsWithTheBus_BeforeTheInvocationThatWroteItEnds()
    {
        var slow = new FaultyTopic(Broker!.Topic) { Before = cancellationToken => Task.Delay(500, cancellationToken) };
        var teller = await StartAsync(Apps.Messages, slow);
        var e = Event(Type);
        await teller.TellAsync(e);
        await teller.Get<RelayOnBell>().SettleAsync(CancellationToken.None).WaitAsync(Broker.Patience);
        Assert.Equal(0, await CountAsync("events.queue", e));
        await StartAsync(Apps.Images, new Effects(Apps.Images, Type));
        await HasEffectAsync(e, Apps.Images);
    }

    [Fact]
    public async Task Bus_ThatIsAway_HoldsUpNoInvocation_AndHasAllWhenItIsBack()
    {
        var topic = new FaultyTopic(Broker!.Topic) { Before = _ => throw new IOException("The bus is away.") };
        var teller = await StartAsync(Apps.Messages, topic);
        await StartAsync(Apps.Images, new Effects(Apps.Images, Type));
        var events = Enumerable.Range(0, 5).Select(_ => Event(Type)).ToList();
        foreach (var e in events) await teller.TellAsync(e);
        var began = Stopwatch.GetTimestamp();
        await teller.Get<RelayOnBell>().SettleAsync(CancellationToken.None).WaitAsync(Broker.Patience);
        await teller.Get<IBell>().RingAsync([1], CancellationToken.None);
        events.Add(Event(Type));
        await teller.TellAsync(events[^1]);
        await teller.Get<RelayOnBell>().SettleAsync(CancellationToken.None).WaitAsync(Broker.Patience);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.All(events, e => Assert.Equal(1, CountAsync("events.queue", e).Result));

        topic.Before = _ => Task.CompletedTask;
        Time.Advance(TimeSpan.FromSeconds(5));
        await (await StartAsync(Apps.Maintenance)).SweepAsync();
        foreach (var e in events) await HasEffectAsync(e, Apps.Images);
    }

    [Fact]
    public async Task Bus_ThatHangs_HoldsUpAWebhookForTwoSecondsAtMost()
    {
        var topic = new FaultyTopic(Broker!.Topic) { Before = cancellationToken => Task.Delay(Timeout.Infinite, cancellationToken) };
        var bell = (await StartAsync(Apps.Messages, topic)).Get<IBell>();
        Assert.InRange(await RingAsync(), TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(4));

        // The next does not even try; a while later one does.
        Assert.InRange(await RingAsync(), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.InRange(await RingAsync(), TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(4));

        async Task<TimeSpan> RingAsync()
        {
            var began = Stopwatch.GetTimestamp();
            await bell.RingAsync([1], CancellationToken.None);
            return Stopwatch.GetElapsedTime(began);
        }
    }

    [Fact]
    public async Task Bus_WhoseAnswerIsLost_IsToldAgain_AndTheEffectIsOne()
    {
        var sent = 0;
        var topic = new FaultyTopic(Broker!.Topic)
        {
            After = () =>
            {
                if (++sent == 1) throw new IOException("No answer.");
            },
        };
        var teller = await StartAsync(Apps.Messages, topic);
        var images = new Effects(Apps.Images, Type);
        await StartAsync(Apps.Images, images);
        var e = Event(Type);
        await teller.TellAsync(e);
        await EventuallyAsync(async () => (await EffectsAsync(e)).Count == 1, "It did not arrive.");
        Assert.Equal(1, await CountAsync("events.queue", e));
        Time.Advance(TimeSpan.FromSeconds(5));
        await teller.SweepAsync();
        await HasEffectAsync(e, Apps.Images);
        Assert.Equal(2, sent);
    }

    [Fact]
    public async Task Event_LargerThanTheBusTakes_IsADeadLetter_AndOthersGo()
    {
        var teller = await StartAsync(Apps.Messages);
        await StartAsync(Apps.Images, new Effects(Apps.Images, Type));
        CloudEvent[] events = [Event(Type), Event(Type, "large", padding: 2_000_000), Event(Type)];
        foreach (var e in events) await teller.TellAsync(e, dies: true);
        await teller.SweepAsync();
        await HasEffectAsync(events[0], Apps.Images);
        await HasEffectAsync(events[2], Apps.Images);
        Assert.Equal([(events[1].Id, "bus")], await QueryAsync<(string, string)>("select cause, receiver from events.dead_letters"));
        Assert.Equal(0, await CountAsync("events.queue", events[1]));
    }

    [Fact]
    public async Task Message_ThatTheBrokerRepeatsUnderAnotherId_HasNoSecondEffect()
    {
        await StartAsync(Apps.Images, new Effects(Apps.Images, Type));
        await StartAsync(Apps.Images, new Effects(Apps.Images, Type));
        var e = Event(Type);
        for (var n = 0; n < 5; n++) await SendAsync(Type, JsonSerializer.Serialize(e, ContractsJson.Default.CloudEvent));
        await HasEffectAsync(e, Apps.Images);
        var after = Event(Type);
        await SendAsync(Type, JsonSerializer.Serialize(after, ContractsJson.Default.CloudEvent));
        await HasEffectAsync(after, Apps.Images);
        await HasEffectAsync(e, Apps.Images);
    }

    [Fact]
    public async Task Message_ThatTheBrokerGaveUp_IsHeardAgain()
    {
        var (deliveries, images) = (0, await StartAsync(Apps.Images, new Effects(Apps.Images, Type)));
        var e = Event(Type);
        images.Hearing = body => body.Contains(e.Id, StringComparison.Ordinal) && Interlocked.Increment(ref deliveries) <= 100
            ? throw new IOException("The database is away.")
            : Task.CompletedTask;
        await (await StartAsync(Apps.Messages)).TellAsync(e);
        await HasEffectAsync(e, Apps.Images);
        Assert.Equal(101, deliveries);
    }

    [Fact]
    public async Task Message_HeardWhileTheDatabaseIsAway_IsHeldAndNotGivenBack()
    {
        var (deliveries, images) = (new ConcurrentQueue<string>(), await StartAsync(Apps.Images, new Effects(Apps.Images, Type)));
        images.Hearing = body =>
        {
            deliveries.Enqueue(body);
            return Task.CompletedTask;
        };
        var e = Event(Type);
        await LetInAsync(connections: false);
        await SendAsync(Type, JsonSerializer.Serialize(e, ContractsJson.Default.CloudEvent));
        await EventuallyAsync(() => Task.FromResult(!deliveries.IsEmpty), "It was not delivered.");
        await LetInAsync(connections: true);
        await EventuallyAsync(
            async () =>
            {
                Time.Advance(TimeSpan.FromSeconds(1));
                return (await EffectsAsync(e)).Count > 0;
            },
            "It has no effect.");
        Assert.Single(deliveries);
    }

    [Fact]
    public async Task Message_ThatCannotBeRead_IsADeadLetterOfOurs_AndHoldsUpNobody()
    {
        await StartAsync(Apps.Images, new Effects(Apps.Images, Type));
        var e = Event(Type);
        foreach (var body in new[] { "not json", "null", "{\"id\":1}" }) await SendAsync(Type, body);
        await SendAsync(Type, JsonSerializer.Serialize(e, ContractsJson.Default.CloudEvent));
        await HasEffectAsync(e, Apps.Images);
        await EventuallyAsync(
            async () => (await QueryAsync<long>("select count(*) from events.dead_letters where cause = 'unreadable'"))[0] == 3, "Not all were kept.");
    }

    [Fact]
    public async Task Bell_IsHeardByMessagesAlone_AndNamesItsConversations()
    {
        var (heard, others) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        var (messages, images) = (await StartAsync(Apps.Messages), await StartAsync(Apps.Images));
        (messages.Hearing, images.Hearing) = (Keep(heard), Keep(others));
        await messages.Get<IBell>().RingAsync([.. Enumerable.Range(1, 450).Select(n => (long)n)], CancellationToken.None);
        await EventuallyAsync(() => Task.FromResult(heard.Count == 3), "The bell was not heard.");
        Assert.Equal(
            Enumerable.Range(1, 450).Select(n => (long)n),
            heard.SelectMany(body => JsonSerializer.Deserialize(body, ContractsJson.Default.CloudEvent)!
                .Data.Deserialize(ContractsJson.Default.UserMessageReceived)!.Conversations).Order());
        Assert.Empty(others);

        static Func<string, Task> Keep(ConcurrentQueue<string> bodies) => body =>
        {
            bodies.Enqueue(body);
            return Task.CompletedTask;
        };
    }

    [Fact]
    public async Task WakingBell_IsHeardByEveryApp_AndKeptByNone()
    {
        var heard = new ConcurrentQueue<string>();
        string[] apps = [Apps.Messages, Apps.Images, Apps.Payments, Apps.Maintenance];
        foreach (var app in apps)
        {
            (await StartAsync(app)).Hearing = _ =>
            {
                heard.Enqueue(app);
                return Task.CompletedTask;
            };
        }

        var teller = await StartAsync(Apps.Admin);
        await teller.Get<BusBell>().WakeAsync(CancellationToken.None);
        await EventuallyAsync(() => Task.FromResult(heard.Count >= apps.Length), "Not all woke.");
        Assert.Equal(apps.Order(), heard.Order());
        await Task.Delay(100);
        Assert.Equal([0L, 0L], await QueryAsync<long>("select count(*) from events.queue union all select count(*) from events.consumed"));
    }

    // Under an id of its own: to the broker it is another message.
    private async Task SendAsync(string label, string body)
    {
        using var batch = await Broker!.Topic.NewBatchAsync(CancellationToken.None);
        Assert.True(batch.TryAdd(new BusMessage(Guid.NewGuid().ToString("N"), label, null, Encoding.UTF8.GetBytes(body))));
        await batch.SendAsync(CancellationToken.None);
    }
}
