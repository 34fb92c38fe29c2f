using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Messaging;

/// <summary>
/// Tells whoever keeps the threads of agents that conversations have changed: in this process at once, over the bus at most four times a
/// second. It may be lost; a sweep looks every few seconds.
/// </summary>
/// <param name="bus">Null: all apps are in this process.</param>
public sealed class ThreadsBell(EventBells bells, TimeProvider time, BusBell? bus = null)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);

    private int _isUnderWay;

    /// <summary>Rings after a commit. Nobody waits for it.</summary>
    public void Ring()
    {
        if (bus is null) bells.Ring(EventTypes.ThreadsChanged);
        else if (Interlocked.Exchange(ref _isUnderWay, 1) == 0) _ = WakeAsync(bus);
    }

    // What rings during the pause is covered: the bell itself comes after it.
    private async Task WakeAsync(BusBell over)
    {
        await Task.Delay(_pause, time);
        Volatile.Write(ref _isUnderWay, 0);
        await over.WakeAsync([EventTypes.ThreadsChanged], CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
