using System.Collections.Concurrent;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Conversations.Events;

/// <summary>Wakes, in this process, whoever works a receiver's events.</summary>
public sealed class EventBells(EventRouting routing)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _bells = new();

    internal void Ring(IEnumerable<CloudEvent> events)
    {
        foreach (var receiver in events.SelectMany(e => routing.ReceiversOf(e.Type)).Distinct()) Ring(receiver);
    }

    /// <summary>Something is ready for this receiver.</summary>
    public void Ring(string receiver)
    {
        var bell = Of(receiver);
        lock (bell)
        {
            if (bell.CurrentCount == 0) bell.Release();
        }
    }

    /// <summary>Returns when the bell rang since the last call, or after the given time.</summary>
    public Task WaitAsync(string receiver, TimeSpan atMost, CancellationToken cancellationToken) =>
        Of(receiver).WaitAsync(atMost, cancellationToken);

    private SemaphoreSlim Of(string receiver) => _bells.GetOrAdd(receiver, _ => new SemaphoreSlim(0, 1));
}
