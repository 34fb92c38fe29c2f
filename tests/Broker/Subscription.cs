using Amqp.Listener;

namespace WhatsAppBots.Broker;

/// <summary>
/// A subscription or its dead-letter queue: what waits in it, what is locked and by which token, and who listens. Called by one thread at a time.
/// </summary>
/// <param name="limits">When a lock ends and a message is given up.</param>
/// <param name="dead">Where what is given up goes; null: nowhere, it is delivered for ever.</param>
internal sealed class Subscription(SubscriptionLimits limits, Subscription? dead)
{
    private readonly LinkedList<StoredMessage> _waiting = new();
    private readonly Dictionary<Guid, (StoredMessage Message, DateTime Until)> _locked = [];
    private readonly List<Consumer> _consumers = [];
    private int _next;

    /// <summary>What waits or is locked.</summary>
    public int Count => _waiting.Count + _locked.Count;

    /// <summary>Delivers one to a consumer; false where that is gone.</summary>
    public required Func<ListenerLink, StoredMessage, Guid, DateTime, bool> Send { get; init; }

    public void Add(StoredMessage message)
    {
        _waiting.AddLast(message);
        Deliver();
    }

    /// <summary>A consumer takes so many more.</summary>
    public void Credit(ListenerLink link, int messages)
    {
        if (_consumers.Find(one => one.Link == link) is not { } consumer) _consumers.Add(consumer = new Consumer(link));
        consumer.Credit = Math.Max(0, consumer.Credit + messages);
        Deliver();
        if (!link.IsDraining) return;
        consumer.Credit = 0;
        link.CompleteDrain();
    }

    /// <summary>A consumer is gone. What it holds stays locked until its lock ends.</summary>
    public void Remove(ListenerLink link) => _consumers.RemoveAll(one => one.Link == link);

    /// <summary>Ends a lock; false where it has ended already.</summary>
    public bool Settle(Guid token, Settlement settlement)
    {
        if (!_locked.Remove(token, out var held)) return false;
        switch (settlement)
        {
            case Settlement.Complete: break;
            case Settlement.Release: _waiting.AddFirst(held.Message); break;
            case Settlement.Abandon: GiveBack(held.Message); break;
            case Settlement.DeadLetter: (dead ?? this).Add(held.Message.Copy()); break;
        }

        Deliver();
        return true;
    }

    /// <summary>Holds a lock for longer.</summary>
    /// <returns>Until when, UTC; null where it has ended.</returns>
    public DateTime? Renew(Guid token)
    {
        if (!_locked.TryGetValue(token, out var held)) return null;
        var until = TimeProvider.System.GetUtcNow().UtcDateTime + limits.Lock;
        _locked[token] = held with { Until = until };
        return until;
    }

    /// <summary>Ends the locks whose time is over.</summary>
    public void Expire()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        foreach (var (token, held) in _locked.Where(pair => pair.Value.Until <= now).ToList())
        {
            _locked.Remove(token);
            GiveBack(held.Message);
        }

        Deliver();
    }

    private void GiveBack(StoredMessage message)
    {
        if (++message.Deliveries >= limits.Deliveries && dead is not null) dead.Add(message.Copy());
        else _waiting.AddFirst(message);
    }

    private void Deliver()
    {
        while (_waiting.First is { Value: var message } && Ready() is { } consumer)
        {
            _waiting.RemoveFirst();
            var (token, until) = (Guid.NewGuid(), TimeProvider.System.GetUtcNow().UtcDateTime + limits.Lock);
            if (!consumer.Link.SettleOnSend) _locked[token] = (message, until);
            consumer.Credit--;
            if (Send(consumer.Link, message, token, until)) continue;
            _consumers.Remove(consumer);
            _locked.Remove(token);
            _waiting.AddFirst(message);
        }
    }

    // One after the other, so that all who listen have something to do.
    private Consumer? Ready()
    {
        for (var n = 0; n < _consumers.Count; n++)
        {
            var consumer = _consumers[_next++ % _consumers.Count];
            if (consumer.Credit > 0) return consumer;
        }

        return null;
    }

    private sealed class Consumer(ListenerLink link)
    {
        public ListenerLink Link => link;

        public int Credit { get; set; }
    }
}

/// <summary>What a subscription allows.</summary>
/// <param name="Lock">How long a delivered message is nobody else's.</param>
/// <param name="Deliveries">Then it is a dead letter.</param>
internal sealed record SubscriptionLimits(TimeSpan Lock, int Deliveries);

/// <summary>What becomes of a message that was delivered.</summary>
internal enum Settlement
{
    Complete,
    Release,
    Abandon,
    DeadLetter,
}
