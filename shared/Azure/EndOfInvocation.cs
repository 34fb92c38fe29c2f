using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Azure;

/// <summary>
/// Holds an invocation until the events it wrote are with the bus: nothing is sure to run after it. A bus that takes its time is not waited
/// for; a timer of Maintenance takes what is left.
/// </summary>
internal sealed class EndOfInvocation(RelayOnBell relay, RunningCalls calls) : IFunctionsWorkerMiddleware
{
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using var running = calls.Begin();
        try
        {
            await next(context);
        }
        finally
        {
            using var limit = new CancellationTokenSource(_atMost);
            await relay.SettleAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
