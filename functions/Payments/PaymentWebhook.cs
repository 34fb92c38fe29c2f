using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Payments;

/// <summary>
/// What payment providers tell. Verified against the raw body, kept once, credited once; answered when that is committed, so
/// that what failed is told again.
/// </summary>
public sealed partial class PaymentWebhook(
    IEnumerable<IPaymentProvider> providers, Database database, EventPublisher events, TimeProvider time, ILogger<PaymentWebhook> logger)
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
        if (body is null) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
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
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        switch (reading)
        {
            case WebhookReading.Paid paid:
                await PayAsync(connection, provider, paid, body, now, cancellationToken);
                break;
            case WebhookReading.Other other:
                await PaymentIntake.KeepAsync(
                    connection, Numbers.DefaultWorkspace, provider, other.EventId, $"ignored: {other.Type}", body, now, cancellationToken);
                break;
            case WebhookReading.Unreadable unreadable:
                Log.Unreadable(logger, provider, unreadable.Reason);
                await PaymentIntake.KeepAsync(
                    connection, Numbers.DefaultWorkspace, provider, "body:" + Convert.ToHexStringLower(SHA256.HashData(body.Span)),
                    $"unreadable: {unreadable.Reason}", body, now, cancellationToken);
                break;
        }
    }

    private async Task PayAsync(
        NpgsqlConnection connection, string provider, WebhookReading.Paid paid, ReadOnlyMemory<byte> body, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var taken = await PaymentIntake.TakeAsync(
            connection, transaction, Numbers.DefaultWorkspace, provider, paid, body, now, cancellationToken);
        var told = taken is { Outcome: not PaymentOutcome.ToldBefore, Order: { } order } ? Event(provider, paid.Payment, taken.Outcome, order, now) : null;
        if (told is not null) await events.WriteAsync(connection, transaction, told, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (told is not null) events.Ring(told);
        Log.Taken(logger, provider, paid.Payment.PaymentId, taken.Outcome);
    }

    private static CloudEvent Event(string provider, PaymentNotice payment, PaymentOutcome outcome, Order order, DateTimeOffset now) => new()
    {
        Id = $"payment:{provider}:{payment.PaymentId}",
        Source = "/" + Apps.Payments,
        Type = EventTypes.PaymentReceived,
        Subject = order.ConversationId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Workspace = order.WorkspaceId,
        Time = now,
        TraceParent = System.Diagnostics.Activity.Current?.Id,
        Data = JsonSerializer.SerializeToElement(
            new PaymentReceived(order.ConversationId, order.Id, outcome == PaymentOutcome.Credited, payment.Amount, payment.Currency),
            ContractsJson.Default.PaymentReceived),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A webhook of {Provider} with a wrong signature was refused")]
        public static partial void Forged(ILogger logger, string provider);

        [LoggerMessage(2, LogLevel.Error, "A webhook of {Provider} was not taken: {Reason}")]
        public static partial void NotTaken(ILogger logger, string provider, string reason);

        [LoggerMessage(3, LogLevel.Error, "A webhook of {Provider} cannot be read and is kept: {Reason}")]
        public static partial void Unreadable(ILogger logger, string provider, string reason);

        [LoggerMessage(4, LogLevel.Information, "Payment {Payment} of {Provider}: {Outcome}")]
        public static partial void Taken(ILogger logger, string provider, string payment, PaymentOutcome outcome);
    }
}
