using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>
/// Sends the messages of the conversations this process holds the lease of: in order within one, many at once. What came
/// of each is handed to the committer, and the next of that conversation waits until it is written: so a process that dies
/// leaves at most one message of unknown outcome a conversation, the head of its queue.
/// </summary>
internal sealed partial class OutboxSender(
    SendAttempt attempt, NumberStops stops, Addresses addresses, TimeProvider time, EngineOptions options, ILogger<OutboxSender> logger) : IDisposable
{
    /// <summary>A request lasts 8 s at most and a lease 12 s: past this age it is renewed before a request leaves.</summary>
    public static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<long, SendQueue> _queues = new();
    private readonly SemaphoreSlim _inFlight = new(options.MaxRequestsInFlight);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _inFlightOf = new();
    private readonly int _mostOfNumber = Math.Max(1, options.MaxRequestsInFlight * 3 / 4);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Where marks and wishes go; set once by the committer.</summary>
    public ISendLedger Ledger { get; set; } = null!;

    public SendQueue? Find(long conversation) => _queues.GetValueOrDefault(conversation);

    public bool IsIdle => _queues.IsEmpty;

    /// <summary>Conversations whose lease should be renewed now.</summary>
    public List<long> Ageing() =>
    [
        .. _queues.Values.Where(queue => !queue.Lost && time.GetElapsedTime(queue.RenewedAt) >= RenewAfter)
            .Select(queue => queue.Target.ConversationId),
    ];

    /// <summary>Takes messages over for sending. Only the committer calls this, after its commit.</summary>
    public void Enqueue(SendTarget target, IReadOnlyList<OutboxItem> items, long leasedAt)
    {
        var queue = _queues.GetOrAdd(target.ConversationId, _ => new SendQueue(target));
        queue.RenewedAt = leasedAt;
        queue.Address(target.Recipient, leasedAt);
        queue.Through = target.Through;
        if (queue.Add(items)) queue.Worker = RunAsync(queue);
    }

    /// <summary>Somebody's address has changed: whatever waits here is sent to what is looked up from now on.</summary>
    public void DoubtAddresses()
    {
        foreach (var queue in _queues.Values) queue.Doubt();
    }

    /// <summary>Which numbers may send has changed: it is read again before anything more is sent.</summary>
    public void DoubtStops() => stops.Doubt();

    /// <summary>Forgets a conversation whose lease was given back or lost.</summary>
    public void Forget(long conversation)
    {
        if (_queues.TryRemove(conversation, out var queue)) queue.Lost = true;
    }

    /// <summary>No request leaves any more. Completes when those in flight have ended and what came of them is written.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_queues.Values.Select(queue => queue.Worker)).WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>
    /// Conversations whose lease can be given back once nothing is sent or committed any more. One whose last outcome was not
    /// written is not among them: its lease runs out, and the next holder looks before it sends.
    /// </summary>
    public long[] Idle() => [.. _queues.Where(queue => queue.Value is { Lost: false, Worker.IsCompleted: true }).Select(queue => queue.Key)];

    public void Dispose()
    {
        _inFlight.Dispose();
        foreach (var ofNumber in _inFlightOf.Values) ofNumber.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(SendQueue queue)
    {
        try
        {
            while (!_stop.IsCancellationRequested && queue.Head() is { } item)
            {
                var address = queue.Addressed().Mark;
                var mark = attempt.TooOld(queue, item);
                var isTrifle = item.IsReadMark || item.IsReaction;
                if (mark is null && !await stops.MayGoAsync(queue.Target.NumberId, isTrifle ? null : item.MessageId, _stop.Token))
                {
                    if (!isTrifle)
                    {
                        // Perhaps for days: nothing is held meanwhile, and the sweep rings when the number is to be tried.
                        queue.Park();
                        Ledger.WishRelease(queue.Target.ConversationId);
                        return;
                    }

                    mark = attempt.LeftOut(queue, item);
                }

                mark ??= await attempt.PrepareAsync(queue, item, _stop.Token);
                if (mark is null)
                {
                    if (!await HoldsLeaseAsync(queue)) continue;
                    mark = await SendAsync(queue, item);
                }

                if (!item.IsReadMark)
                {
                    await Ledger.MarkAsync(mark, blocks: !queue.IsLast(item));
                    queue.DoubtUsed(address);
                }

                if (mark.Kind != MarkKind.Waiting) queue.RemoveHead();
            }

            if (!queue.Lost && !_stop.IsCancellationRequested) Ledger.WishRelease(queue.Target.ConversationId);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the rows stay, and whoever gets the lease next goes on.
        }
#pragma warning disable CA1031 // A worker's death must not take the others along; the lease runs out and the rows are taken over.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.WorkerDied(logger, e, queue.Target.ConversationId);
            Forget(queue.Target.ConversationId);
        }
    }

    private async Task<SendMark> SendAsync(SendQueue queue, OutboxItem item)
    {
        var ofNumber = _inFlightOf.GetOrAdd(queue.Target.NumberId, _ => new SemaphoreSlim(_mostOfNumber));
        await ofNumber.WaitAsync(_stop.Token);
        try
        {
            await _inFlight.WaitAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            ofNumber.Release();
            throw;
        }

        try
        {
            using var activity = Telemetry.Start("send", ActivityKind.Producer, item.TraceParent);

            await attempt.UploadAsync(queue, item);

            // A read mark names the message alone.
            if (!item.IsReadMark && await addresses.MissingAsync(queue, item, _stop.Token) is { } unsent) return unsent;

            // Not cancelled by the stop: its outcome would be nobody's knowledge. It ends by its own time-out.
            return await attempt.SendAsync(queue, item, CancellationToken.None);
        }
        finally
        {
            _inFlight.Release();
            ofNumber.Release();
        }
    }

    private async ValueTask<bool> HoldsLeaseAsync(SendQueue queue)
    {
        while (!queue.Lost && time.GetElapsedTime(queue.RenewedAt) >= RenewAfter)
        {
            await Ledger.RenewAsync(queue.Target.ConversationId);
        }

        return !queue.Lost;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Sending in conversation {Conversation} failed; its messages are taken over when the lease expires")]
        public static partial void WorkerDied(ILogger logger, Exception e, long conversation);
    }
}

/// <summary>What the sender asks of the committer.</summary>
internal interface ISendLedger
{
    /// <summary>Completes when the mark is written.</summary>
    /// <param name="mark">What came of a send.</param>
    /// <param name="blocks">Another message waits for it: it is written at once.</param>
    Task MarkAsync(SendMark mark, bool blocks);

    /// <summary>Completes when a renewal was tried; the queue's lease is then fresh, or lost, or to be tried again.</summary>
    Task RenewAsync(long conversation);

    /// <summary>Nothing is left to send here.</summary>
    void WishRelease(long conversation);
}
