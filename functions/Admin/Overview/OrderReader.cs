using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts.Money;

namespace WhatsAppBots.Admin.Overview;

/// <summary>An order and what became of it.</summary>
/// <param name="Amount">Minor units.</param>
/// <param name="Price">The amount as people read it: <c>9.00 USD</c>, <c>1500 JPY</c>.</param>
/// <param name="Refunded">Minor units that went back, by us or at the provider.</param>
/// <param name="Disputed">Minor units that a bank disputes and has not settled.</param>
/// <param name="Lost">Minor units that a bank took back.</param>
/// <param name="Job">Where it stands at the AI provider; null: it was not asked.</param>
public sealed record OrderView(
    long Id, long ConversationId, string Bot, string State, long Amount, string Currency, string Price, long Refunded, long Disputed, long Lost, string? Provider,
    JsonElement Item, DateTimeOffset At, OrderJobView? Job, IReadOnlyList<OrderStepView> History);

/// <summary>An order at the AI provider.</summary>
/// <param name="Model">The provider's id.</param>
public sealed record OrderJobView(string State, long? Model, int Pictures, string? Error);

/// <summary>A step of an order.</summary>
public sealed record OrderStepView(DateTimeOffset At, string State, string Cause);

/// <summary>Reads orders, newest first.</summary>
public sealed class OrderReader(Workspace workspace)
{
    private const string ListSql =
        """
        select o.id as Id, o.conversation_id as ConversationId, o.bot as Bot, o.state as State, o.amount as Amount, o.currency::text as Currency,
               coalesce(p.refunded, 0)::bigint as Refunded, coalesce(p.disputed, 0)::bigint as Disputed, coalesce(p.lost, 0)::bigint as Lost,
               o.provider as Provider, o.item::text as Item, o.created_at as At,
               (select jsonb_build_object('state', j.state, 'model', j.tune_id, 'error', j.error, 'pictures',
                         (select count(*) from images.results r where r.order_id = j.order_id and r.attempt = j.attempt))
                from images.jobs j where j.order_id = o.id order by j.attempt desc limit 1)::text as Job,
               (select jsonb_agg(jsonb_build_object('at', h.at, 'state', h.state, 'cause', h.cause) order by h.at)
                from money.order_history h where h.order_id = o.id)::text as History
        from money.orders o
        left join lateral (
          select sum(case when m.state = 'refunded' and m.refunded + m.lost = 0 then m.amount else m.refunded end) as refunded,
                 sum(m.disputed) as disputed, sum(m.lost) as lost
          from money.payments m where m.order_id = o.id and m.reason is null) p on true
        where @After::bigint is null or o.id < @After order by o.id desc limit @Limit
        """;

    public Task<Page<OrderView>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        workspace.RunAsync(
            async (connection, transaction) =>
            {
                var rows = await connection.QueryAsync<Row>(
                    new CommandDefinition(ListSql, new { page.After, Limit = page.Size + 1 }, transaction, cancellationToken: cancellationToken));
                return page.Cut([.. rows.Select(View)], row => row.Id);
            },
            cancellationToken);

    private static OrderView View(Row row) => new(
        row.Id, row.ConversationId, row.Bot, row.State, row.Amount, row.Currency, Currencies.Text(row.Amount, row.Currency), row.Refunded,
        row.Disputed, row.Lost, row.Provider, JsonSerializer.Deserialize<JsonElement>(row.Item), row.At,
        row.Job is null ? null : JsonSerializer.Deserialize<OrderJobView>(row.Job, AdminJson.Options),
        row.History is null ? [] : JsonSerializer.Deserialize<List<OrderStepView>>(row.History, AdminJson.Options)!);

    private sealed record Row(
        long Id, long ConversationId, string Bot, string State, long Amount, string Currency, long Refunded, long Disputed, long Lost, string? Provider, string Item,
        DateTime At, string? Job, string? History);
}
