using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Payments;

/// <summary>
/// What payment providers tell. Verified against the raw body, kept once whatever its unsigned headers say, credited once; answered when that is committed, so
/// that what failed is told again.
/// </summary>
public sealed partial class PaymentWebhook(
    IEnumerable<IPaymentProvider> providers, PaymentDesk payments, ReturnDesk returns, AttemptDesk attempts, Database database, TimeProvider time,
    ILogger<PaymentWebhook> logger)
{
    /// <summary>1 MB; providers send a few kilobytes.</summary>
    public const int MaxBody = 1024 * 1024;

    /// <summary>A provider's webhook.</summary>
    [Function("PaymentWebhook")]
    public async Task<IResult> Receive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "payments/{provider}")] HttpRequest request, string provider,
        CancellationToken cancellationToken)
    {
        if (providers.FirstOrDefault(known => known.Name == provider) is not { } known) return Results.NotFound();
        var body = await BoundedBody.ReadAsync(request, MaxBody, cancellationToken);
        if (body.Refusal is { } refusal) return refusal;
        var now = time.GetUtcNow();
        var reading = known.Read(name => request.Headers.TryGetValue(name, out var value) ? value.ToString() : null, body.Value, now);
        if (reading is WebhookReading.Forged)
        {
            Log.Forged(logger, known.Name);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        try
        {
            await TakeAsync(known.Name, reading, body.Value, now, cancellationToken);
            return Results.Ok();
        }
        catch (Exception e) when (e is NpgsqlException { IsTransient: true } or TimeoutException or System.Net.Sockets.SocketException)
        {
            Log.NotTaken(logger, known.Name, e.Message);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>The generic provider, under the name older set-ups use.</summary>
    [Function("PaymentReceived")]
    public Task<IResult> ReceiveAlias(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "payment-received")] HttpRequest request,
        CancellationToken cancellationToken) => Receive(request, "generic", cancellationToken);

    private async Task TakeAsync(
        string provider, WebhookReading reading, ReadOnlyMemory<byte> body, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (reading)
        {
            case WebhookReading.Paid paid:
                await payments.TakeAsync(provider, paid, body, cancellationToken);
                break;
            case WebhookReading.Refunded refunded:
                await returns.TakeAsync(provider, refunded, body, cancellationToken);
                break;
            case WebhookReading.Disputed disputed:
                await returns.TakeAsync(provider, disputed, body, cancellationToken);
                break;
            case WebhookReading.Attempted attempted:
                await attempts.TakeAsync(provider, attempted, body, cancellationToken);
                break;
            case WebhookReading.Other other:
                await KeepAsync(other.EventId, $"ignored: {other.Type}");
                break;
            case WebhookReading.Unreadable unreadable:
                Log.Unreadable(logger, provider, unreadable.Reason);
                await KeepAsync(PaymentIntake.KeyOf(body), $"unreadable: {unreadable.Reason}");
                break;
        }

        async Task KeepAsync(string id, string outcome)
        {
            await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
            await PaymentIntake.KeepAsync(connection, Workspaces.Default, provider, id, outcome, body, now, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A webhook of {Provider} with a wrong signature was refused")]
        public static partial void Forged(ILogger logger, string provider);

        [LoggerMessage(2, LogLevel.Error, "A webhook of {Provider} was not stored: {Reason}")]
        public static partial void NotTaken(ILogger logger, string provider, string reason);

        [LoggerMessage(3, LogLevel.Error, "A webhook of {Provider} cannot be read and is kept: {Reason}")]
        public static partial void Unreadable(ILogger logger, string provider, string reason);
    }
}
