using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Maintenance;

/// <summary>Tells whether this app is alive and ready, and how what it depends on does.</summary>
public sealed class MaintenanceHealth(HealthReport health)
{
    /// <summary>200 where the app can work, 503 where it cannot.</summary>
    [Function("MaintenanceHealth")]
    public Task<IResult> Check(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/maintenance")] HttpRequest request,
        CancellationToken cancellationToken) => health.AnswerAsync(Apps.Maintenance, cancellationToken);
}
