using System.Collections.Concurrent;

namespace WhatsAppBots.Messaging;

/// <summary>Work of an app that falls due by the clock. Maintenance looks for it and rings, so that the app has no timer that would keep it awake.</summary>
public interface IDueWork
{
    /// <summary>The bell it is rung by: a type for which <see cref="Contracts.Events.EventTypes.Wakes"/> holds.</summary>
    string Type { get; }

    /// <summary>Does what is due now. Safe in any number of processes at once.</summary>
    Task WorkDueAsync(CancellationToken cancellationToken);
}

/// <summary>Does in this process what falls due, each kind of work one at a time.</summary>
public sealed class DueWork(IEnumerable<IDueWork> works)
{
    private readonly ConcurrentDictionary<IDueWork, SoleWorker> _alone = new();

    /// <summary>The bells that are listened to here.</summary>
    public IEnumerable<string> Types => works.Select(work => work.Type).Distinct();

    /// <summary>Does all work of a bell. A call while it is under way makes it look again and returns at once.</summary>
    public Task WorkAsync(string type, CancellationToken cancellationToken) =>
        Task.WhenAll(works.Where(work => work.Type == type).Select(work => WorkAsync(work, cancellationToken)));

    private async Task WorkAsync(IDueWork work, CancellationToken cancellationToken)
    {
        var one = _alone.GetOrAdd(work, _ => new SoleWorker());
        if (!one.Enter()) return;
        var left = false;
        try
        {
            while (!left)
            {
                var asked = one.Asked;
                await work.WorkDueAsync(cancellationToken);
                left = one.TryLeave(asked);
            }
        }
        finally
        {
            if (!left) one.Leave();
        }
    }
}
