using System.Diagnostics;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Transport;

/// <summary>What holds of events between apps, whatever carries them.</summary>
public abstract class TransportContract : TransportTest
{
    [Fact]
    public async Task Event_ThatIsCommitted_HasItsEffectInEachReceiverOnce_HoweverManyProcessesItHas()
    {
        var teller = await StartAsync(Apps.Maintenance);
        await StartAsync(Apps.Images, new Effects(Apps.Images, Shared));
        await StartAsync(Apps.Images, new Effects(Apps.Images, Shared));
        await StartAsync(Apps.Payments, new Effects(Apps.Payments, Shared));
        await StartAsync(Apps.Messages, new Effects(Apps.Messages, Shared));
        var events = Enumerable.Range(0, 40).Select(_ => Event()).ToList();
        foreach (var e in events) await teller.TellAsync(e);
        foreach (var e in events) await HasEffectAsync(e, Apps.Images, Apps.Payments);
    }

    [Fact]
    public async Task Event_OfATransactionThatIsRolledBack_ReachesNobody()
    {
        var teller = await StartAsync(Apps.Maintenance);
        await StartAsync(Apps.Images, new Effects(Apps.Images, Shared));
        await StartAsync(Apps.Payments, new Effects(Apps.Payments, Shared));
        var (undone, done) = (Event(), Event());
        await teller.TellAsync(undone, commits: false);
        await teller.TellAsync(done);
        await HasEffectAsync(done, Apps.Images, Apps.Payments);
        Assert.Empty(await EffectsAsync(undone));
    }

    [Fact]
    public async Task Event_ThatIsToldAgain_HasNoSecondEffect()
    {
        var teller = await StartAsync(Apps.Maintenance);
        await StartAsync(Apps.Images, new Effects(Apps.Images, EventTypes.MediaStored));
        var e = Event(EventTypes.MediaStored);
        await teller.TellAsync(e);
        await HasEffectAsync(e, Apps.Images);
        await teller.TellAsync(e);
        var after = Event(EventTypes.MediaStored);
        await teller.TellAsync(after);
        await HasEffectAsync(after, Apps.Images);
        await HasEffectAsync(e, Apps.Images);
    }

    [Fact]
    public async Task Event_WhoseTellerDiedRightAfterItsCommit_IsTakenOnByTheSweep()
    {
        var teller = await StartAsync(Apps.Payments);
        var e = Event(EventTypes.MediaStored);
        await teller.TellAsync(e, dies: true);
        await KillAsync(teller);
        await StartAsync(Apps.Images, new Effects(Apps.Images, EventTypes.MediaStored));
        await (await StartAsync(Apps.Maintenance)).SweepAsync();
        await HasEffectAsync(e, Apps.Images);
    }

    [Fact]
    public async Task Event_OfAReceiverThatIsAway_WaitsForIt()
    {
        var teller = await StartAsync(Apps.Maintenance);
        var e = Event(EventTypes.MediaStored);
        await teller.TellAsync(e);
        await KillAsync(teller);
        Time.Advance(TimeSpan.FromSeconds(31));
        await EndClaimsAsync();
        await (await StartAsync(Apps.Maintenance)).SweepAsync();
        Assert.Empty(await EffectsAsync(e));
        await StartAsync(Apps.Images, new Effects(Apps.Images, EventTypes.MediaStored));
        await HasEffectAsync(e, Apps.Images);
    }

    [Fact]
    public async Task Event_WhoseWorkFails_IsTriedAgainLater_WhileOthersGoOn()
    {
        var (teller, failures) = (await StartAsync(Apps.Maintenance), 0);
        var (bad, good) = (Event(EventTypes.MediaStored, "bad"), Event(EventTypes.MediaStored, "good"));
        var images = await StartAsync(Apps.Images, new Effects(Apps.Images, EventTypes.MediaStored)
        {
            Before = (id, _) => id == bad.Id && Interlocked.Increment(ref failures) < 3 ? throw new InvalidOperationException("told to") : Task.CompletedTask,
        });
        await teller.TellAsync(bad);
        await teller.TellAsync(good);
        await HasEffectAsync(good, Apps.Images);
        await EventuallyAsync(async () => await FailuresAsync(bad) == 1, "It did not fail.");
        for (var n = 2; n <= 3; n++)
        {
            Time.Advance(TimeSpan.FromSeconds(3));
            await images.SweepAsync();
            var expected = n;
            await EventuallyAsync(async () => await FailuresAsync(bad) == expected || (await EffectsAsync(bad)).Count > 0, $"No try {n}.");
        }

        await HasEffectAsync(bad, Apps.Images);
        Assert.Equal(0, await CountAsync("events.dead_letters", bad));
    }

