using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WhatsAppBots.Azure;

/// <summary>
/// Counts the invocations that run, and lets them end before anything of the process is stopped. The worker by itself waits for none: it would
/// take away the database from under them.
/// </summary>
internal sealed partial class RunningCalls(TimeProvider time, ILogger<RunningCalls> logger) : IHostedLifecycleService
{
    // Shorter than the 30 s that a .NET host, Container Apps and Kubernetes give a process that is to stop.
    internal static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private int _running;
    private TaskCompletionSource? _ended;

    /// <summary>Counts an invocation until what is returned is disposed.</summary>
    public IDisposable Begin()
    {
        lock (_lock) _running++;
        return new Call(this);
    }

    /// <summary>
    /// Returns when no invocation has run for a moment, in which the last one's answer leaves and one that is on its way arrives; after
    /// <see cref="AtMost"/> at the latest.
    /// </summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(AtMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            do
            {
                await Ended().WaitAsync(either.Token);
                await Task.Delay(_moment, time, either.Token);
            }
            while (!Ended().IsCompleted);
        }
        catch (OperationCanceledException)
        {
            lock (_lock) Log.Cut(logger, _running);
        }
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task Ended()
    {
        lock (_lock)
        {
            if (_running == 0) return Task.CompletedTask;
            Log.Waits(logger, _running);
            return (_ended ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private void End()
    {
        lock (_lock)
        {
            if (--_running > 0) return;
            _ended?.SetResult();
            _ended = null;
        }
    }

    private sealed class Call(RunningCalls calls) : IDisposable
    {
        public void Dispose() => calls.End();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Shutting down: waiting for {Calls} running calls")]
        public static partial void Waits(ILogger logger, int calls);

        [LoggerMessage(2, LogLevel.Error, "{Calls} calls did not end in time and are cancelled")]
        public static partial void Cut(ILogger logger, int calls);
    }
}
