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

    // An invocation that has ended here still has its answer to write.
    private static readonly TimeSpan _answer = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private int _running;
    private TaskCompletionSource? _ended;

    /// <summary>Counts an invocation until what is returned is disposed.</summary>
    public IDisposable Begin()
    {
        lock (_lock) _running++;
        return new Call(this);
    }

    /// <summary>Returns when no invocation runs and the answer of the last had time to leave, after <see cref="AtMost"/> at the latest.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        Task ended;
        lock (_lock)
        {
            if (_running == 0) return;
            Log.Waits(logger, _running);
            ended = (_ended ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        try
        {
            await ended.WaitAsync(AtMost, time, cancellationToken);
            await Task.Delay(_answer, time, cancellationToken);
        }
        catch (TimeoutException)
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

    private void End()
    {
        lock (_lock)
        {
            if (--_running == 0) _ended?.TrySetResult();
        }
    }

    private sealed class Call(RunningCalls calls) : IDisposable
    {
        public void Dispose() => calls.End();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The process stops once {Calls} calls have ended")]
        public static partial void Waits(ILogger logger, int calls);

        [LoggerMessage(2, LogLevel.Error, "{Calls} calls did not end in time and are cut off")]
        public static partial void Cut(ILogger logger, int calls);
    }
}
