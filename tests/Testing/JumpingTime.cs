namespace WhatsAppBots.Testing;

/// <summary>A machine whose wall clock is set forward and back while it runs; what it counts by goes on evenly.</summary>
public sealed class JumpingTime : TimeProvider
{
    private long _offset;

    /// <summary>How far the wall clock is off.</summary>
    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref _offset));
        set => Interlocked.Exchange(ref _offset, value.Ticks);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
