using System.Diagnostics;

namespace WhatsAppBots.Survival.Tests;

/// <summary>How long something took, each time.</summary>
internal sealed class Latencies
{
    // Beside other tests on the same cores; alone on two cores the limit is 1 s.
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(Trial.IsLong ? 1 : 5);

    private readonly List<TimeSpan> _all = [];
    private readonly Lock _lock = new();

    public async Task<T> MeasureAsync<T>(Func<Task<T>> act)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await act();
        lock (_lock) _all.Add(Stopwatch.GetElapsedTime(began));
        return result;
    }

    /// <summary>Fails where one in a hundred takes longer than a second.</summary>
    public void Check(Trial trial, string what)
    {
        List<TimeSpan> sorted;
        lock (_lock) sorted = [.. _all.Order()];
        Assert.NotEmpty(sorted);
        var p99 = sorted[(int)(0.99 * (sorted.Count - 1))];
        trial.Report($"{sorted.Count} times {what}: p99 {p99.TotalMilliseconds:0} ms, worst {sorted[^1].TotalMilliseconds:0} ms.");
        Assert.True(p99 <= _limit, $"{what}: p99 {p99.TotalMilliseconds:0} ms");
    }
}
