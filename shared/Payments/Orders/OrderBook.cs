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
          insert into money.orders (workspace_id, conversation_id, bot, item, amount, currency, state, reference, number, description, created_at, updated_at)
          values (@workspace, @conversation, @bot, @item::jsonb, @amount, @currency, @Open, @reference, @number, @description, @now, @now)
          on conflict (conversation_id, bot, number) where number > 0 do nothing returning id
        ), h as (
          insert into money.order_history (order_id, at, state, cause) select id, @now, @Open, @cause from o
        )
        select id from o
        """;

    private const string Columns =
        """
        select id as Id, workspace_id as WorkspaceId, conversation_id as ConversationId, bot as Bot, item::text as Item, amount as Amount,
               currency::text as Currency, state as State, reference as Reference, number as Number
        from money.orders
        """;

    private const string ByReferenceSql = Columns + " where reference = @reference for update";

    private const string ByIdSql = Columns + " where id = @id for update";

    private const string ByNumberSql = Columns + " where conversation_id = @conversation and bot = @bot and number = @number for update";

    private const string SetSql =
        """
        with o as (update money.orders set state = @state, updated_at = @now where id = @id and state = @from returning id)
        insert into money.order_history (order_id, at, state, cause) select id, @now, @state, @cause from o
        """;

    /// <summary>Opens an order; one of that number that is there already is the order.</summary>
    /// <param name="cause">Why, for its history.</param>
    public static async Task<Order> OpenAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, long workspace, long conversation, string bot, string item, long amount,
        string currency, string cause, DateTimeOffset now, CancellationToken cancellationToken, int number = 0, string description = "")
    {
        var reference = Order.ReferencePrefix + RandomNumberGenerator.GetHexString(24, lowercase: true);
        var id = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            OpenSql,
            new { workspace, conversation, bot, item, amount, currency, OrderStates.Open, reference, number, description, cause, now = now.UtcDateTime },
            transaction, cancellationToken: cancellationToken));
        return id is { } made
            ? new Order(made, workspace, conversation, bot, item, amount, currency, OrderStates.Open, reference, number)
            : (await LockAsync(connection, transaction, conversation, bot, number, cancellationToken))!;
    }

    /// <summary>Finds an order by what the provider was given, and locks it; null where there is none.</summary>
    public static Task<Order?> LockAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string reference, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Order?>(new CommandDefinition(
            ByReferenceSql, new { reference }, transaction, cancellationToken: cancellationToken));

    /// <summary>Finds an order by its id, and locks it; null where there is none.</summary>
    public static Task<Order?> LockAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, long id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Order?>(new CommandDefinition(ByIdSql, new { id }, transaction, cancellationToken: cancellationToken));

    /// <summary>Finds an order by its bot's number, and locks it; null where there is none.</summary>
    public static Task<Order?> LockAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, long conversation, string bot, int number, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Order?>(new CommandDefinition(
            ByNumberSql, new { conversation, bot, number }, transaction, cancellationToken: cancellationToken));

    /// <summary>Moves a locked order on.
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
