using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Hosting;
using WhatsAppBots.WhatsApp.Settings;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.Messages;

/// <summary>
/// Meta's webhook. https://developers.facebook.com/docs/whatsapp/cloud-api/guides/set-up-webhooks. Verifies, stores, answers:
/// no bot, no sending, nothing slow.
/// </summary>
public sealed partial class WhatsAppWebhook(
    IOptions<WhatsAppOptions> settings, WebhookStore store, TwilioIntake twilio, ILogger<WhatsAppWebhook> logger)
{
    private readonly WhatsAppOptions _options = settings.Value;
    private readonly IReadOnlyList<string> _secrets = ChangingSecret.Read(settings.Value.AppSecret);

    /// <summary>Meta's largest body, 3 MB.</summary>
    public const int MaxBody = 3 * 1024 * 1024;

    /// <summary>Meta checks that the address is ours.</summary>
    [Function("WhatsAppVerify")]
    public IResult Verify([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "webhook/whatsapp")] HttpRequest request) =>
        request.Query["hub.mode"] == "subscribe"
        && WebhookSecrets.AreEqual(request.Query["hub.verify_token"].ToString(), _options.VerifyToken)
            ? Results.Text(request.Query["hub.challenge"].ToString(), "text/plain")
            : Results.StatusCode(StatusCodes.Status403Forbidden);

    /// <summary>The same under the name older set-ups use.</summary>
    [Function("SmsReceivedVerify")]
    public IResult VerifyAlias([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "SmsReceived")] HttpRequest request) =>
        Verify(request);

    /// <summary>Messages and statuses.</summary>
    [Function("WhatsAppReceive")]
    public async Task<IResult> Receive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhook/whatsapp")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        // Whoever moves from one to the other may leave the address as it is.
        if (TwilioIntake.IsTwilios(request)) return await twilio.TakeAsync(request, cancellationToken);
        var body = await BoundedBody.ReadAsync(request, MaxBody, cancellationToken);
        if (body.Refusal is { } refusal) return refusal;
        if (!_secrets.Any(secret => MetaSignature.Verify(body.Value.Span, request.Headers["X-Hub-Signature-256"], secret)))
        {
            Log.Forged(logger);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        Delivery delivery;
        try
        {
            delivery = WebhookParser.Parse(body.Value) with { TraceParent = Activity.Current?.Id };
        }
        catch (InvalidWebhookException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        return await store.StoreAsync(() => Task.FromResult<Delivery?>(delivery), Results.Ok(), cancellationToken);
    }

    /// <summary>The same under the name older set-ups use.</summary>
    [Function("SmsReceived")]
    public Task<IResult> ReceiveAlias(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "SmsReceived")] HttpRequest request,
        CancellationToken cancellationToken) => Receive(request, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A webhook with a wrong signature was refused")]
        public static partial void Forged(ILogger logger);
    }
}
