namespace WhatsAppBots.Standalone.Clock;

/// <summary>
/// Clock that runs ahead of the machine's by an offset, which only grows. Delays and timers wait for a time of day: a clock that is set
/// past it ends them. Timestamps, by which leases are counted, are the machine's own.
/// </summary>
internal sealed class SettableTime(TimeProvider machine) : TimeProvider
{
    private readonly TimeProvider _machine = machine;
    private readonly Lock _lock = new();
    private readonly HashSet<Waiting> _waiting = [];
    private long _ahead;

    /// <summary>Offset to the machine's clock.</summary>
    public TimeSpan Ahead => new(Interlocked.Read(ref _ahead));

    /// <inheritdoc/>
    public override long TimestampFrequency => _machine.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _machine.GetUtcNow() + Ahead;

    /// <inheritdoc/>
    public override long GetTimestamp() => _machine.GetTimestamp();

    /// <summary>Sets the offset. One that is less than the present one changes nothing.</summary>
    public void SetAhead(TimeSpan ahead)
    {
        Waiting[] waiting;
        lock (_lock)
        {
            if (ahead <= Ahead) return;
            Interlocked.Exchange(ref _ahead, ahead.Ticks);
            waiting = [.. _waiting];
        }

        foreach (var one in waiting) one.LookAgain();
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Waiting : ITimer
    {
        private readonly SettableTime _time;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly ITimer _machines;
        private DateTimeOffset _dueAt;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public Waiting(SettableTime time, TimerCallback callback, object? state)
        {
            (_time, _callback, _state) = (time, callback, state);
            _machines = time._machine.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_time._lock)
            {
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    _time._waiting.Remove(this);
                }
                else
                {
                    _dueAt = _time.GetUtcNow() + dueTime;
                    _time._waiting.Add(this);
                }

                return _machines.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }

        /// <summary>Waits anew, after the clock was set.</summary>
        public void LookAgain()
        {
            lock (_time._lock)
            {
                if (!_time._waiting.Contains(this)) return;
                var left = _dueAt - _time.GetUtcNow();
                _machines.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose()
        {
            lock (_time._lock) _time._waiting.Remove(this);
            _machines.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire()
        {
            lock (_time._lock)
            {
                // The timer was stopped, or has fired already, in the meantime.
                if (!_time._waiting.Remove(this)) return;
                if (_period > TimeSpan.Zero)
                {
                    _dueAt = _time.GetUtcNow() + _period;
                    _time._waiting.Add(this);
                    _machines.Change(_period, Timeout.InfiniteTimeSpan);
                }
            }

            _callback(_state);
        }
    }
}
