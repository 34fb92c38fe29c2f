using WhatsAppBots.Contracts.People;

namespace WhatsAppBots.Money;

/// <summary>
/// What is kept of people's orders and payments. The ledger stays, as the law asks; an erased person's orders are closed by this owner's
/// app.
/// </summary>
internal sealed class MoneyData : IPersonData, IRetention
{
    private const string OrdersSql =
        """
        select jsonb_agg(to_jsonb(x)) from (
          select o.id, o.conversation_id, o.bot, o.number, o.item, o.description, o.amount, o.currency, o.state, o.reference, o.provider,
              o.session,
                 o.language, o.pending_at, o.created_at, o.updated_at,
                 (select jsonb_agg(jsonb_build_object('at', h.at, 'state', h.state, 'cause', h.cause) order by h.at)
                  from money.order_history h where h.order_id = o.id) as history
          from money.orders o where o.conversation_id = any(@Conversations) order by o.id) x
        """;

    // The id stays: a webhook that comes again after years must not count again.
    private const string WebhooksSql = "update money.webhooks set body = '' where received_at < @before and body <> ''";

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables => ["money.orders"];

    /// <inheritdoc/>
    public IReadOnlyList<PersonPart> Parts => [new("orders", OrdersSql)];

    /// <inheritdoc/>
    public string OwedSql =>
        "select conversation_id from money.orders where conversation_id = any(@Conversations) and state in ('paid', 'refunding')";

    /// <inheritdoc/>
    public IReadOnlyList<string> BusyTables => ["money.orders", "money.entries"];

    // What should not be there: money that was taken and neither earned nor given back for days.

    /// <inheritdoc/>
    public IReadOnlyList<RetentionCount> Counts =>
    [
        new("ordersStuck", "select count(*) from money.orders where state in ('paid', 'refunding') and updated_at < @late", IsFault: true),
        new("refundsStuck", "select count(*) from money.payments where refund_at is not null and at < @late", IsFault: true),
        new("paymentsHeld", "select count(*) from money.payments where state = 'held' and refund_at is null"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<RetentionRule> Rules(RetentionPeriods kept) => [new("webhooksEmptied", WebhooksSql, kept.Updates)];
}
