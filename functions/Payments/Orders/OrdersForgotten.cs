using System.Text.Json;
using Dapper;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Refunds;

namespace WhatsAppBots.Payments.Orders;

/// <summary>
/// Of an erased person no order stays open or owed. Their bots settle what they know of; not what was paid by another number
/// of ours, nor what was paid while they went.
/// </summary>
internal sealed class OrdersForgotten(TimeProvider time) : IEventHandler
{
    private const string OrdersSql =
        "select id from money.orders where conversation_id = any(@conversations) and state in ('open', 'paid') order by id";

    /// <inheritdoc/>
    public string Receiver => Apps.Payments;

    /// <inheritdoc/>
    public string Type => EventTypes.PersonErased;

    /// <inheritdoc/>
    public Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var conversations = e.Data.Deserialize(ContractsJson.Default.PersonErased)!.Conversations.ToArray();
        return Task.FromResult(new EventOutcome(async (connection, transaction, token) =>
        {
            foreach (var id in (await connection.QueryAsync<long>(OrdersSql, new { conversations }, transaction)).ToList())
            {
                await SettleAsync(connection, transaction, id, e.Id, token);
            }
        }));
    }

    private async Task SettleAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long id, string cause, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await OrderBook.LockAsync(connection, transaction, id, cancellationToken) is { State: OrderStates.Open } open)
        {
            await OrderBook.MoveAsync(connection, transaction, open, OrderStates.Cancelled, cause, now, cancellationToken);
            return;
        }

        await RefundBook.MarkOrderAsync(connection, transaction, id, "the person had everything erased", now, cancellationToken);
    }
}
