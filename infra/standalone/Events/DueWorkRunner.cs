using WhatsAppBots.Messaging;

namespace WhatsAppBots.Standalone.Events;

/// <summary>
/// Runs due work of the apps in this process at each wake-up signal. Under Azure the invocation that receives the signal runs it.
/// </summary>
internal sealed partial class DueWorkRunner(DueWork work, EventBells bells, ILogger<DueWorkRunner> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(work.Types.Select(type => ListenAsync(type, stoppingToken)));

    private async Task ListenAsync(string type, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bells.WaitAsync(type, Timeout.InfiniteTimeSpan, stoppingToken);

                // Not cancelled by the host's stop: running work ends by itself.
                await work.WorkAsync(type, CancellationToken.None);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The next wake-up signal retries it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.Failed(logger, e, type);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Due work of {Type} failed and will be retried")]
        public static partial void Failed(ILogger logger, Exception e, string type);
    }
}
