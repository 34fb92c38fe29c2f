using System.Text.Json;
using WhatsAppBots.Contracts.Money;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Money.Queries;

/// <summary>Order and its payments.</summary>
/// <param name="Amount">Minor units.</param>
/// <param name="Price">The amount as people read it: <c>9.00 USD</c>, <c>1500 JPY</c>.</param>
/// <param name="Refunded">Minor units that went back, by us or at the provider.</param>
/// <param name="Disputed">Minor units that a bank disputes and has not settled.</param>
/// <param name="Lost">Minor units that a bank took back.</param>
/// <param name="Provider">The payment provider; null: none was chosen yet.</param>
/// <param name="Item">The bot's own description of what was ordered.</param>
public sealed record OrderSummary(
    long Id, long ConversationId, string Bot, string State, long Amount, string Currency, string Price, long Refunded, long Disputed, long Lost,
    string? Provider, JsonElement Item, DateTimeOffset At, IReadOnlyList<OrderStepView> History);

/// <summary>Step of an order.</summary>
/// <param name="Cause">The event or payment that led to it.</param>
public sealed record OrderStepView(DateTimeOffset At, string State, string Cause);

/// <summary>Reads orders, newest first.</summary>
public sealed class OrderQueries(Workspace workspace)
{
    private const string ListSql =
        """
        select o.id as Id, o.conversation_id as ConversationId, o.bot as Bot, o.state as State, o.amount as Amount, o.currency::text as Currency,
               coalesce(p.refunded, 0)::bigint as Refunded, coalesce(p.disputed, 0)::bigint as Disputed, coalesce(p.lost, 0)::bigint as Lost,
               o.provider as Provider, o.item::text as Item, o.created_at as At,
               (select jsonb_agg(jsonb_build_object('at', h.at, 'state', h.state, 'cause', h.cause) order by h.at)
                from money.order_history h where h.order_id = o.id)::text as History
        from money.orders o
        left join lateral (
          select sum(case when m.state = 'refunded' and m.refunded + m.lost = 0 then m.amount else m.refunded end) as refunded,
                 sum(m.disputed) as disputed, sum(m.lost) as lost
          from money.payments m where m.order_id = o.id and m.reason is null) p on true
        where @After::bigint is null or o.id < @After order by o.id desc limit @Limit
        """;

    /// <summary>Reads a page of orders.</summary>
    public Task<Page<OrderSummary>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        workspace.PageAsync<Row, OrderSummary>(ListSql, page, Summary, item => item.Id, cancellationToken);

    private static OrderSummary Summary(Row row) => new(
        row.Id, row.ConversationId, row.Bot, row.State, row.Amount, row.Currency, Currencies.Text(row.Amount, row.Currency), row.Refunded,
        row.Disputed, row.Lost, row.Provider, JsonSerializer.Deserialize<JsonElement>(row.Item), row.At,
        row.History is null ? [] : JsonSerializer.Deserialize<List<OrderStepView>>(row.History, JsonSerializerOptions.Web)!);

    private sealed record Row(
        long Id, long ConversationId, string Bot, string State, long Amount, string Currency, long Refunded, long Disputed, long Lost,
        string? Provider, string Item, DateTime At, string? History);
}
