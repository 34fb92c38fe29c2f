using System.Diagnostics;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>
/// Handles the conversations of one batch, one after another, within a budget of time. It runs on another thread than the batch, so
/// that a turn that does not come back is left behind and the batch is written without it.
/// </summary>
internal sealed class BatchHandling(
    Turn turn, SlowTurns slow, EngineOptions options, IReadOnlyList<LoadedConversation> conversations, DateTimeOffset now,
    bool isHurried)
{
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly List<TurnResult> _turns = new(conversations.Count);
    private TaskCompletionSource<TurnResult>? _late;
    private LoadedConversation? _current;
    private int _reached;
    private volatile bool _started;
    private bool _left;

    /// <summary>A turn was left behind.</summary>
    public bool HasLeft => _left;

    /// <summary>Conversations the budget did not reach. Known once <see cref="RunAsync"/> has returned.</summary>
    public IEnumerable<LoadedConversation> Deferred => conversations.Skip(_reached);

    /// <summary>Handles what the budget allows.</summary>
    /// <returns>What came of it.</returns>
    public async Task<List<TurnResult>> RunAsync()
    {
        var run = Task.Run(Run);

        // Where the batch before lost its time already, the others have waited long enough.
        var patience = (isHurried ? 0.5 : 1.5) * options.HandlingBudget;

        // In short steps, not by the clock: a process that was paused, or a thread that did not get to run, is no slow turn.
        for (var waited = TimeSpan.Zero; !run.IsCompleted; waited += _started ? _tick : TimeSpan.Zero)
        {
            if (waited >= patience && Leave()) return _turns;
            await run.WaitAsync(_tick).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await run;
        return _turns;
    }

    private void Run()
    {
        _started = true;
        var started = Stopwatch.GetTimestamp();
        var end = started + Ticks(options.HandlingBudget);
        foreach (var conversation in conversations)
        {
            var begun = Stopwatch.GetTimestamp();
            lock (_lock)
            {
                if (_left || (_reached > 0 && begun >= end)) return;
                _reached++;
                _current = conversation;
            }

            var result = turn.Run(conversation, now, Math.Min(end, begun + Ticks(options.SlowTurn)));
            lock (_lock)
            {
                if (_left)
                {
                    _late!.SetResult(result);
                    return;
                }

                _current = null;
                if (!result.IsEmpty) _turns.Add(result);
            }

            slow.Learn(conversation.Id, Stopwatch.GetElapsedTime(begun));
        }
    }

    // False where it is just done.
    private bool Leave()
    {
        lock (_lock)
        {
            if (_current is null) return false;
            _left = true;
            _late = new TaskCompletionSource<TurnResult>(TaskCreationOptions.RunContinuationsAsynchronously);
            slow.Adopt(_current, _late.Task);
            return true;
        }
    }

    private static long Ticks(TimeSpan span) => (long)(span.TotalSeconds * Stopwatch.Frequency);
}
