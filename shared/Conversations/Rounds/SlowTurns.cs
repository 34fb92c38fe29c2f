using System.Diagnostics;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>
/// Turns of conversations whose handling takes long. They run beside the batches, one after another, on a copy of what a batch read and
/// outside any transaction; a later batch writes the result if the conversation is still as it was. So slow inputs hold no lock
/// and delay nobody else, and people who send many of them share a thread in turn: one thread for the very slow, and one
/// for the rest, among whom is whoever was taken for slow while the machine was busy.
/// </summary>
internal sealed partial class SlowTurns(Turn turn, WorkList work, EngineOptions options, TimeProvider time, ILogger<SlowTurns> logger)
{
    // Messages this long as JSON are not tried in a batch first: understanding them may take longer than a whole batch. Hardly anybody types
    // so much, and whoever does waits one commit more.
    private const int LongMessage = 2 * 1024;

    private const int Most = 10_000;

    // So many times as long as what is slow.
    private const int VerySlow = 10;

    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _remembered = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, SlowTurn> _turns = [];
    private readonly Lane _slow = new();
    private readonly Lane _verySlow = new();

    // When each conversation was last slow and how slow, and those to be handled input by input since one of several may be at fault.
    private readonly Dictionary<long, (long At, TimeSpan Took)> _slowAt = [];
    private readonly HashSet<long> _alone = [];
    private volatile bool _any;

    /// <summary>Whether this conversation is handled here and not in a batch.</summary>
    public bool Has(LoadedConversation conversation)
    {
        if (_any)
        {
            lock (_lock)
            {
                if (_turns.ContainsKey(conversation.Id)) return true;
                if (_slowAt.TryGetValue(conversation.Id, out var slow))
                {
                    if (Stopwatch.GetElapsedTime(slow.At) < _remembered) return true;
                    _slowAt.Remove(conversation.Id);
                    _alone.Remove(conversation.Id);
                    _any = _turns.Count + _slowAt.Count > 0;
                }
            }
        }

        // What failed before is tried alone, so that it is known who is at fault; also after a restart.
        return conversation.Inputs[0].Attempts > 0 || IsLong(conversation);
    }

    /// <summary>Remembers how long a turn took.</summary>
    public void Learn(long conversation, TimeSpan took)
    {
        if (took < options.SlowTurn) return;
        bool isNew;
        lock (_lock) isNew = Remember(conversation, took);
        if (isNew) Log.Slow(logger, conversation, (long)took.TotalMilliseconds);
    }

