using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Data;

namespace WhatsAppBots.Azure;

/// <summary>Brings the schema up to date before anything else of the app starts; the first app to start does it for all.</summary>
internal sealed class DatabaseMigration(Database database, TimeProvider time, ILogger<DatabaseMigration> logger) : IHostedLifecycleService
{
    // The worker is the first service to start, and calls functions as soon as it has; this comes before any of them.
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await Migrator.RunAsync(database.General, logger, cancellationToken);
        await new Partitions(database, new RetentionOptions(), time).EnsureAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
