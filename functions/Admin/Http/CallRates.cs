using System.Collections.Concurrent;
using WhatsAppBots.Access;

namespace WhatsAppBots.Admin.Http;

/// <summary>Rate limiter of the API: calls a minute a key and a session. Each process counts its own.</summary>
internal sealed class CallRates(ApiOptions options, TimeProvider time)
{
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, int> _counts = new();
    private long _counted;

    /// <summary>Counts a call.</summary>
    /// <returns>How long the caller has to wait; null: the call may be answered.</returns>
    public TimeSpan? Count(Caller caller)
    {
        var now = time.GetUtcNow();
        var window = now.UtcTicks / _window.Ticks;

        // The counts of the minute before are worth nothing.
        if (Interlocked.Exchange(ref _counted, window) != window) _counts.Clear();
        var (name, most) = caller is Person person ? ($"session {person.Session}", options.CallsPerSession)
            : ($"key {caller.KeyId}", options.CallsPerKey);
        return _counts.AddOrUpdate(name, 1, (_, count) => count + 1) > most ? new TimeSpan(((window + 1) * _window.Ticks) - now.UtcTicks)
            : null;
    }
}
