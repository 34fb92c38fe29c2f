using System.Diagnostics;
using WhatsAppBots.Traffic;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

public sealed class LargeWebhookTests(ITestOutputHelper output)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Kinds => [.. LargeWebhooks.Kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task OneWebhookOfThousandsOfThings_IsStored_AndDelaysNobody(string kind)
    {
        await using var trial = await Trial.StartAsync(output);
        var host = await trial.HostAsync();
        var webhooks = trial.Webhooks(host);
        var count = LargeWebhooks.Kinds[kind].Count / (Trial.IsLong ? 1 : 20);
        var (body, stored) = (LargeWebhooks.Body(Trial.Number, kind, count), LargeWebhooks.Kinds[kind].Stored);
        if (kind == "changes") await webhooks.DeliverAsync(LargeWebhooks.Before(Trial.Number, count));
        await webhooks.DeliverAsync(MetaWebhooks.Body(MetaWebhooks.Text(Trial.Number, "15550990001", "wamid.first", "hello")));

        var others = new Latencies($"webhooks of others stored beside {kind}");
        var began = Stopwatch.GetTimestamp();
        var deliveries = webhooks.DeliverAsync(body);
        for (var n = 0; !deliveries.IsCompleted || n == 0; n++)
        {
            var beside = MetaWebhooks.Body(MetaWebhooks.Text(Trial.Number, "15550990001", $"wamid.beside.{n}", "hello"));
            await others.TakenAsync(() => webhooks.PostAsync(beside));
            await Task.Delay(20);
        }

        trial.Report($"{count} {kind} in {body.Length / 1024} kB: stored in {await deliveries} deliveries and {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s.");
        Assert.Equal(count, await trial.CountAsync(stored));
        began = Stopwatch.GetTimestamp();
        var again = await webhooks.DeliverAsync(body);
        trial.Report($"Delivered again: {again} times, {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s.");
        Assert.Equal(count, await trial.CountAsync(stored));
        others.Check(trial);
        Assert.InRange(await deliveries, 1, 8);
        Assert.InRange(again, 1, 2);
    }

    // At the pace of a business number, which answers all of them in 25 s.
    [Fact]
    public async Task OneWebhookOfThousandsOfPeoplesMessages_DelaysNobodyElsesAnswer()
    {
        await using var trial = await Trial.StartAsync(output);
        var crowd = trial.Crowd(3);
        var host = await trial.HostAsync(null, ("WHATSAPP_RATE_PER_NUMBER", "80"));
        var webhooks = trial.Webhooks(host);
        foreach (var person in crowd.People) await person.ExchangeAsync(webhooks, _patience);
        var count = 2_000 / (Trial.IsLong ? 1 : 5);
        var strangers = 0;
        trial.Graph.OnAccepted += message =>
            Interlocked.Add(ref strangers, message.To.StartsWith("15553", StringComparison.Ordinal) ? 1 : 0);

        var others = new Latencies("answers to others beside it");
        var began = Stopwatch.GetTimestamp();
        var delivery = webhooks.DeliverAsync(LargeWebhooks.Body(Trial.Number, "strangers", count));
        await Trial.TalkAsync(crowd, webhooks, () => strangers < count, _patience, (_, took) => others.Took(took));
        trial.Report($"{count} people's messages in {await delivery} deliveries; answered in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s.");
        others.Check(trial);
        await trial.SettleAsync();
        Assert.Equal(count, strangers);
    }
}
