using System.Globalization;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Payments;

/// <summary>Takes payments in, whether their provider told of them or was asked, and tells their conversation once.</summary>
public sealed partial class PaymentDesk(
    Database database, EventPublisher events, ReturnDesk returns, TimeProvider time, ILogger<PaymentDesk> logger)
{
    /// <summary>Takes a payment; all of it is committed when this returns.</summary>
    public async Task TakeAsync(string provider, WebhookReading.Paid paid, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var taken = await PaymentIntake.TakeAsync(
            connection, transaction, Workspaces.Default, provider, paid, body, now, cancellationToken);
        var told = taken is { Outcome: not PaymentOutcome.ToldBefore, Order: { } order } ? Event(provider, paid.Payment, taken.Outcome, order, now) : null;
        if (told is not null) await events.WriteAsync(connection, transaction, told, cancellationToken);
        var back = taken.Returns is { } news
            ? await returns.TellAsync(connection, transaction, provider, paid.Payment.PaymentId, news, isOurs: false, now, cancellationToken) : [];
        await transaction.CommitAsync(cancellationToken);
        if (told is not null) events.Ring(told);
        foreach (var e in back) events.Ring(e);
        Log.Taken(logger, provider, paid.Payment.PaymentId, taken.Outcome);
    }

    private static CloudEvent Event(string provider, PaymentNotice payment, PaymentOutcome outcome, Order order, DateTimeOffset now) => CloudEvent.Of(
        $"payment:{provider}:{payment.PaymentId}", Apps.Payments, EventTypes.PaymentReceived, order.WorkspaceId, order.ConversationId, order.Bot, now,
        new PaymentReceived(
            order.ConversationId, order.Id, outcome == PaymentOutcome.Credited, payment.Amount, payment.Currency, order.Number,
            string.Create(CultureInfo.InvariantCulture, $"{provider}:{payment.PaymentId}"), outcome == PaymentOutcome.OrderNotOpen),
        ContractsJson.Default.PaymentReceived);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Payment {Payment} of {Provider}: {Outcome}")]
        public static partial void Taken(ILogger logger, string provider, string payment, PaymentOutcome outcome);
    }
}
