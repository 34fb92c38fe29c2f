using System.Text.Json;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Refunds;

namespace WhatsAppBots.Payments.Orders;

/// <summary>An order that was not paid is called off.</summary>
internal sealed class OrderCancellation(TimeProvider time) : IEventHandler
{
    /// <inheritdoc/>
    public string Receiver => Apps.Payments;

    /// <inheritdoc/>
    public string Type => EventTypes.OrderCancelled;

    /// <inheritdoc/>
    public Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var cancelled = e.Data.Deserialize(ContractsJson.Default.OrderCancelled)!;
        return Task.FromResult(new EventOutcome(async (connection, transaction, token) =>
        {
            var order = await OrderBook.LockAsync(connection, transaction, cancelled.ConversationId, e.Bot ?? "", cancelled.Number, token);
            if (order is { State: OrderStates.Open })
            {
                await OrderBook.MoveAsync(connection, transaction, order, OrderStates.Cancelled, e.Id, time.GetUtcNow(), token);
            }
        }));
    }
}

/// <summary>What was paid for is delivered: the money is earned.</summary>
internal sealed class OrderFulfilment(TimeProvider time) : IEventHandler
{
    /// <inheritdoc/>
    public string Receiver => Apps.Payments;

    /// <inheritdoc/>
    public string Type => EventTypes.OrderFulfilled;

    /// <inheritdoc/>
    public Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var fulfilled = e.Data.Deserialize(ContractsJson.Default.OrderFulfilled)!;
        return Task.FromResult(new EventOutcome((connection, transaction, token) => EarnAsync(connection, transaction, fulfilled.OrderId, e.Id, token)));
    }

    private async Task EarnAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long id, string cause, CancellationToken cancellationToken)
    {
        if (await OrderBook.LockAsync(connection, transaction, id, cancellationToken) is not { State: OrderStates.Paid } order) return;
        var now = time.GetUtcNow();
        await OrderBook.MoveAsync(connection, transaction, order, OrderStates.Fulfilled, cause, now, cancellationToken);

        // What went back meanwhile, or is in dispute, is not earned. Whoever moves it locks the order first.
        var there = await LedgerBook.BalanceAsync(connection, order.WorkspaceId, Account.Order(id), order.Currency, cancellationToken);
        if (there == 0) return;
        var moved = await LedgerBook.MoveAsync(
            connection, transaction, order.WorkspaceId,
            Movement.Transfer($"fulfilled:{id}", "fulfilled", order.Currency, there, Account.Order(id), Account.Revenue, $"order:{id}"), now, cancellationToken);
        if (moved == Moved.TooLittle) throw new InvalidOperationException($"Order {id} is paid, and its account does not hold the money.");
    }
}

/// <summary>Money is to go back: what a person asked for, or an order that cannot be made.</summary>
/// <param name="type">A name of <see cref="EventTypes"/>.</param>
internal sealed class RefundDesk(string type, TimeProvider time) : IEventHandler
{
    /// <inheritdoc/>
    public string Receiver => Apps.Payments;

    /// <inheritdoc/>
    public string Type => type;

    /// <inheritdoc/>
    public Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var (order, payment, reason) = type == EventTypes.TrainingFailed
            ? Of(e.Data.Deserialize(ContractsJson.Default.TrainingFailed)!)
            : Of(e.Data.Deserialize(ContractsJson.Default.RefundRequested)!);
        return Task.FromResult(new EventOutcome(async (connection, transaction, token) =>
        {
            if (payment is null) await RefundBook.MarkOrderAsync(connection, transaction, order, reason, time.GetUtcNow(), token);
            else await RefundBook.MarkPaymentAsync(connection, transaction, order, payment, reason, time.GetUtcNow());
        }));
    }

    private static (long, string?, string) Of(TrainingFailed failed) => (failed.OrderId, null, failed.Reason);

    private static (long, string?, string) Of(RefundRequested asked) => (asked.OrderId, asked.Payment, asked.Reason);
}
