using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace WhatsAppBots.Money.Orders;

/// <summary>Orders and their history, in the transaction of whoever changes them.</summary>
public static class OrderBook
{
    private const string OpenSql =
        """
        with o as (
          insert into money.orders (workspace_id, conversation_id, bot, item, amount, currency, state, reference, created_at, updated_at)
          values (@workspace, @conversation, @bot, @item::jsonb, @amount, @currency, @Open, @reference, @now, @now) returning id
        ), h as (
          insert into money.order_history (order_id, at, state, cause) select id, @now, @Open, @cause from o
        )
        select id from o
        """;

    private const string ByReferenceSql =
        """
        select id as Id, workspace_id as WorkspaceId, conversation_id as ConversationId, bot as Bot, item::text as Item, amount as Amount,
               currency::text as Currency, state as State, reference as Reference
        from money.orders where reference = @reference for update
        """;

    private const string SetSql =
        """
        with o as (update money.orders set state = @state, updated_at = @now where id = @id and state = @from returning id)
        insert into money.order_history (order_id, at, state, cause) select id, @now, @state, @cause from o
        """;

    /// <summary>Opens an order.</summary>
    /// <param name="cause">Why, for its history.</param>
    public static async Task<Order> OpenAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, long workspace, long conversation, string bot, string item, long amount,
        string currency, string cause, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reference = "o_" + RandomNumberGenerator.GetHexString(24, lowercase: true);
        var id = await connection.QuerySingleAsync<long>(new CommandDefinition(
            OpenSql,
            new { workspace, conversation, bot, item, amount, currency, OrderStates.Open, reference, cause, now = now.UtcDateTime },
            transaction, cancellationToken: cancellationToken));
        return new Order(id, workspace, conversation, bot, item, amount, currency, OrderStates.Open, reference);
    }

    /// <summary>Finds an order by what the provider was given, and locks it; null where there is none.</summary>
    public static Task<Order?> LockAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string reference, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Order?>(new CommandDefinition(
            ByReferenceSql, new { reference }, transaction, cancellationToken: cancellationToken));

    /// <summary>Moves a locked order on.</summary>
    /// <exception cref="InvalidOperationException">It is not where it was thought to be.</exception>
    public static async Task MoveAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Order order, string state, string cause, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var moved = await connection.ExecuteAsync(new CommandDefinition(
            SetSql, new { order.Id, from = order.State, state, cause, now = now.UtcDateTime }, transaction, cancellationToken: cancellationToken));
        if (moved == 0) throw new InvalidOperationException($"Order {order.Id} is no longer {order.State}.");
    }
}
