using System.Diagnostics;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

public sealed class PausedHostTests(ITestOutputHelper output)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    public static TheoryData<int> Hosts => Trial.IsLong ? [2, 3] : [3];

    // As a virtual machine that is moved, or a process that swaps: its leases run out, its locks are taken from it, and when it
    // comes back it must not believe that no time has passed.
    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Host_PausedAndResumed_HandlesAndSendsNothingThatOthersTookOver(int hosts)
    {
        var pause = TimeSpan.FromSeconds(Trial.IsLong ? 60 : 14);
        await using var trial = await Trial.StartAsync(output);
        trial.Statuses = ["sent", "delivered"];
        var crowd = trial.Crowd(30);
        var all = new List<Traffic.HostProcess>();
        for (var n = 0; n < hosts; n++) all.Add(await trial.HostAsync());

        // Posts to a host that is paused run into their time-out and are made again, perhaps to it, as Meta's are: what is
        // measured begins when a message is taken.
        var webhooks = trial.Webhooks(all);
        trial.Webhooks(all[1..]);
        var goesOn = true;
        var slowest = TimeSpan.Zero;
        var talk = Trial.TalkAsync(crowd, webhooks, () => goesOn, _patience, (_, took) => slowest = took > slowest ? took : slowest);
        await Task.Delay(2000);
        trial.Graph.Delay = TimeSpan.FromMilliseconds(50);
        await Task.Delay(500);
        all[0].Pause();
        if (hosts > 2)
        {
            await Task.Delay(2000);
            await all[2].KillAsync();
            all[2] = await trial.HostAsync(all[2].Url);
        }

        await Task.Delay(pause);
        all[0].Continue();
        await Task.Delay(3000);
        goesOn = false;
        await talk;
        await trial.SettleAsync();
        trial.Report($"The slowest answer came {slowest.TotalSeconds:0.0} s after its message was taken.");
        Assert.True(slowest < TimeSpan.FromSeconds(30), $"An answer came {slowest.TotalSeconds:0.0} s after its message was taken.");
        await trial.CheckAsync(crowd);
    }
}
