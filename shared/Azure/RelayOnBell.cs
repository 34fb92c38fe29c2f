using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Conversations.Events;

namespace WhatsAppBots.Azure;

/// <summary>
/// Takes events to the bus right after the commit that wrote them. What it does not get to, because the process stops or
/// the bus is away, a timer of Maintenance takes.
/// </summary>
internal sealed partial class RelayOnBell(EventRelay relay, EventBells bells, ILogger<RelayOnBell> logger) : BackgroundService
{
    private static readonly TimeSpan _retry = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await bells.WaitAsync(EventRouting.Bus, Timeout.InfiniteTimeSpan, stoppingToken);
            try
            {
                await relay.RelayAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotRelayed(logger, e.Message);
                await Task.Delay(_retry, stoppingToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Events wait for the bus: {Reason}")]
        public static partial void NotRelayed(ILogger logger, string reason);
    }
}
