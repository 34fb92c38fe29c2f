using System.Globalization;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Refunds;

namespace WhatsAppBots.Payments.Orders;

/// <summary>Gives money back through its provider, until the provider says that it is done; then tells the conversation.</summary>
internal sealed partial class RefundWorker(
    IEnumerable<IPaymentProvider> providers, Database database, EventPublisher events, ReturnDesk returns, TimeProvider time, ILogger<RefundWorker> logger)
    : IDueWork
{
    private const int AtOnce = 8;

    /// <inheritdoc/>
    public string Type => EventTypes.PaymentsDue;

    /// <inheritdoc/>
    public async Task WorkDueAsync(CancellationToken cancellationToken)
    {
        var claimed = await database.UseAsync(
            connection => RefundBook.ClaimAsync(connection, time.GetUtcNow(), AtOnce, cancellationToken), cancellationToken);
        foreach (var refund in claimed)
        {
            try
            {
                if (providers.FirstOrDefault(provider => provider.Name == refund.Provider)?.Checkout is not { } checkout)
                {
                    Log.NoApi(logger, refund.PaymentId, refund.Provider);
                    await LaterAsync(refund, cancellationToken);
                    continue;
                }

                // A key names one amount: what is left after somebody gave a part back needs another.
                var key = refund.Refunded == 0 ? $"refund:{refund.PaymentId}"
                    : string.Create(CultureInfo.InvariantCulture, $"refund:{refund.PaymentId}:{refund.Amount}");
                var known = await database.UseAsync(connection => RefundBook.KnownAsync(connection, refund), cancellationToken);
                var id = await checkout.RefundAsync(
                    new RefundOrder(refund.PaymentId, refund.Amount, refund.Currency, key, known), cancellationToken);
                await DoneAsync(refund, id, cancellationToken);
            }
            catch (PaymentProviderException e)
            {
                if (e.IsFinal) Log.Refused(logger, refund.PaymentId, refund.Provider, e.Message);
                else Log.Later(logger, refund.PaymentId, refund.Provider, e.Message);
                await LaterAsync(refund, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One that nobody thought of holds up none of the others that were claimed with it.
                Log.Failed(logger, e, refund.PaymentId, refund.Provider);
                await LaterAsync(refund, cancellationToken);
            }
        }
    }

    private Task LaterAsync(DueRefund refund, CancellationToken cancellationToken) =>
        database.UseAsync(connection => RefundBook.LaterAsync(connection, refund, time.GetUtcNow()), cancellationToken);

    private async Task DoneAsync(DueRefund refund, string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var back = await RefundBook.DoneAsync(connection, transaction, refund, id, now, cancellationToken);
        var told = await returns.TellAsync(connection, transaction, refund.Provider, refund.PaymentId, back, isOurs: true, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var e in told) events.Ring(e);
        Log.Done(logger, refund.PaymentId, refund.Provider, refund.Reason ?? "");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Payment {Payment} must be refunded, but the API of {Provider} is not configured")]
        public static partial void NoApi(ILogger logger, string payment, string provider);

        [LoggerMessage(2, LogLevel.Error, "{Provider} refused to refund {Payment}; an operator must look: {Reason}")]
        public static partial void Refused(ILogger logger, string payment, string provider, string reason);

        [LoggerMessage(3, LogLevel.Warning, "{Provider} has not refunded {Payment} yet; it will be retried: {Reason}")]
        public static partial void Later(ILogger logger, string payment, string provider, string reason);

        [LoggerMessage(4, LogLevel.Information, "{Provider} refunded {Payment}: {Reason}")]
        public static partial void Done(ILogger logger, string payment, string provider, string reason);

        [LoggerMessage(5, LogLevel.Error, "Refunding {Payment} of {Provider} failed")]
        public static partial void Failed(ILogger logger, Exception e, string payment, string provider);
    }
}
