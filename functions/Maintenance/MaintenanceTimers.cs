using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Data;
using WhatsAppBots.Desk.Threads;
using WhatsAppBots.Maintenance.Upkeep;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Maintenance;

/// <summary>What is done by the clock.</summary>
public sealed partial class MaintenanceTimers(
    DueTimers timers, LeftBehind left, Partitions partitions, QueueDepths depths, IBell bell, DueWorkSweep sweep, LedgerWatch ledger,
        ThreadProjector threads,
    ILogger<MaintenanceTimers> logger)
{
    /// <summary>Turns timers that fell due into inputs. A reminder is due within 5 s of its minute.</summary>
    [Function("FireTimers")]
    public Task FireTimers([TimerTrigger("*/2 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.FireAsync(cancellationToken);

    /// <summary>
    /// Rings for conversations whose inputs or messages were left lying by a process that died, and for what falls due in other apps;
    /// brings agents' threads up to date where a bell was lost.
    /// </summary>
    [Function("RingForLeftBehind")]
    public Task RingForLeftBehind([TimerTrigger("*/5 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        Task.WhenAll(RingAsync(cancellationToken), sweep.RunAsync(cancellationToken), threads.SweepAsync(cancellationToken));

    /// <summary>
    /// Counts what waits and, once an hour, what the ledger breaks, for the metrics. Both in one function: under Azure one that
    /// runs once an hour may be gone before its metric is exported.
    /// </summary>
    [Function("MeasureQueues")]
    public async Task MeasureQueues([TimerTrigger("*/30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        await depths.MeasureAsync(cancellationToken);
        await ledger.LookAsync(cancellationToken);
    }

    /// <summary>Makes the partitions of days and months to come.</summary>
    [Function("MakePartitions")]
    public async Task MakePartitions([TimerTrigger("0 15 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        // Hourly, and nearly always there is nothing to create and nothing to tell.
        if (await partitions.EnsureAsync(cancellationToken) is > 0 and var count) Log.Created(logger, count);
    }

    private async Task RingAsync(CancellationToken cancellationToken) =>
        await bell.RingAsync(await left.FindAsync(cancellationToken), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} partitions created")]
        public static partial void Created(ILogger logger, int count);
    }
}
