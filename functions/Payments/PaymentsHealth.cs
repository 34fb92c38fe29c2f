using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Payments;

/// <summary>Tells whether this app is alive and ready, and how what it depends on does.</summary>
public sealed class PaymentsHealth(HealthReport health)
{
    /// <summary>200 where the app can work, 503 where it cannot.</summary>
    [Function("PaymentsHealth")]
    public Task<IResult> Check(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/payments")] HttpRequest request,
        CancellationToken cancellationToken) => health.AnswerAsync(Apps.Payments, cancellationToken);
}
