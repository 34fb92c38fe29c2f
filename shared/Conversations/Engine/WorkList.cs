using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Conversations.Rounds;

namespace WhatsAppBots.Conversations.Engine;

/// <summary>What waits for the next commit. Filled from any thread, emptied by the committer alone.</summary>
internal sealed class WorkList(EngineOptions options, TimeProvider time) : ISendLedger, IDisposable
{
    // Long enough to gather what came of several sends, short enough that nobody notices.
    private static readonly TimeSpan _marksRideAlong = TimeSpan.FromMilliseconds(10);

    // One in so many of a round is theirs.
    private const int CrowdsPart = 4;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _ready = new(0, 1);
    private readonly Queue<PendingDelivery> _deliveries = [];

    // In the order they were rung, so that none is passed over for ever where more are rung than a round takes. Those that were rung with many
    // others at once take what the rest leave, and a part of each round at least.
    private readonly OrderedSet _rung = new();
    private readonly OrderedSet _crowd = new();

    // Handled beside the rounds; each comes back by being rung.
    private readonly HashSet<long> _aside = [];
    private readonly List<SendMark> _marks = [];
    private readonly Dictionary<long, TaskCompletionSource> _renewals = [];
    private readonly HashSet<long> _releases = [];
    private readonly List<(Predicate<WorkList> Idle, TaskCompletionSource Done)> _waiters = [];
    private HashSet<long> _working = [];
    private int _waitingMessages;
    private bool _underWay;
    private bool _lateWake;
    private int _taken;
    private bool _closed;
    private long? _waitsSince;

    /// <summary>How long something has been waiting here without a commit; zero where nothing waits.</summary>
    public TimeSpan Stalled
    {
        get
        {
            lock (_lock) return _waitsSince is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero;
        }
    }

    /// <summary>Asks to store a delivery. Completes with its conversations once it is committed.</summary>
    /// <exception cref="OverloadedException">Too much waits already.</exception>
    public Task<IReadOnlyList<long>> StoreAsync(Delivery delivery, IReadOnlyList<InboxEntry> entries)
    {
        var pending = new PendingDelivery(delivery, entries);
        lock (_lock)
        {
            if (_closed || _waitingMessages + pending.Size > Math.Max(options.MaxWaitingMessages, pending.Size)) throw new OverloadedException();
            _waitingMessages += pending.Size;
            _deliveries.Enqueue(pending);
        }

        Wake();
        return pending.Stored.Task;
    }

    public void Ring(IEnumerable<long> conversations)
    {
        lock (_lock) _rung.Add(NotAside(conversations));
        Wake();
    }

    /// <summary>Rings conversations that something reached at once: where they are many, nobody else waits for all of them.</summary>
    public void RingTogether(IReadOnlyCollection<long> conversations)
    {
        lock (_lock) (conversations.Count > Round.Few ? _crowd : _rung).Add(NotAside(conversations));
        Wake();
    }

    /// <summary>The conversation is handled beside the rounds; until it comes back it is not idle.</summary>
    public void SetAside(long conversation)
    {
        lock (_lock) _aside.Add(conversation);
    }

    /// <summary>A conversation that was set aside is to be looked at again.</summary>
    public void Return(long conversation)
    {
        lock (_lock)
        {
            _aside.Remove(conversation);
            _rung.Add([conversation]);
        }

        Wake();
    }

    /// <summary>Rings in a moment: another process works them now.</summary>
    public void RingLate(IReadOnlyCollection<long> conversations)
    {
        if (conversations.Count == 0) return;
        lock (_lock) _rung.Add(conversations);
        WakeLate();
    }

    public Task MarkAsync(SendMark mark, bool blocks)
    {
        lock (_lock) _marks.Add(mark);
        if (blocks) Wake();
        else WakeLate();
        return mark.Written.Task;
    }

