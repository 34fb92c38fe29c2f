using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.WhatsApp.Twilio;

namespace WhatsAppBots.Messages;

/// <summary>Twilio's webhooks. https://www.twilio.com/docs/usage/webhooks/messaging-webhooks</summary>
public sealed class TwilioWebhook(TwilioIntake intake)
{
    /// <summary>Messages.</summary>
    [Function("TwilioReceive")]
    public Task<IResult> Receive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = TwilioRoutes.Messages)] HttpRequest request,
        CancellationToken cancellationToken) => intake.TakeAsync(request, cancellationToken);

    /// <summary>What became of messages we sent.</summary>
    [Function("TwilioStatus")]
    public Task<IResult> Status(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = TwilioRoutes.Status)] HttpRequest request,
        CancellationToken cancellationToken) => intake.TakeAsync(request, cancellationToken);
}
