using System.Collections.Concurrent;
using System.Net;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

public sealed class LongTextTests(ITestOutputHelper output)
{
    private const string Habits = "100000000000003";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    // Beside other tests on the same cores; alone on two cores the limit is 1 s.
    private static readonly TimeSpan _answer = TimeSpan.FromSeconds(Trial.IsLong ? 1 : 5);

    [Fact]
    public async Task Texts_SlowToUnderstand_DelayNobodyElseAndAreAllKept_ThoughTheHostIsKilledAndPaused()
    {
        await using var trial = await Trial.StartAsync(output);
        var crowd = trial.Crowd(20);
        (string, string)[] settings = [("WHATSAPP_NUMBERS", $"{Trial.Number}=echo,{Habits}=habits")];
        var host = await trial.HostAsync(null, settings);
        var webhooks = trial.Webhooks(host);
        foreach (var person in crowd.People) await person.ExchangeAsync(webhooks, _patience);

        var bodies = Trial.IsLong ? Traffic.LongTexts.Bodies(Habits, "long") : Traffic.LongTexts.Bodies(Habits, "long", people: 5, texts: 6, longest: 6);
        var attack = AttackAsync(webhooks, bodies);
        var waits = await TalkAsync(crowd, webhooks, Trial.IsLong ? 60 : 15);
        Assert.All(await attack, answer => Assert.Equal(HttpStatusCode.OK, answer));
        var p99 = waits.Order().ElementAt((int)(0.99 * (waits.Count - 1)));
        trial.Report($"{waits.Count} answers beside {bodies.Count} long texts: p99 {p99.TotalMilliseconds:0} ms, worst {waits.Max().TotalMilliseconds:0} ms.");
        Assert.True(p99 <= _answer, $"p99 {p99.TotalMilliseconds:0} ms");

        // Killed in the middle of a second attack, some of it stored and not handled, some on its way; and when it has begun again it is
        // paused for longer than the database keeps its transaction. There are so many texts that no host handles them before it is killed.
        var more = Traffic.LongTexts.Bodies(Habits, "more", people: 5, texts: 40, longest: 6);
        var second = AttackAsync(webhooks, more);
        while (!second.IsCompleted && await trial.CountAsync("chat.inbox") < 5) await Task.Delay(20);
        await host.KillAsync();
        Assert.InRange(await trial.CountAsync("chat.inbox"), 1, int.MaxValue);
        host = await trial.HostAsync(host.Url, settings);
        await TalkAsync(crowd, webhooks, 3);
        await second;
        host.Pause();
        await Task.Delay(12_000);
        host.Continue();
        await TalkAsync(crowd, webhooks, 3);
        await trial.SettleAsync(Trial.IsLong ? 300 : 180);
        Assert.Equal(0, await trial.CountAsync("events.dead_letters"));
        Assert.Equal(bodies.Count, await trial.CountAsync("chat.messages where direction = 'in' and provider_id like 'wamid.long.long.%'"));
        Assert.Equal(more.Count, await trial.CountAsync("chat.messages where direction = 'in' and provider_id like 'wamid.more.long.%'"));
        Assert.Equal(0, crowd.Judge().Lost);
    }

    // As Meta does: until each is taken.
    private static async Task<ConcurrentBag<HttpStatusCode?>> AttackAsync(Traffic.MetaWebhooks webhooks, IEnumerable<byte[]> bodies)
    {
        var answers = new ConcurrentBag<HttpStatusCode?>();
        await Task.WhenAll(bodies.Select(async body =>
        {
            while (true)
            {
                var answer = await webhooks.PostAsync(body);
                answers.Add(answer);
                if (answer == HttpStatusCode.OK) return;
                await Task.Delay(200);
            }
        }));
        return answers;
    }

    private static async Task<ConcurrentBag<TimeSpan>> TalkAsync(Traffic.Crowd crowd, Traffic.MetaWebhooks webhooks, int rounds)
    {
        var waits = new ConcurrentBag<TimeSpan>();
        await Task.WhenAll(crowd.People.Select(async person =>
        {
            for (var n = 0; n < rounds; n++)
            {
                var (_, replied) = await person.ExchangeAsync(webhooks, _patience);
                waits.Add(replied);
                await Task.Delay(200);
            }
        }));
        return waits;
    }
}
