using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Hosting;
using WhatsAppBots.WhatsApp.Settings;
using WhatsAppBots.WhatsApp.Twilio;
using WhatsAppBots.WhatsApp.Twilio.Webhooks;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.Messages;

/// <summary>What Twilio posts, wherever it posts it: verified, stored, answered.</summary>
public sealed partial class TwilioIntake(
    IOptions<TwilioOptions> settings, PublicUrl publicUrl, FirstHeard heard, WebhookStore store, ILogger<TwilioIntake> logger)
{
    private readonly TwilioOptions _options = settings.Value;
    private readonly IReadOnlyList<string> _tokens = ChangingSecret.Read(settings.Value.AuthToken);

    // TwiML that says nothing: replies go by the API.
    private static readonly IResult _nothing = Results.Text("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>", "text/xml");

    /// <summary>Whether a request claims to be Twilio's.</summary>
    public static bool IsTwilios(HttpRequest request) => request.Headers.ContainsKey(TwilioSignature.Header);

    /// <summary>Reads the body and takes it.</summary>
    public async Task<IResult> TakeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await BoundedBody.ReadAsync(request, WhatsAppWebhook.MaxBody, cancellationToken);
        return body.Refusal ?? await TakeAsync(request, body.Value, cancellationToken);
    }

    private async Task<IResult> TakeAsync(HttpRequest request, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var isJson = request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;
        var form = isJson ? null : TwilioForm.ReadForm(body.Span);
        if (!IsSigned(request, form, body))
        {
            Log.Forged(logger);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        try
        {
            form ??= TwilioForm.ReadJson(body);
        }
        catch (InvalidWebhookException)
        {
            return Results.BadRequest();
        }

        if (form.IsEmpty) return Results.BadRequest();
        var post = new TwilioPost(form, request.Query[TwilioRoutes.Row]);
        return await store.StoreAsync(
            async () =>
            {
                // What has no id cannot be told from another of its kind: it is kept as it comes.
                var at = post.Key is null ? DateTimeOffset.UnixEpoch : await heard.OfAsync(post.Key, post.NumberId, cancellationToken);
                return at is null ? null : post.Read(at.Value) with { TraceParent = Activity.Current?.Id };
            },
            _nothing, cancellationToken);
    }

    private bool IsSigned(HttpRequest request, TwilioForm? form, ReadOnlyMemory<byte> body) =>
        _tokens.Any(token => TwilioSignature.Verify(publicUrl.Of(request), form?.Covered ?? "", request.Headers[TwilioSignature.Header], token))
        && (form is not null || TwilioSignature.IsHashOf(body.Span, request.Query[TwilioSignature.BodyHash]));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A webhook with a wrong Twilio signature was refused; the signature covers PUBLIC_URL")]
        public static partial void Forged(ILogger logger);
    }
}
