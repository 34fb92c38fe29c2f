using System.Collections.Concurrent;
using WhatsAppBots.Traffic;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

public sealed class DeliveryTests(ITestOutputHelper output)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    // Meta sends webhooks in parallel, again, in any order, and with whatever else it has to tell in the same body.
    [Fact]
    public async Task Webhooks_DoubledTripledShuffledAndMixed_AreEachAnsweredOnce()
    {
        var waves = Trial.IsLong ? 200 : 15;
        await using var trial = await Trial.StartAsync(output);
        var crowd = trial.Crowd(60);
        var accepted = new ConcurrentQueue<Accepted>();
        trial.Graph.OnAccepted += accepted.Enqueue;
        var webhooks = trial.Webhooks(await trial.HostAsync(), await trial.HostAsync());
        for (var wave = 0; wave < waves; wave++)
        {
            // Of one person one or two, next to each other: their order is that of the body.
            var changes = crowd.People.Select(person => Enumerable.Range(0, Random.Shared.Next(1, 3)).Select(_ => person.Next()).ToArray())
                .Concat(Statuses(accepted).Select(status => new[] { status }))
                .Append([Unknown(wave)])
                .ToArray();
            Random.Shared.Shuffle(changes);
            var bodies = changes.Chunk(Random.Shared.Next(1, 12)).Select(chunk => MetaWebhooks.Body(chunk.SelectMany(change => change)))
                .SelectMany(body => Enumerable.Repeat(body, Random.Shared.Next(1, 4))).ToArray();
            Random.Shared.Shuffle(bodies);
            await Task.WhenAll(bodies.Select(body => webhooks.DeliverAsync(body)));
            await Task.WhenAll(crowd.People.Select(person => person.WhenAnswered(person.Written))).WaitAsync(_patience);
        }

        await trial.SettleAsync();
        Assert.Equal(0, await trial.CheckAsync(crowd));
        Assert.Equal(waves, await trial.CountAsync("chat.updates"));
        Assert.Equal(0, await trial.CountAsync(
            "(select 1 from chat.statuses where status in ('sent', 'delivered', 'read') group by provider_id, status having count(*) > 1) as twice"));
    }

    [Fact]
    public async Task Flood_FromOnePerson_IsAnsweredInOrderAndLeavesTheOthersBe()
    {
        await using var trial = await Trial.StartAsync(output);
        var crowd = trial.Crowd(40);
        var webhooks = trial.Webhooks(await trial.HostAsync());
        var flooding = crowd.People[0];
        var others = crowd.People[1..];
        var slowest = TimeSpan.Zero;
        for (var n = 0; n < 20; n++) await webhooks.DeliverAsync(MetaWebhooks.Body(Enumerable.Range(0, 100).Select(_ => flooding.Next())));
        await Task.WhenAll(others.Select(async person =>
        {
            for (var n = 0; n < 20; n++)
            {
                var (_, took) = await person.ExchangeAsync(webhooks, _patience);
                slowest = took > slowest ? took : slowest;
            }
        }));
        await flooding.WhenAnswered(2000).WaitAsync(_patience);
        await trial.SettleAsync();
        trial.Report($"2000 messages from one person; the slowest answer to another took {slowest.TotalMilliseconds:0} ms.");
        Assert.Equal(0, await trial.CheckAsync(crowd));
    }

    private static string Unknown(int wave) =>
        $$$"""{"field":"something_new","value":{"is":["not","known",{"to":"anyone"},{{{wave}}}]}}""";

    private static List<string> Statuses(ConcurrentQueue<Accepted> accepted)
    {
        var statuses = new List<string>();
        while (statuses.Count < 90 && accepted.TryDequeue(out var message))
        {
            statuses.AddRange(new[] { "read", "sent", "delivered" }.Select(status => MetaWebhooks.Status(message, status)));
        }

        return statuses;
    }
}
