using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Messages;

/// <summary>Tells how each configured channel to WhatsApp does.</summary>
public sealed class WhatsAppHealth(HealthReport health)
{
    /// <summary>Meta's Cloud API, as the report names it.</summary>
    public const string Meta = "whatsapp";

    /// <summary>Twilio, as the report names it.</summary>
    public const string Twilio = "twilio";

    /// <summary>200 where messages can come and go by every channel, else 503.</summary>
    [Function("WhatsAppHealth")]
    public async Task<IResult> Check(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "webhook/whatsapp/health")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var view = await health.CheckAsync(Apps.Messages, cancellationToken);
        var channels = view.Dependencies.Where(state => state.Key is Meta or Twilio).ToDictionary();
        var isWell = view.Ready && channels.Values.All(state => state.Status == "ok");
        return Results.Json(
            new { status = isWell ? "ok" : "down", ready = view.Ready, channels },
            statusCode: isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
