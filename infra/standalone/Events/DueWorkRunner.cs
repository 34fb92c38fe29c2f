using WhatsAppBots.Conversations.Events;

namespace WhatsAppBots.Standalone.Events;

/// <summary>Does what falls due in the apps of this process when it is rung for; under Azure the invocation that hears the bell does.</summary>
internal sealed partial class DueWorkRunner(DueWork work, EventBells bells, ILogger<DueWorkRunner> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(work.Types.Select(type => ListenAsync(type, stoppingToken)));

    private async Task ListenAsync(string type, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bells.WaitAsync(type, Timeout.InfiniteTimeSpan, stoppingToken);

                // Not cancelled by the host's stop: what runs ends.
                await work.WorkAsync(type, CancellationToken.None);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The next bell has it tried again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.Failed(logger, e, type);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What {Bell} rang for failed and is tried again")]
        public static partial void Failed(ILogger logger, Exception e, string bell);
    }
}
