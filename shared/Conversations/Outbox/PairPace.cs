namespace WhatsAppBots.Conversations.Outbox;

/// <summary>
/// Meta's pace between one business number and one person: a burst that is borrowed from the future and paid back steadily.
/// </summary>
internal sealed class PairPace(double used, DateTimeOffset? at)
{
    private double _used = used;
    private DateTimeOffset? _at = at;

    /// <summary>Messages borrowed, and as of when: kept with the lease.</summary>
    public (double Used, DateTimeOffset? At) State => (_used, _at);

    /// <summary>How long the next message must wait; zero takes it.</summary>
    /// <param name="kept">Messages of the burst that this one must leave to others. Of a small burst it is half.</param>
    public TimeSpan Take(Rate rate, DateTimeOffset now, double kept = 0)
    {
        if (rate.IsUnlimited) return TimeSpan.Zero;
        // A host whose clock was ahead wrote it: what is borrowed is paid back from now on, not from then.
        if (_at > now) _at = now;
        var burst = rate.Burst - Math.Min(kept, Math.Floor(rate.Burst / 2));
        var paid = _at is { } since ? Math.Max(0, (now - since).TotalSeconds) * rate.PerSecond : 0;
        var used = Math.Max(0, _used - paid);
        if (used + 1 > burst) return TimeSpan.FromSeconds((used + 1 - burst) / rate.PerSecond);
        (_used, _at) = (used + 1, now);
        return TimeSpan.Zero;
    }
}
