using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Unit.Tests.Hosting;

/// <summary>Anybody may ask for health: asking often must not cost often.</summary>
public sealed class HealthReportTests
{
    private int _checks;

    [Fact]
    public async Task Report_AskedForByManyAtOnce_IsMadeOnce()
    {
        var answer = new TaskCompletionSource<string>();
        var report = Report(() => answer.Task);
        var asked = Enumerable.Range(0, 50).Select(_ => report.CheckAsync("messages", CancellationToken.None)).ToList();
        answer.SetResult("here");
        Assert.All(await Task.WhenAll(asked), view => Assert.Equal("here", view.Dependencies["thing"].Detail));
        Assert.Equal(1, _checks);
    }

    [Fact]
    public async Task Caller_WhoGoes_SpoilsNobodysReport()
    {
        var answer = new TaskCompletionSource<string>();
        var report = Report(() => answer.Task);
        using var gone = new CancellationTokenSource();
        var first = report.CheckAsync("messages", gone.Token);
        var second = report.CheckAsync("messages", CancellationToken.None);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult("here");
        Assert.Equal("ok", (await second).Status);
    }

    [Fact]
    public async Task Check_ThatThrowsAtOnce_IsDownAndSaysWhy() =>
        Assert.Equal("no", (await Report(() => throw new InvalidOperationException("no")).CheckAsync("messages", CancellationToken.None)).Dependencies["thing"].Detail);

    [Fact]
    public async Task Report_NamesTheVersionThatRuns() =>
        Assert.Equal(ProgramVersion.Text, (await Report(() => Task.FromResult("here")).CheckAsync("messages", CancellationToken.None)).Version);

    private HealthReport Report(Func<Task<string>> check) => new(
        [
            new HealthCheck("messages", "thing", true, (_, _) =>
            {
                Interlocked.Increment(ref _checks);
                return check();
            }),
        ],
        new ServiceCollection().BuildServiceProvider());
}
