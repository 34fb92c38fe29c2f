using Microsoft.Extensions.Hosting;

namespace WhatsAppBots.Conversations.Engine;

/// <summary>Keeps the leases of conversations that wait, for a retry or for Meta's pace, while this process lives.</summary>
internal sealed class LeaseKeeper(ConversationEngine engine) : BackgroundService
{
    private static readonly TimeSpan _period = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Leases run by the database's clock, so this beats by the machine's and not by the engine's.
        using var timer = new PeriodicTimer(_period);
        while (await timer.WaitForNextTickAsync(stoppingToken)) engine.RenewLeases();
    }
}
