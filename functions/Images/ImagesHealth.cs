using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Images;

/// <summary>Tells whether this app is alive and ready, and how what it depends on does.</summary>
public sealed class ImagesHealth(HealthReport health)
{
    /// <summary>200 where the app can work, 503 where it cannot.</summary>
    [Function("ImagesHealth")]
    public Task<IResult> Check(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/images")] HttpRequest request,
        CancellationToken cancellationToken) => health.AnswerAsync(Apps.Images, cancellationToken);
}
