using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Refunds;

namespace WhatsAppBots.Money.Orders;

/// <summary>
/// Takes in what providers tell: each telling is kept once and without its payer, each payment counts once however many tell of it, and money
/// that fits no order is held apart, to be given back. All of it in one transaction.
/// </summary>
public static class PaymentIntake
{
    private const string KeepSql =
        """
        insert into money.webhooks (provider, event_id, workspace_id, outcome, body, received_at)
        values (@provider, @eventId, @workspace, @outcome, @body, @now) on conflict do nothing
        """;

    // Only a provider's own secret signs what is not to its documents. Whoever has it may not fill the disk by it.
    private const string KeepUnreadSql =
        """
        insert into money.webhooks (provider, event_id, workspace_id, outcome, body, received_at)
        select @provider, @eventId, @workspace, @outcome, @body, @now
        where (select count(*) from (select 1 from money.webhooks
                                     where received_at > @now - interval '1 hour' and provider = @provider and order_id is null limit @MostAnHour) recent) < @MostAnHour
        on conflict do nothing
        """;

    private const string OutcomeSql = "update money.webhooks set outcome = @outcome, order_id = @order where provider = @provider and event_id = @eventId";

    private const string PaySql =
        """
        insert into money.payments (provider, payment_id, workspace_id, order_id, amount, currency, state, reason, at, refund_at, refund_reason)
        values (@provider, @PaymentId, @workspace, @order, @Amount, @Currency, @state, @reason, @now, @back, @reason) on conflict do nothing
        """;

    /// <summary>What nobody ordered, or not like that; it is not ours.</summary>
    public static Account Held { get; } = new("held", Floored: true);

    /// <summary>How many tellings that concern no order are kept of one provider in an hour.</summary>
    public const int MostAnHour = 1000;

    /// <summary>
    /// The key of a body that names no event: a hash of what is kept of it. The whole body may hold the payer's number, which a hash tells.
    /// </summary>
    public static string KeyOf(ReadOnlyMemory<byte> body) =>
        "body:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(WebhookBody.Storable(body))));