    [Fact]
    public async Task Event_WhoseWorkFailsEachTime_IsADeadLetterInTheEnd()
    {
        var teller = await StartAsync(Apps.Maintenance);
        var images = await StartAsync(
            Apps.Images, new Effects(Apps.Images, EventTypes.MediaStored) { Before = (_, _) => throw new InvalidOperationException("told to") });
        var e = Event(EventTypes.MediaStored);
        await teller.TellAsync(e);
        for (var n = 1; n <= 5; n++)
        {
            var expected = n;
            await EventuallyAsync(async () => await FailuresAsync(e) == expected, $"No try {n}.");
            Time.Advance(TimeSpan.FromSeconds(20));
            await images.SweepAsync();
        }

        await EventuallyAsync(async () => await CountAsync("events.dead_letters", e) == 1, "It did not die.");
        Assert.Equal(
            [("event", Apps.Images, 6)], await QueryAsync<(string, string, int)>("select source, receiver, attempts from events.dead_letters"));
        await HasEffectAsync(e);
    }

    [Fact]
    public async Task Event_OfAProcessThatDiesAtWork_IsWorkedByAnother()
    {
        var teller = await StartAsync(Apps.Maintenance);
        var stuck = new Effects(Apps.Images, EventTypes.MediaStored) { Before = (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken) };
        var first = await StartAsync(Apps.Images, stuck);
        var e = Event(EventTypes.MediaStored);
        await teller.TellAsync(e);
        await EventuallyAsync(() => Task.FromResult(!stuck.Begun.IsEmpty), "It was not begun.");
        await KillAsync(first);
        var second = await StartAsync(Apps.Images, new Effects(Apps.Images, EventTypes.MediaStored));
        await EventuallyAsync(
            async () =>
            {
                Time.Advance(TimeSpan.FromSeconds(91));
                await EndClaimsAsync();
                await second.SweepAsync();
                return (await EffectsAsync(e)).Count > 0;
            },
            "Nobody took it on.");
        await HasEffectAsync(e, Apps.Images);
    }

    [Fact]
    public async Task Events_OfManyTellersAtOnce_AllArrive()
    {
        var tellers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync(Apps.Payments)));
        var images = await StartAsync(Apps.Images, new Effects(Apps.Images, EventTypes.MediaStored));
        var told = await Task.WhenAll(tellers.Select(async teller =>
        {
            var events = Enumerable.Range(0, 150).Select(_ => Event(EventTypes.MediaStored, padding: 4000)).ToList();
            foreach (var e in events) await teller.TellAsync(e);
            return events;
        }));
        var began = Stopwatch.GetTimestamp();
        await EventuallyAsync(
            async () =>
            {
                // On a busy machine a publish or a try may fail for its time limit. The product's sweep finds such an event when its pause
                // is over; here time stands still and nobody sweeps.
                if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(15))
                {
                    Time.Advance(TimeSpan.FromSeconds(31));
                    foreach (var process in tellers.Append(images)) await process.SweepAsync();
                }

                return (await QueryAsync<long>("select count(*) from effects"))[0] == told.Sum(events => events.Count);
            },
            "Not all arrived.");
        Assert.Equal(told.SelectMany(events => events).Select(e => e.Id).Order(), (await QueryAsync<string>("select event_id from effects")).Order());
    }

    private async Task<int> FailuresAsync(CloudEvent e) =>
        (await QueryAsync<int>("select attempts from events.queue where event_id = @Id and receiver = 'images'", new { e.Id })).SingleOrDefault();
}
