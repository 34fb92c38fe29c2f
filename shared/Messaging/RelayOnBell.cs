using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WhatsAppBots.Messaging;

/// <summary>
/// Takes events to the bus right after the commit that wrote them. What it does not get to, because the process stops or
/// the bus is away, a timer of Maintenance takes.
/// </summary>
public sealed partial class RelayOnBell(EventRelay relay, EventBells bells, ILogger<RelayOnBell> logger) : BackgroundService
{
    private static readonly TimeSpan _retry = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private long _done;
    private bool _isAway;
    private TaskCompletionSource _changed = New();

    /// <summary>
    /// Returns when all that was written before the call is with the bus, or was tried: for the end of an invocation, since nothing is sure to
    /// run after it. While the bus is away nobody waits for it.
    /// </summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        var rung = bells.Rings(EventRouting.Bus);
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_done >= rung || _isAway) return;
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await bells.WaitAsync(EventRouting.Bus, Timeout.InfiniteTimeSpan, stoppingToken);
            var heard = bells.Rings(EventRouting.Bus);
            try
            {
                await relay.RelayAsync(stoppingToken);
                Done(heard, isAway: false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotRelayed(logger, e.Message);
                Done(heard, isAway: true);
                await Task.Delay(_retry, stoppingToken);
                bells.Ring(EventRouting.Bus);
            }
        }
    }

    private void Done(long heard, bool isAway)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            (_done, _isAway) = (heard, isAway);
            (changed, _changed) = (_changed, New());
        }

        changed.SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The bus is unavailable; events wait in the outbox: {Reason}")]
        public static partial void NotRelayed(ILogger logger, string reason);
    }
}
