using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Access.Store;

namespace WhatsAppBots.Maintenance.Upkeep;

/// <summary>Timers of the weekly cleanup and of the backup. A faulty setting of theirs stops no other timer.</summary>
public sealed class UpkeepTimers(WeeklyCleanup cleanup, Backup backup, AuditCheck audit, Reports reports)
{
    /// <summary>Drops what was kept long enough, checks the ledger and reports: Wednesday, 04:00 UTC.</summary>
    [Function("WeeklyCleanup")]
    public Task CleanUp([TimerTrigger("0 0 4 * * WED")] TimerInfo timer, CancellationToken cancellationToken) =>
        cleanup.RunAsync(cancellationToken);

    /// <summary>Makes a backup where one is configured, and reports: 03:00 UTC.</summary>
    [Function("Backup")]
    public Task BackUp([TimerTrigger("0 0 3 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        backup.RunAsync(cancellationToken);

    /// <summary>Reckons the chain of the audit log again, and reports: 03:30 UTC.</summary>
    [Function("AuditCheck")]
    public async Task CheckAudit([TimerTrigger("0 30 3 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var broken = await audit.FindAsync(cancellationToken);
        await reports.AddAsync("audit", broken.Count == 0, new { broken }, cancellationToken);
    }
}
