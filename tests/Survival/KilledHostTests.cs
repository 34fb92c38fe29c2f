using System.Diagnostics;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

public sealed class KilledHostTests(ITestOutputHelper output)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    // With statuses, what Meta accepted before the kill is known after it, and nothing goes twice.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Host_KilledAtRandomUnderLoad_LosesNothingAndKeepsTheOrder(bool statuses)
    {
        var kills = Trial.IsLong ? 20 : statuses ? 2 : 1;
        await using var trial = await Trial.StartAsync(output);
        if (statuses) trial.Statuses = ["sent", "delivered"];
        var crowd = trial.Crowd(30);
        var host = await trial.HostAsync();
        var webhooks = trial.Webhooks(host);
        var goesOn = true;
        var talk = Trial.TalkAsync(crowd, webhooks, () => goesOn, _patience);
        for (var n = 0; n < kills; n++)
        {
            await Task.Delay(Random.Shared.Next(500, 2500));
            await host.KillAsync();
            host = await trial.HostAsync(host.Url);
        }

        await Task.Delay(1000);
        goesOn = false;
        await talk;
        await trial.SettleAsync();
        var doubled = await trial.CheckAsync(crowd);
        if (statuses) Assert.Equal(0, doubled);
    }

    [Fact]
    public async Task Host_OfTwoKilled_HasItsWorkTakenOverWithin30Seconds()
    {
        await using var trial = await Trial.StartAsync(output);
        var crowd = trial.Crowd(30);
        var first = await trial.HostAsync();
        var second = await trial.HostAsync();
        var (neighbour, others) = crowd.TakeOne();
        var goesOn = true;
        var talk = Trial.TalkAsync(others, trial.Webhooks(first, second), () => goesOn, _patience);

        // A person of the host that lives: what they wait is the machine's part, busy as it may be, and no part of taking over.
        var (isWatched, slowest) = (true, TimeSpan.Zero);
        var control = WatchAsync();
        await Task.Delay(3000);

        // The Graph API hangs, so that the one killed leaves requests in the air.
        trial.Graph.Delay = TimeSpan.FromMilliseconds(300);
        await Task.Delay(1000);
        await first.KillAsync();
        var killed = Stopwatch.StartNew();
        goesOn = false;
        await talk;
        var took = killed.Elapsed;
        isWatched = false;
        await control;
        trial.Report($"The last answer came {took.TotalSeconds:0.0} s after the kill; the other host's person waited {slowest.TotalSeconds:0.0} s at most.");
        Assert.True(
            took < TimeSpan.FromSeconds(30) + slowest,
            $"The last answer came {took.TotalSeconds:0.0} s after the kill; the other host's person waited {slowest.TotalSeconds:0.0} s at most.");

        await trial.SettleAsync();
        await trial.CheckAsync(crowd);

        async Task WatchAsync()
        {
            var webhooks = trial.Webhooks(second);
            while (isWatched)
            {
                var (taken, replied) = await neighbour.ExchangeAsync(webhooks, _patience);
                if (replied - taken > slowest) slowest = replied - taken;
            }
        }
    }

    [Fact]
    public async Task Host_ToldToEnd_EndsWhatItBeganAndTheNextGoesOn()
    {
        await using var trial = await Trial.StartAsync(output);
        trial.Graph.Delay = TimeSpan.FromMilliseconds(50);
        var crowd = trial.Crowd(20);
        var host = await trial.HostAsync();
        var goesOn = true;
        var talk = Trial.TalkAsync(crowd, trial.Webhooks(host), () => goesOn, _patience);
        await Task.Delay(1500);
        var took = await host.TerminateAsync();
        Assert.True(host.ExitCode == 0, $"It ended with {host.ExitCode}: {string.Join('\n', host.Log)}");
        Assert.True(took < TimeSpan.FromSeconds(15), $"It took {took.TotalSeconds:0.0} s to end.");

        await trial.HostAsync(host.Url);
        await Task.Delay(500);
        goesOn = false;
        await talk;
        await trial.SettleAsync();
        Assert.Equal(0, await trial.CheckAsync(crowd));
    }
}