    public Task RenewAsync(long conversation)
    {
        TaskCompletionSource? done;
        lock (_lock)
        {
            if (!_renewals.TryGetValue(conversation, out done))
            {
                _renewals[conversation] = done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        Wake();
        return done.Task;
    }

    public void WishRelease(long conversation)
    {
        lock (_lock) _releases.Add(conversation);
        WakeLate();
    }

    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await _ready.WaitAsync(cancellationToken);

    /// <summary>Takes what one commit can carry; what is left wakes the next.</summary>
    public Round Take()
    {
        lock (_lock)
        {
            var round = new Round { Straight = options.RingsItself };
            for (var size = 0; _deliveries.Count > 0 && (size == 0 || size + _deliveries.Peek().Size <= options.MaxRound);)
            {
                var pending = _deliveries.Dequeue();
                size += pending.Size;
                _waitingMessages -= pending.Size;
                round.Deliveries.Add(pending);
            }

            _rung.MoveTo(round.Rung, options.MaxRound - Math.Min(_crowd.Count, options.MaxRound / CrowdsPart));
            _crowd.MoveTo(round.Crowd, options.MaxRound - round.Rung.Count);
            round.Crowd.ExceptWith(round.Rung);
            round.Rung.UnionWith(round.Crowd);
            round.Marks.AddRange(_marks.Take(options.MaxRound));
            _marks.RemoveRange(0, round.Marks.Count);
            round.Renewals.UnionWith(_renewals.Keys);
            round.Releases.UnionWith(_releases);
            round.Releases.UnionWith(round.Marks.Where(mark => mark.Kind != MarkKind.Waiting).Select(mark => mark.ConversationId));
            _releases.Clear();
            _working = [.. round.Rung];
            _underWay = !round.IsEmpty;
            if (round.IsEmpty) _waitsSince = null;
            _lateWake = false;
            _taken++;
            if (_deliveries.Count + Rung + _marks.Count > 0) Wake();
            return round;
        }
    }

    /// <summary>A round was committed: the process gets on.</summary>
    public void Committed()
    {
        lock (_lock) _waitsSince = _deliveries.Count + Rung > 0 ? time.GetTimestamp() : null;
    }

    /// <summary>The round is over; whoever waited for a renewal looks for himself.</summary>
    public void Finished(Round round)
    {
        List<TaskCompletionSource> done = [];
        lock (_lock)
        {
            _working = [];
            _underWay = false;
            if (_deliveries.Count + Rung + _marks.Count + _releases.Count == 0) _waitsSince = null;
            foreach (var id in round.Renewals)
            {
                if (_renewals.Remove(id, out var renewal)) done.Add(renewal);
            }

            _waiters.RemoveAll(waiter =>
            {
                if (!waiter.Idle(this)) return false;
                done.Add(waiter.Done);
                return true;
            });
        }

        foreach (var completion in done) completion.TrySetResult();
    }

    /// <summary>The database did not take it: who waits for an answer gets the failure, the rest is tried again.</summary>
    public void PutBack(Round round, Exception failure)
    {
        foreach (var pending in round.Deliveries) pending.Stored.TrySetException(failure);
        lock (_lock)
        {
            _rung.Add(round.Rung.Where(id => !round.Crowd.Contains(id)));
            _crowd.Add(round.Rung.Where(round.Crowd.Contains));
            _marks.InsertRange(0, round.Marks.Where(mark => !mark.Written.Task.IsCompleted));
            _releases.UnionWith(round.Releases);
        }

        Wake();
    }

    /// <summary>Completes when nothing is left to do, here or in the sender.</summary>
    public Task WhenIdleAsync(OutboxSender sender, CancellationToken cancellationToken) =>
        WhenAsync(list => list.IsEmpty && sender.IsIdle, cancellationToken);

    /// <summary>Completes when these conversations have nothing left to do, here or in the sender.</summary>
    public Task WhenIdleAsync(OutboxSender sender, IReadOnlyCollection<long> conversations, CancellationToken cancellationToken) =>
        WhenAsync(list => !conversations.Any(id => list.IsBusy(id) || sender.Find(id) is not null), cancellationToken);

    /// <summary>No more is taken; who waits is told.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var pending in _deliveries) pending.Stored.TrySetException(new OverloadedException());
            _deliveries.Clear();
        }
    }

    public void Dispose() => _ready.Dispose();

    // What a round stored is rung only in its aftermath: until that is over there may be more to do.
    private bool IsEmpty =>
        !_underWay && _deliveries.Count + Rung + _marks.Count + _releases.Count + _working.Count + _aside.Count == 0;

    private int Rung => _rung.Count + _crowd.Count;

    private bool IsBusy(long id) => _rung.Contains(id) || _crowd.Contains(id) || _working.Contains(id) || _aside.Contains(id);

    // What is set aside is rung when it comes back.
    private IEnumerable<long> NotAside(IEnumerable<long> conversations) =>
        _aside.Count == 0 ? conversations : conversations.Where(id => !_aside.Contains(id));

    private Task WhenAsync(Predicate<WorkList> idle, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (idle(this)) return Task.CompletedTask;
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((idle, done));
            return done.Task.WaitAsync(cancellationToken);
        }
    }

    private void Wake()
    {
        lock (_lock)
        {
            _waitsSince ??= time.GetTimestamp();
            if (_ready.CurrentCount == 0) _ready.Release();
        }
    }

    private void WakeLate()
    {
        int taken;
        lock (_lock)
        {
            if (_lateWake) return;
            _lateWake = true;
            taken = _taken;
        }

        _ = WakeAfterAsync(taken);
    }

    // Of the machine's clock, not of the engine's: how commits are gathered is nothing a bot's time has to do with. What a
    // round took meanwhile needs no other, and what came after it waits its own time.
    private async Task WakeAfterAsync(int taken)
    {
        await Task.Delay(_marksRideAlong);
        lock (_lock)
        {
            if (_taken == taken && _ready.CurrentCount == 0) _ready.Release();
        }
    }
}

/// <summary>Conversations, each once, in the order they came.</summary>
internal sealed class OrderedSet
{
    private readonly HashSet<long> _members = [];
    private readonly Queue<long> _order = [];

    public int Count => _members.Count;

    public bool Contains(long member) => _members.Contains(member);

    public void Add(IEnumerable<long> members)
    {
        foreach (var member in members)
        {
            if (_members.Add(member)) _order.Enqueue(member);
        }
    }

    /// <summary>Moves the first of them.</summary>
    public void MoveTo(ISet<long> target, int most)
    {
        while (most-- > 0 && _order.TryDequeue(out var member))
        {
            _members.Remove(member);
            target.Add(member);
        }
    }
}

/// <summary>More waits to be stored than may; the sender of a webhook is told to come again (503).</summary>
public sealed class OverloadedException() : Exception("Too many messages wait to be stored.");
