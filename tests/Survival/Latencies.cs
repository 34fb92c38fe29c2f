using System.Diagnostics;
using System.Net;

namespace WhatsAppBots.Survival.Tests;

/// <summary>
/// How long others wait for an answer meanwhile, each time. In the long form, alone on two cores, each is taken at once and one in a hundred may
/// take longer than a second; beside other tests on the same cores it need only be taken in the end, as providers post again.
/// </summary>
internal sealed class Latencies(string what)
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly List<TimeSpan> _all = [];

    /// <summary>Asks until it is taken.</summary>
    public async Task TakenAsync(Func<Task<HttpStatusCode?>> post)
    {
        var began = Stopwatch.GetTimestamp();
        HttpStatusCode? answer;
        while ((answer = await post()) != HttpStatusCode.OK && !Trial.IsLong && Stopwatch.GetElapsedTime(began) < _patience) await Task.Delay(100);
        _all.Add(Stopwatch.GetElapsedTime(began));
        Assert.True(answer == HttpStatusCode.OK, $"{what}: {answer}");
    }

    /// <summary>Takes a time that was measured elsewhere.</summary>
    public void Took(TimeSpan time)
    {
        lock (_all) _all.Add(time);
    }

    /// <summary>Says how long it took, and in the long form fails where that is too long.</summary>
    public void Check(Trial trial)
    {
        Assert.NotEmpty(_all);
        var sorted = _all.Order().ToList();
        var p99 = sorted[(int)(0.99 * (sorted.Count - 1))];
        trial.Report($"{sorted.Count} times {what}: p99 {p99.TotalMilliseconds:0} ms, worst {sorted[^1].TotalMilliseconds:0} ms.");
        Assert.True(p99 <= _limit || !Trial.IsLong, $"{what}: p99 {p99.TotalMilliseconds:0} ms");
    }
}