    /// <summary>
    /// What a turn made of this conversation, where it is done and nothing has changed since it began; else a turn is begun and comes back
    /// in a later round. Inputs that have no row yet wait until they have one.
    /// </summary>
    /// <param name="conversation">As it was read under its lock in this round.</param>
    /// <param name="inputLimit">Inputs that the round takes of one conversation.</param>
    public TurnResult? Take(LoadedConversation conversation, int inputLimit, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (inputLimit == 1)
            {
                // The database refused what came of a batch in which this was.
                Remember(conversation.Id, options.SlowTurn);
                _alone.Add(conversation.Id);
            }

            if (_turns.TryGetValue(conversation.Id, out var known))
            {
                if (!known.HasEnded) return null;
                if (known.IsOverLimit && conversation.Inputs[0].Cause == known.Conversation.Inputs[0].Cause)
                {
                    // It still runs: another try would run beside it, and end no better.
                    return conversation.Inputs[0].NotBefore > now ? null : TurnResult.Fail(conversation, TooSlow(), now);
                }

                if (!known.IsOverLimit && known.On(conversation, now) is { } result) return result;
                _turns.Remove(conversation.Id);
            }

            Begin(conversation, now);
            return null;
        }
    }

    /// <summary>Takes over a turn that a batch no longer waits for.</summary>
    public void Adopt(LoadedConversation conversation, Task<TurnResult> run)
    {
        var slow = new SlowTurn(conversation, IsAlone: false) { Run = run };
        lock (_lock)
        {
            Remember(conversation.Id, options.HandlingBudget);
            _turns[conversation.Id] = slow;
        }

        Log.LeftBehind(logger, conversation.Id);
        work.SetAside(conversation.Id);
        _ = WatchAsync(slow);
    }

    /// <summary>These results are committed, or are to be worked out anew.</summary>
    public void Forget(IEnumerable<long> conversations)
    {
        if (!_any) return;
        lock (_lock)
        {
            foreach (var id in conversations)
            {
                if (_turns.TryGetValue(id, out var slow) && slow is { HasEnded: true, IsOverLimit: false }) _turns.Remove(id);
            }
        }
    }

    private void Begin(LoadedConversation conversation, DateTimeOffset now)
    {
        var isAlone = conversation.Inputs[0].Attempts > 0 || _alone.Contains(conversation.Id);
        var inputs = conversation.Inputs.TakeWhile(input => input.Straight is null && !(input.NotBefore > now))
            .Take(isAlone ? 1 : int.MaxValue).ToList();
        if (inputs.Count == 0) return;
        var slow = new SlowTurn(conversation with { Inputs = inputs }, isAlone);
        _turns[conversation.Id] = slow;
        _any = true;
        var took = _slowAt.TryGetValue(conversation.Id, out var last) ? last.Took : TimeSpan.Zero;
        var lane = took >= VerySlow * options.SlowTurn || IsLong(slow.Conversation) ? _verySlow : _slow;
        lane.Waiting.Enqueue(slow);
        work.SetAside(conversation.Id);
        if (lane.Works) return;
        lane.Works = true;
        _ = Task.Run(() => WorkAsync(lane));
    }

    private async Task WorkAsync(Lane lane)
    {
        while (true)
        {
            SlowTurn? slow;
            lock (_lock)
            {
                if (!lane.Waiting.TryDequeue(out slow))
                {
                    lane.Works = false;
                    return;
                }
            }

            // A thread of its own: one that never comes back is none of the pool's.
            slow.Run = Task.Factory.StartNew(
                () => Run(slow), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await WatchAsync(slow);
        }
    }

    private TurnResult Run(SlowTurn slow)
    {
        var started = Stopwatch.GetTimestamp();
        var result = turn.Run(slow.Conversation, Round.Microseconds(time.GetUtcNow()), started + Ticks(options.SlowTurn));
        Learn(slow.Conversation.Id, Stopwatch.GetElapsedTime(started));
        return result;
    }

    // In short steps, not by the clock: while the whole process is paused one step passes, and nobody has failed.
    private async Task WatchAsync(SlowTurn slow)
    {
        for (var waited = TimeSpan.Zero; waited < options.HandlingLimit && !slow.Run.IsCompleted; waited += _tick)
        {
            await ((Task)slow.Run).WaitAsync(_tick).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var id = slow.Conversation.Id;
        lock (_lock)
        {
            slow.HasEnded = true;
            slow.IsOverLimit = !slow.Run.IsCompleted;
            if (slow is { IsOverLimit: true, IsAlone: false })
            {
                // Which of its inputs takes so long is not known: they are handled again one by one.
                Remember(id, options.HandlingLimit);
                _alone.Add(id);
                _turns.Remove(id);
            }
        }

        if (slow.IsOverLimit) _ = OutliveAsync(slow);
        work.Return(id);
    }

    // What comes so late is not used: it has failed, and may be under way again elsewhere.
    private async Task OutliveAsync(SlowTurn slow)
    {
        Log.OverLimit(logger, slow.Conversation.Id, slow.Conversation.Inputs[0].Seq, options.HandlingLimit.TotalSeconds);
        await ((Task)slow.Run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            if (_turns.GetValueOrDefault(slow.Conversation.Id) == slow) _turns.Remove(slow.Conversation.Id);
        }
    }

    private static bool IsLong(LoadedConversation conversation)
    {
        foreach (var input in conversation.Inputs)
        {
            if ((input.Straight?.Raw ?? input.Payload).Length > LongMessage) return true;
        }

        return false;
    }

    private bool Remember(long conversation, TimeSpan took)
    {
        // Emptied rather than aged: whoever is slow is soon found out again.
        if (_slowAt.Count >= Most)
        {
            _slowAt.Clear();
            _alone.Clear();
        }

        var isNew = !_slowAt.ContainsKey(conversation);
        _slowAt[conversation] = (Stopwatch.GetTimestamp(), took);
        _any = true;
        return isNew;
    }

    private TimeoutException TooSlow() => new($"Handling took longer than {options.HandlingLimit.TotalSeconds} s.");

    private static long Ticks(TimeSpan span) => (long)(span.TotalSeconds * Stopwatch.Frequency);

    private sealed class Lane
    {
        public Queue<SlowTurn> Waiting { get; } = [];

        public bool Works { get; set; }
    }

    /// <param name="Conversation">With the inputs that are handled.</param>
    /// <param name="IsAlone">One input alone: if it takes too long, it has failed.</param>
    private sealed record SlowTurn(LoadedConversation Conversation, bool IsAlone)
    {
        public Task<TurnResult> Run { get; set; } = null!;

        /// <summary>It is done, or is no longer waited for.</summary>
        public bool HasEnded { get; set; }

        public bool IsOverLimit { get; set; }

        /// <summary>The result, put on the row as it is now; null where that is no longer the one it was made from.</summary>
        public TurnResult? On(LoadedConversation now, DateTimeOffset at)
        {
            if (!Run.IsCompletedSuccessfully)
            {
                return now.Inputs[0].Straight is null ? TurnResult.Fail(now, Run.Exception!.GetBaseException(), at) : null;
            }

            var done = Run.Result;
            var count = done.Handled.Count + done.Straight.Count + (done.Failed is null ? 0 : 1);
            if (count == 0 || now.Version != Conversation.Version || now.Inputs.Count < count) return null;
            for (var n = 0; n < count; n++)
            {
                if (now.Inputs[n].Cause != Conversation.Inputs[n].Cause) return null;
            }

            done.MoveTo(now);
            return done;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A turn of conversation {Conversation} took {Milliseconds} ms; the conversation is handled outside the batches for a while")]
        public static partial void Slow(ILogger logger, long conversation, long milliseconds);

        [LoggerMessage(2, LogLevel.Warning, "A turn of conversation {Conversation} exceeded its batch's handling budget; the batch continues without it")]
        public static partial void LeftBehind(ILogger logger, long conversation);

        [LoggerMessage(3, LogLevel.Error, "Handling input {Input} of conversation {Conversation} takes longer than {Seconds} s")]
        public static partial void OverLimit(ILogger logger, long conversation, long input, double seconds);
    }
}
