using Microsoft.Azure.Functions.Worker;

namespace WhatsAppBots.Maintenance.Upkeep;

/// <summary>Timers of the weekly cleanup and of the backup. A faulty setting of theirs stops no other timer.</summary>
public sealed class UpkeepTimers(WeeklyCleanup cleanup, Backup backup)
{
    /// <summary>Drops what was kept long enough, checks the ledger and reports: Wednesday, 04:00 UTC.</summary>
    [Function("WeeklyCleanup")]
    public Task CleanUp([TimerTrigger("0 0 4 * * WED")] TimerInfo timer, CancellationToken cancellationToken) =>
        cleanup.RunAsync(cancellationToken);

    /// <summary>Makes a backup where one is configured, and reports: 03:00 UTC.</summary>
    [Function("Backup")]
    public Task BackUp([TimerTrigger("0 0 3 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        backup.RunAsync(cancellationToken);
}
