using System.Text.Json;
using WhatsAppBots.Money.Queries;
using WhatsAppBots.Portraits.Backend.Store;

namespace WhatsAppBots.Admin.Orders;

/// <summary>Order and what became of it.</summary>
/// <param name="Amount">Minor units.</param>
/// <param name="Price">The amount as people read it: <c>9.00 USD</c>, <c>1500 JPY</c>.</param>
/// <param name="Refunded">Minor units that went back, by us or at the provider.</param>
/// <param name="Disputed">Minor units that a bank disputes and has not settled.</param>
/// <param name="Lost">Minor units that a bank took back.</param>
/// <param name="Provider">The payment provider; null: none was chosen yet.</param>
/// <param name="Item">The bot's own description of what was ordered.</param>
/// <param name="Job">Where it stands at the AI provider; null: it was not asked.</param>
public sealed record OrderView(
    long Id, long ConversationId, string Bot, string State, long Amount, string Currency, string Price, long Refunded, long Disputed,
        long Lost,
    string? Provider, JsonElement Item, DateTimeOffset At, OrderJobView? Job, IReadOnlyList<OrderStepView> History)
{
    /// <summary>Joins what the owners of orders and of jobs know.</summary>
    internal static OrderView Of(OrderSummary order, OrderJobView? job) => new(
        order.Id, order.ConversationId, order.Bot, order.State, order.Amount, order.Currency, order.Price, order.Refunded, order.Disputed,
        order.Lost, order.Provider, order.Item, order.At, job, order.History);
}
