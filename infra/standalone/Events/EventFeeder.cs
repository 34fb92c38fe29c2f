using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;
using WhatsAppBots.Standalone.Functions;

namespace WhatsAppBots.Standalone.Events;

/// <summary>
/// Calls event functions for rows of the event queue. A function removes its rows itself once they are done, and one call does all that are
/// ready; so it is called again only when something is ready, with a growing pause (backoff) while the same rows stay ready.
/// </summary>
internal sealed partial class EventFeeder(
    FunctionCatalog catalog, EventQueue queue, IServiceProvider services, ILogger<EventFeeder> logger) : BackgroundService
{
    private const int Most = 100;

    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(catalog.Of<ServiceBusTriggerAttribute>()
            .Where(function => !function.Trigger.SubscriptionName.EndsWith(Apps.DeadLetters, StringComparison.Ordinal))
            .Select(function => FeedAsync(function.Function, function.Trigger, stoppingToken)));

    private async Task FeedAsync(Function function, ServiceBusTriggerAttribute trigger, CancellationToken stoppingToken)
    {
        var invoker = new FunctionInvoker(function, _ => events => events);
        var pause = TimeSpan.Zero;
        IReadOnlyList<string> last = [];
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (pause > TimeSpan.Zero) await Task.Delay(pause, stoppingToken);
                await queue.WaitAsync(trigger.SubscriptionName, stoppingToken);
                var ready = await queue.ReadyAsync(trigger.SubscriptionName, Most, stoppingToken);
                if (ready.Count > 0) await InvokeAsync(invoker, trigger, ready);
                pause = ready.Count > 0 && ready.SequenceEqual(last) ? Longer(pause) : TimeSpan.Zero;
                last = ready;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A function that throws is retried later.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.Failed(logger, e, function.Name);
                pause = Longer(pause);
            }
        }
    }

    // Not cancelled by the host's stop: a running function ends by itself, and other events stay in their rows.
    private async Task InvokeAsync(FunctionInvoker invoker, ServiceBusTriggerAttribute trigger, IReadOnlyList<string> ready)
    {
        await using var scope = services.CreateAsyncScope();
        await invoker.InvokeAsync(scope.ServiceProvider, trigger.IsBatched ? ready.ToArray() : ready[0], CancellationToken.None);
    }

    private static TimeSpan Longer(TimeSpan pause) =>
        pause == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : pause * 2 > _longestPause ? _longestPause : pause * 2;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The function {Function} failed and will be retried")]
        public static partial void Failed(ILogger logger, Exception e, string function);
    }
}
