using System.Diagnostics;
using System.Net;
using WhatsAppBots.Functions.Tests.Host;
using WhatsAppBots.Functions.Tests.Host.Protocol;

namespace WhatsAppBots.Functions.Tests;

/// <summary>Processes that are told to stop with calls in flight, by the platform (SIGTERM) and by the host (WorkerTerminate).</summary>
[Collection(AzureSite.Collection)]
public sealed class StopTests(AzureSite site)
{
    // Calls have 20 s; what remains is the process's own end.
    private static readonly TimeSpan _end = TimeSpan.FromSeconds(25);

    [Theory]
    [InlineData("SIGTERM")]
    [InlineData("WorkerTerminate")]
    public async Task Process_ThatIsToStop_EndsWhatItHasBegun(string way)
    {
        var app = site.Apps["Messages"];
        var ids = Enumerable.Range(0, 20).Select(n => $"wamid.{way}.{n}").ToList();

        // The first call of a process takes its time: here all of them are to be at the database when it is told.
        using var first = await Webhooks.PostAsync(site, "15558849999", $"wamid.first.{way}");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var held = await site.HoldAsync("chat.inbox");
        var posts = ids.Select((id, n) => Webhooks.PostAsync(site, $"1555884{(way[0] == 'S' ? 0 : 1)}0{n:00}", id)).ToList();
        await Until.SoAsync(
            async () => await site.WaitingForALockAsync() > 0, "Nothing waits for the table.");
        await Task.Delay(1000);
        Assert.All(posts, post => Assert.False(post.IsCompleted));
        var asked = Stopwatch.GetTimestamp();
        var exited = await StopAsync(app, way);
        await held.DisposeAsync();
        var answers = await Task.WhenAll(posts);
        await exited.WaitAsync(_end);
        Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, _end);
        await app.RestartAsync();

        // What was acknowledged is stored; what came too late is refused, and would be sent again.
        var acknowledged = ids.Zip(answers).Where(pair => pair.Second.StatusCode == HttpStatusCode.OK).Select(pair => pair.First).ToList();
        Assert.NotEmpty(acknowledged);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer => Assert.InRange((int)answer.StatusCode, 500, 599));
        foreach (var id in acknowledged) Assert.Equal(1, await site.QueryAsync<long>($"select count(*) from chat.seen where cause like '%{id}'"));
    }

    [Theory]
    [InlineData("SIGTERM")]
    [InlineData("WorkerTerminate")]
    public async Task Process_ThatIsToStop_EndsItsEventsAndTimersToo(string way)
    {
        var app = site.Apps["Maintenance"];
        var held = await site.HoldAsync("chat.timers, events.queue");
        var calls = new[]
        {
            app.TickAsync(app.Worker.Functions.Single(function => function.Name == "FireTimers")),
            app.TellAsync(app.Worker.Functions.Single(function => function.Name == "MaintenanceEvents"), Heard.Other()),
        };
        await Until.SoAsync(async () => await site.WaitingForALockAsync() >= 2, "Nothing waits for the tables.");
        var exited = await StopAsync(app, way);
        Assert.All(calls, call => Assert.False(call.IsCompleted));
        await held.DisposeAsync();
        Assert.All(await Task.WhenAll(calls), call => Assert.Equal(StatusResult.Types.Status.Success, call.Status));
        await exited.WaitAsync(_end);
        await app.RestartAsync();
    }

    // It is told to stop, and has had its time to do so.
    private static async Task<Task> StopAsync(AppHost app, string way)
    {
        var exited = app.Worker.ExitAsync();
        if (way == "SIGTERM") await app.Worker.SignalAsync();
        else app.Worker.Terminate();
        await Task.Delay(2000);
        Assert.False(exited.IsCompleted);
        return exited;
    }
}
