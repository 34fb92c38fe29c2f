using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>The messages of one conversation whose lease this process holds. One request of it is in flight at a time.</summary>
internal sealed class SendQueue(SendTarget target)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<OutboxItem> _items = [];
    private bool _running;
    private Recipient? _recipient;
    private long _recipientReadAt;
    private int _doubts;

    public SendTarget Target { get; } = target;

    public PairPace Pace { get; } = new(target.PaceUsed, target.PaceAt);

    /// <summary>Timestamp of the clock's monotonic side when the lease was last surely ours.</summary>
    public long RenewedAt { get; set; }

    /// <summary>Up to here of the conversation's count of queued messages all are known here, or done. The committer's alone.</summary>
    public long Through { get; set; } = target.Through;

    /// <summary>The worker that sends, and completes when it has stopped.</summary>
    public Task Worker { get; set; } = Task.CompletedTask;

    /// <summary>The lease went to another process; nothing more is sent from here.</summary>
    public volatile bool Lost;

    /// <summary>The person's address, as last read.</summary>
    public Recipient Recipient
    {
        get
        {
            lock (_lock) return _recipient ?? new Recipient(null, null);
        }
    }

    /// <summary>Takes what a commit read.</summary>
    /// <param name="recipient">Null: it is to be looked up.</param>
    /// <param name="readAt">The clock's monotonic timestamp of no later than the reading.</param>
    public void Address(Recipient? recipient, long readAt)
    {
        lock (_lock) (_recipient, _recipientReadAt, _doubts) = (recipient, readAt, _doubts + 1);
    }

    /// <summary>The address may have changed: it is looked up before it is used again.</summary>
    public void Doubt() => Address(null, 0);

    /// <summary>The address has been used: it is looked up before it is used again, unless a commit has read it since.</summary>
    /// <param name="mark">The mark that <see cref="Addressed"/> gave before the use.</param>
    public void DoubtUsed(int mark)
    {
        lock (_lock)
        {
            if (_doubts == mark) (_recipient, _doubts) = (null, _doubts + 1);
        }
    }

    /// <summary>What is known of the address, and a mark of it for <see cref="Confirm"/>.</summary>
    public (bool IsKnown, long ReadAt, int Mark) Addressed()
    {
        lock (_lock) return (_recipient is not null, _recipientReadAt, _doubts);
    }

    /// <summary>Takes what was looked up; false where it was doubted meanwhile, and must be looked up once more.</summary>
    public bool Confirm(Recipient recipient, long readAt, int mark)
    {
        lock (_lock)
        {
            if (_doubts != mark) return false;
            (_recipient, _recipientReadAt) = (recipient, readAt);
            return true;
        }
    }

    /// <summary>The worker has stopped though messages wait: the number may not send. The lease is given back, the rows stay.</summary>
    public bool IsParked
    {
        get
        {
            lock (_lock) return field;
        }
        private set;
    }

    /// <summary>Stops the worker, which calls this last.</summary>
    public void Park()
    {
        lock (_lock) (_running, IsParked) = (false, true);
    }

    public bool Has(long messageId)
    {
        lock (_lock) return _items.Any(item => !item.IsReadMark && item.MessageId == messageId);
    }

    /// <summary>Nothing waits but, perhaps, what is done already.</summary>
    public bool IsDone
    {
        get
        {
            lock (_lock) return _items.All(item => item.Done);
        }
    }

    /// <summary>Adds; true where no worker runs and the caller must start one.</summary>
    public bool Add(IEnumerable<OutboxItem> items)
    {
        lock (_lock)
        {
            foreach (var item in items) _items.AddLast(item);
            if (_running || _items.Count == 0) return false;
            IsParked = false;
            return _running = true;
        }
    }

    /// <summary>The head; null where there is none, and then the worker has stopped.</summary>
    public OutboxItem? Head()
    {
        lock (_lock)
        {
            if (_items.First is { } first && !Lost) return first.Value;
            _running = false;
            return null;
        }
    }

    public void RemoveHead()
    {
        lock (_lock) _items.RemoveFirst();
    }

    /// <summary>Nothing waits behind this item.</summary>
    public bool IsLast(OutboxItem item)
    {
        lock (_lock) return _items.Count == 1 && ReferenceEquals(_items.First!.Value, item);
    }
}
