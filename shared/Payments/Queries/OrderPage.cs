using Dapper;
using Npgsql;

namespace WhatsAppBots.Money.Queries;

/// <summary>Order as its page shows it. It names no person.</summary>
/// <param name="Amount">Minor units.</param>
/// <param name="Url">Where it is paid; null: no page is open.</param>
/// <param name="IsPending">The person did their part, and the money is still to come.</param>
/// <param name="Returned">Minor units that went back, by us, at the provider or through a bank.</param>
public sealed record OrderOfPage(
    string State, long Amount, string Currency, string Description, string? Language, string Bot, string? EntryBot, string? Url,
    bool IsPending, long Returned);

/// <summary>Reads one order for the page that providers lead back to, and has its provider asked.</summary>
public static class OrderPage
{
    private const string OrderSql =
        """
        select state as State, amount as Amount, currency::text as Currency, description as Description, language as Language, bot as Bot,
               entry_bot as EntryBot, checkout_url as Url, pending_at is not null as IsPending,
               coalesce((select sum(m.refunded + m.lost) from money.payments m
                         where m.order_id = o.id and m.reason is null), 0)::bigint as Returned
        from money.orders o where reference = @order
        """;

    // Soon, once in a while, however often the page is looked at.
    private const string AskSql =
        """
        update money.orders set looked_at = @now, ask_at = least(ask_at, @now + interval '3 seconds')
        where reference = @order and state = 'open' and session is not null and (looked_at is null or looked_at < @now - interval '1 minute')
        """;

    /// <summary>Finds an order by its reference; null where there is none.</summary>
    public static Task<OrderOfPage?> FindAsync(NpgsqlConnection connection, string order, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<OrderOfPage>(new CommandDefinition(OrderSql, new { order }, cancellationToken: cancellationToken));

    /// <summary>Has the provider of an open order asked within seconds whether it was paid.</summary>
    public static Task AskSoonAsync(NpgsqlConnection connection, string order, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(AskSql, new { order, now = now.UtcDateTime }, cancellationToken: cancellationToken));
}
