namespace WhatsAppBots.Images.Photos;

/// <summary>
/// Shares out an amount of memory: whoever needs more than is left waits, in the order of asking. So small work goes on side by side, and
/// large work one at a time.
/// </summary>
/// <param name="total">In MB.</param>
internal sealed class MemoryGate(int total)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private int _left = total;

    /// <summary>The whole amount, in MB: nobody gets more.</summary>
    public int Total { get; } = total;

    /// <summary>Takes an amount; it is given back by disposing what is returned.</summary>
    /// <param name="megabytes">At most <see cref="Total"/>.</param>
    public async Task<IDisposable> EnterAsync(int megabytes, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(megabytes, Total);
        LinkedListNode<Waiter> place;
        lock (_lock)
        {
            if (_waiting.Count == 0 && _left >= megabytes)
            {
                _left -= megabytes;
                return new Share(this, megabytes);
            }

            place = _waiting.AddLast(new Waiter(megabytes, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
        }

        await using var registration = cancellationToken.Register(() => GiveUp(place, cancellationToken));
        await place.Value.Turn.Task;
        return new Share(this, megabytes);
    }

    // Whoever has had their turn in this very moment keeps it. The next may have room where this one had none.
    private void GiveUp(LinkedListNode<Waiter> place, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (place.List is null) return;
            _waiting.Remove(place);
            place.Value.Turn.SetCanceled(cancellationToken);
            Admit();
        }
    }

    private void Leave(int megabytes)
    {
        lock (_lock)
        {
            _left += megabytes;
            Admit();
        }
    }

    private void Admit()
    {
        while (_waiting.First is { } first && first.Value.Megabytes <= _left)
        {
            _left -= first.Value.Megabytes;
            _waiting.RemoveFirst();
            first.Value.Turn.SetResult();
        }
    }

    private sealed record Waiter(int Megabytes, TaskCompletionSource Turn);

    private sealed class Share(MemoryGate gate, int megabytes) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0) gate.Leave(megabytes);
        }
    }
}
