using Dapper;
using Npgsql;
using WhatsAppBots.Data;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Money.Refunds;

/// <summary>
/// Money on its way back. A payment is first marked, in the transaction of whoever decides it; then the provider is asked, as
/// often as it takes; then the ledger follows, in the transaction that says it is done.
/// </summary>
public static class RefundBook
{
    private static readonly TimeSpan _claim = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _longestPause = TimeSpan.FromHours(6);

    private const string MarkOrderSql =
        """
        update money.payments set state = 'refunding', refund_at = @now, refund_reason = @reason
        where order_id = @order and state = 'credited'
        """;

    private const string MarkOneSql =
        """
        update money.payments set refund_at = least(refund_at, @now), refund_reason = coalesce(refund_reason, @reason)
        where provider = @provider and payment_id = @payment and state = 'held' and order_id = @order
        """;

    private static readonly string _claimSql =
        $"""
        update money.payments p set {Claims.Hold("refund_at", _claim)}, refund_tries = refund_tries + 1
        from (select provider, payment_id from money.payments where {Claims.IsFree("refund_at")}
              order by refund_at limit @most for update skip locked) d
        where p.provider = d.provider and p.payment_id = d.payment_id
        returning p.provider as Provider, p.payment_id as PaymentId, p.workspace_id as WorkspaceId, p.order_id as OrderId,
                  p.amount - p.refunded - p.lost as Amount, p.currency::text as Currency, p.state as State, p.refund_reason as Reason,
                  p.refund_tries as Tries, p.refunded as Refunded
        """;

    private const string LaterSql = "update money.payments set refund_at = @at where provider = @Provider and payment_id = @PaymentId and state <> 'refunded'";

    private const string KnownSql =
        "select refund_id from money.refunds where provider = @Provider and payment_id = @PaymentId and state = 'made'";

    /// <summary>All that was paid for an order goes back, if what was ordered is still owed.</summary>
    /// <returns>False where there is nothing to give back: it was never paid, is delivered, or goes back already.</returns>
    public static async Task<bool> MarkOrderAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long id, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await OrderBook.LockAsync(connection, transaction, id, cancellationToken) is not { State: OrderStates.Paid } order) return false;
        await OrderBook.MoveAsync(connection, transaction, order, OrderStates.Refunding, reason, now, cancellationToken);
        await connection.ExecuteAsync(MarkOrderSql, new { order = id, reason, now = now.UtcDateTime }, transaction);
        return true;
    }

    /// <summary>One payment that is held goes back now.</summary>
    /// <param name="payment"><c>stripe:pi_…</c></param>
    public static async Task<bool> MarkPaymentAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long order, string payment, string reason, DateTimeOffset now) =>
        payment.Split(':', 2) is [var provider, var id]
        && await connection.ExecuteAsync(MarkOneSql, new { provider, payment = id, order, reason, now = now.UtcDateTime }, transaction) > 0;

    /// <summary>Claims what is due, for two minutes.</summary>
    public static async Task<IReadOnlyList<DueRefund>> ClaimAsync(
        NpgsqlConnection connection, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<DueRefund>(new CommandDefinition(
            _claimSql, new { now = now.UtcDateTime, most }, cancellationToken: cancellationToken))).ToList();

    /// <summary>It was not given back; it is tried again, more and more seldom.</summary>
    public static Task LaterAsync(NpgsqlConnection connection, DueRefund refund, DateTimeOffset now) => connection.ExecuteAsync(
        LaterSql,
        new
        {
            refund.Provider, refund.PaymentId,
            at = now.AddSeconds(Math.Min(_longestPause.TotalSeconds, 15 * Math.Pow(2, Math.Min(refund.Tries, 12)))).UtcDateTime,
        });

    /// <summary>Ids of the refunds of a payment that are in the books.</summary>
    public static async Task<IReadOnlyCollection<string>> KnownAsync(NpgsqlConnection connection, DueRefund refund) =>
        (await connection.QueryAsync<string>(KnownSql, refund)).ToHashSet();

    /// <summary>It was given back: the ledger follows.</summary>
    /// <param name="id">The provider's id of the refund; the payment's where it tells none.</param>
    /// <returns>What is new by it; nothing where the provider's webhook was quicker.</returns>
    public static async Task<Returns> DoneAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, DueRefund refund, string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await ReturnBook.LockAsync(connection, transaction, refund.Provider, refund.PaymentId);

        // Without an id it is known that all of it is back, though not by which refunds.
        var notice = id == refund.PaymentId
            ? new RefundNotice(null, refund.PaymentId, refund.Amount + refund.Refunded, refund.Currency)
            : new RefundNotice(id, refund.PaymentId, refund.Amount, refund.Currency);
        await ReturnBook.KeepAsync(connection, transaction, refund.WorkspaceId, refund.Provider, notice, now);
        return await ReturnBook.SettleAsync(connection, transaction, refund.Provider, refund.PaymentId, id, now, cancellationToken);
    }
}

/// <summary>A payment whose refund is due.</summary>
/// <param name="State"><c>refunding</c>: it paid its order; <c>held</c>: it fitted none.</param>
/// <param name="Amount">Minor units that are left of it.</param>
/// <param name="Tries">How often it was tried, this one included.</param>
/// <param name="Refunded">Minor units that went back before.</param>
public sealed record DueRefund(
    string Provider, string PaymentId, long WorkspaceId, long? OrderId, long Amount, string Currency, string State, string? Reason, int Tries,
    long Refunded = 0);