    /// <summary>Keeps a telling that moves no money, unless very many of the last hour are kept already.</summary>
    /// <returns>It was not kept before and is now.</returns>
    public static async Task<bool> KeepAsync(
        NpgsqlConnection connection, long workspace, string provider, string eventId, string outcome, ReadOnlyMemory<byte> body,
        DateTimeOffset now, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            KeepUnreadSql, new { provider, eventId, workspace, outcome, body = WebhookBody.Storable(body), now = now.UtcDateTime, MostAnHour },
            cancellationToken: cancellationToken)) > 0;

    /// <summary>Keeps a telling that concerns money of ours, or may.</summary>
    /// <param name="order">The order it concerns; null: none that is known.</param>
    /// <returns>It was not kept before and is now.</returns>
    public static async Task<bool> KeepAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long workspace, string provider, string eventId, string outcome, long? order,
        ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        var kept = await connection.ExecuteAsync(
            KeepSql, new { provider, eventId, workspace, outcome, body = WebhookBody.Storable(body), now = now.UtcDateTime }, transaction);
        if (kept > 0 && order is not null) await connection.ExecuteAsync(OutcomeSql, new { provider, eventId, outcome, order }, transaction);
        return kept > 0;
    }

    /// <summary>Takes a payment in.</summary>
    /// <param name="workspace">Whose it is where it names no order of ours.</param>
    public static async Task<TakenPayment> TakeAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long workspace, string provider, WebhookReading.Paid told,
        ReadOnlyMemory<byte> body, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var payment = told.Payment;
        await ReturnBook.LockAsync(connection, transaction, provider, payment.PaymentId);
        var kept = await ExecuteAsync(KeepSql, new { provider, eventId = told.EventId, workspace, outcome = "received", body = WebhookBody.Storable(body), now = now.UtcDateTime });
        if (kept == 0) return new(PaymentOutcome.ToldBefore, null);

        // Locked before the payment is claimed: two payments of one order come one after the other.
        if (payment.Reference?.StartsWith(Order.ReferencePrefix, StringComparison.Ordinal) != true)
        {
            await ExecuteAsync(OutcomeSql, new { provider, eventId = told.EventId, outcome = nameof(PaymentOutcome.NotOurs), order = (long?)null });
            return new(PaymentOutcome.NotOurs, null);
        }

        var order = await OrderBook.LockAsync(connection, transaction, payment.Reference, cancellationToken);
        var outcome = order switch
        {
            null => PaymentOutcome.NoSuchOrder,
            { State: not OrderStates.Open } => PaymentOutcome.OrderNotOpen,
            _ when order.Currency != payment.Currency => PaymentOutcome.WrongCurrency,
            _ when order.Amount != payment.Amount => PaymentOutcome.WrongAmount,
            _ => PaymentOutcome.Credited,
        };
        var claimed = await ExecuteAsync(PaySql, new
        {
            provider, payment.PaymentId, workspace = order?.WorkspaceId ?? workspace, order = order?.Id, payment.Amount, payment.Currency,
            state = outcome == PaymentOutcome.Credited ? "credited" : "held",
            reason = outcome == PaymentOutcome.Credited ? null : outcome.ToString(), now = now.UtcDateTime, back = (now + BackAfter(outcome))?.UtcDateTime,
        });
        if (claimed == 0) outcome = PaymentOutcome.ToldBefore;
        await ExecuteAsync(OutcomeSql, new { provider, eventId = told.EventId, outcome = outcome.ToString(), order = order?.Id });
        if (claimed == 0) return new(outcome, order);

        var account = outcome == PaymentOutcome.Credited ? Account.Order(order!.Id) : Held;
        await LedgerBook.MoveAsync(
            connection, transaction, order?.WorkspaceId ?? workspace,
            Movement.Transfer(
                $"payment:{provider}:{payment.PaymentId}", "payment", payment.Currency, payment.Amount, Account.Provider(provider), account,
                order is null ? "" : $"order:{order.Id}"),
            now, cancellationToken);
        if (outcome == PaymentOutcome.Credited)
        {
            await OrderBook.MoveAsync(connection, transaction, order!, OrderStates.Paid, $"{provider}:{payment.PaymentId}", now, cancellationToken);
        }

        // What went back of it may have been told first.
        return new(outcome, order, await ReturnBook.SettleAsync(connection, transaction, provider, payment.PaymentId, payment.PaymentId, now, cancellationToken));

        Task<int> ExecuteAsync(string sql, object parameters) =>
            connection.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken));
    }

    // A second payment goes back at once; one that fits nothing when a day has passed in which somebody could say otherwise.
    private static TimeSpan? BackAfter(PaymentOutcome outcome) => outcome switch
    {
        PaymentOutcome.OrderNotOpen => TimeSpan.Zero,
        PaymentOutcome.WrongAmount or PaymentOutcome.WrongCurrency or PaymentOutcome.NoSuchOrder => TimeSpan.FromDays(1),
        _ => null,
    };
}

/// <summary>What became of a payment.</summary>
/// <param name="Returns">What of it had gone back by then; null: it was not looked at.</param>
public sealed record TakenPayment(PaymentOutcome Outcome, Order? Order, Returns? Returns = null);

/// <summary>What became of a payment.</summary>
public enum PaymentOutcome
{
    /// <summary>It is the order's, and the order is paid.</summary>
    Credited,

    /// <summary>This telling, or another of the same payment, was there before. Nothing happened.</summary>
    ToldBefore,

    /// <summary>Kept and left alone: it carries no reference of ours, and belongs to somebody else on the same account.</summary>
    NotOurs,

    /// <summary>Held: it names no order there is.</summary>
    NoSuchOrder,

    /// <summary>Held: the order was paid already, or is no longer offered.</summary>
    OrderNotOpen,

    /// <summary>Held: not what was asked for.</summary>
    WrongAmount,

    /// <summary>Held: not what was asked for.</summary>
    WrongCurrency,
}
