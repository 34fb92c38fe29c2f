using System.Collections.Concurrent;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Messaging;

/// <summary>Wake-up signals in this process: one for each receiver of events.</summary>
public sealed class EventBells(EventRouting routing)
{
    private readonly ConcurrentDictionary<string, Bell> _bells = new();

    /// <summary>Signals the receivers of these events, after they are committed.</summary>
    public void Ring(IEnumerable<CloudEvent> events)
    {
        foreach (var receiver in events.SelectMany(e => routing.ReceiversOf(e.Type)).Distinct()) Ring(receiver);
    }

    /// <summary>Something is ready for this receiver.</summary>
    public void Ring(string receiver) => Of(receiver).Ring();

    /// <summary>How often it was rung for this receiver.</summary>
    internal long Rings(string receiver) => Of(receiver).Rings;

    /// <summary>Returns when the bell rang since the last call, or after the given time.</summary>
    public Task WaitAsync(string receiver, TimeSpan atMost, CancellationToken cancellationToken) =>
        Of(receiver).WaitAsync(atMost, cancellationToken);

    private Bell Of(string receiver) => _bells.GetOrAdd(receiver, _ => new Bell());

#pragma warning disable CA1001 // A semaphore whose handle nobody asks for has nothing to dispose of.
    private sealed class Bell
#pragma warning restore CA1001
    {
        private readonly SemaphoreSlim _heard = new(0, 1);
        private long _rings;

        public long Rings => Volatile.Read(ref _rings);

        public void Ring()
        {
            lock (_heard)
            {
                _rings++;
                if (_heard.CurrentCount == 0) _heard.Release();
            }
        }

        public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _heard.WaitAsync(atMost, cancellationToken);
    }
}
