using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Azure;

/// <summary>
/// Brings the schema up to date before anything else of the app starts; the first app to start does it for all. A database that is away does
/// not keep the app from starting: it is tried on, and until it is back the app answers as it does whenever its database is away.
/// </summary>
internal sealed partial class DatabaseMigration(Database database, TimeProvider time, ILogger<DatabaseMigration> logger) : IHostedLifecycleService, IDisposable
{
    // The Functions host waits 60 s for its worker to greet it, and the worker greets only after this.
    internal static readonly TimeSpan AtMost = TimeSpan.FromSeconds(40);

    private static readonly TimeSpan _again = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();

    /// <summary>Ends when the schema is up to date.</summary>
    internal Task Done { get; private set; } = Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    // The worker is the first service to start, and calls functions as soon as it has; this comes before any of them.
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        Done = MigrateAsync(_stop.Token);
        try
        {
            await Done.WaitAsync(AtMost, time, cancellationToken);
        }
        catch (TimeoutException) when (!Done.IsCompleted)
        {
            Log.StartsWithout(logger, AtMost.TotalSeconds);
            _ = Done.ContinueWith(
                done => Log.Failed(logger, done.Exception!.InnerException!), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await Done.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        while (true)
        {
            try
            {
                await Migrator.RunAsync(database.General, logger, cancellationToken);
                await new Partitions(database, new RetentionOptions(), time).EnsureAsync(cancellationToken);
                return;
            }
            catch (Exception e) when (IsAway(e))
            {
                Log.Away(logger, e.Message);
            }

            await Task.Delay(_again, time, cancellationToken);
        }
    }

    // What is wrong with the schema itself, or with the app's right to see it, stops the start at once.
    private static bool IsAway(Exception e) => e switch
    {
        PostgresException postgres => postgres.IsTransient || postgres.SqlState.StartsWith("57", StringComparison.Ordinal),
        NpgsqlException => true,
        _ => e.InnerException is { } inner && IsAway(inner),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The database is unavailable; the schema check is retried: {Reason}")]
        public static partial void Away(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Error, "The schema was not up to date after {Seconds} s; the app starts anyway")]
        public static partial void StartsWithout(ILogger logger, double seconds);

        [LoggerMessage(3, LogLevel.Critical, "The schema could not be brought up to date")]
        public static partial void Failed(ILogger logger, Exception e);
    }
}
