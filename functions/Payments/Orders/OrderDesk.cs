using System.Text.Json;
using Dapper;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Payments.Orders;

/// <summary>A bot took an order: it gets a page to be paid on. Asked for again, it is the same order, and the page if it still lives.</summary>
internal sealed class OrderDesk(ProviderChoice choice, Database database, PublicUrl url, TimeProvider time) : IEventHandler
{
    // A page of Stripe's lives a day.
    private static readonly TimeSpan _pageLives = TimeSpan.FromHours(20);
    private static readonly TimeSpan _askAfter = TimeSpan.FromMinutes(15);

    private const string PageSql =
        """
        select provider as Provider, checkout_url as Url, ask_at as AskAt, updated_at as At from money.orders
        where id = @Id and checkout_url is not null
        """;

    private const string KeepSql =
        """
        update money.orders set provider = @provider, session = @Session, checkout_url = @url, ask_at = @ask, updated_at = @now,
          pending_at = null, language = @Language, entry_bot = @EntryBot
        where id = @id
        """;

    /// <inheritdoc/>
    public string Receiver => Apps.Payments;

    /// <inheritdoc/>
    public string Type => EventTypes.OrderPlaced;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var placed = e.Data.Deserialize(ContractsJson.Default.OrderPlaced)!;
        var now = time.GetUtcNow();
        var (order, page) = await database.UseAsync(
            async connection =>
            {
                var opened = await OpenAsync(connection, e, placed, now, cancellationToken);
                return (opened, await connection.QuerySingleOrDefaultAsync<(string Provider, string Url, DateTime? AskAt, DateTime At)>(PageSql, opened));
            },
            cancellationToken);
        if (order.State != OrderStates.Open || choice.Of(order.Currency) is not { Checkout: { } checkout } provider) return new EventOutcome(null, GiveUp(e));
        if (page.Url is not null && page.Provider == provider.Name && now.UtcDateTime - page.At < _pageLives)
        {
            return new EventOutcome(null, Ready(e, placed, order, new Uri(page.Url)));
        }

        OpenedCheckout opened;
        try
        {
            // The event's id is in the key: the same for each try of it, another whenever a page is wanted anew, in the same second too. Where the key
            // stayed the same, the provider would answer with the page that is over.
            var key = $"{order.Reference}:{EventIds.Of(e.Id)}";
            opened = await checkout.OpenAsync(
                new CheckoutRequest(
                    order.Reference, order.Amount, order.Currency, placed.Description, key, url.At($"paid/{order.Reference}"),
                    url.At($"paid/{order.Reference}?cancelled=1"), placed.Language),
                cancellationToken);
        }
        catch (PaymentProviderException failure) when (failure.IsFinal)
        {
            throw new InvalidOperationException($"{provider.Name} does not take order {order.Id}: {failure.Message}", failure);
        }

        return new EventOutcome(
            (effect, transaction, _) => effect.ExecuteAsync(
                KeepSql,
                new
                {
                    provider = provider.Name, opened.Session, url = opened.Url.AbsoluteUri, ask = (now + _askAfter).UtcDateTime, now = now.UtcDateTime,
                    id = order.Id, placed.Language, placed.EntryBot,
                },
                transaction),
            Ready(e, placed, order, opened.Url));
    }

    /// <inheritdoc/>
    public IReadOnlyList<CloudEvent> GiveUp(CloudEvent e)
    {
        var placed = e.Data.Deserialize(ContractsJson.Default.OrderPlaced)!;
        return
        [
            CloudEvent.Of(
                $"{e.Id}/failed", Apps.Payments, EventTypes.CheckoutFailed, e.Workspace, placed.ConversationId, e.Bot, time.GetUtcNow(),
                new(placed.ConversationId, placed.Number), ContractsJson.Default.CheckoutFailed),
        ];
    }

    private static async Task<Order> OpenAsync(
        NpgsqlConnection connection, CloudEvent e, OrderPlaced placed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var order = await OrderBook.OpenAsync(
            connection, transaction, e.Workspace, placed.ConversationId, e.Bot ?? "", placed.Item, placed.Amount, placed.Currency, e.Id, now,
            cancellationToken, placed.Number, placed.Description);
        await transaction.CommitAsync(cancellationToken);
        return order;
    }

    private CloudEvent Ready(CloudEvent e, OrderPlaced placed, Order order, Uri page) => CloudEvent.Of(
        $"{e.Id}/ready", Apps.Payments, EventTypes.CheckoutReady, e.Workspace, placed.ConversationId, e.Bot, time.GetUtcNow(),
        new(placed.ConversationId, placed.Number, order.Id, page), ContractsJson.Default.CheckoutReady);
}
