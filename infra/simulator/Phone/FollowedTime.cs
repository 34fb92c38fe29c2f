namespace WhatsAppBots.Simulator.Phone;

/// <summary>The machine's clock, ahead by as much as the product's was last heard to be.</summary>
internal sealed class FollowedTime : TimeProvider
{
    private long _ahead;

    public TimeSpan Ahead
    {
        get => new(Interlocked.Read(ref _ahead));
        set => Interlocked.Exchange(ref _ahead, Math.Max(value.Ticks, Interlocked.Read(ref _ahead)));
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
