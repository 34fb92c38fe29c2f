using Dapper;
using Npgsql;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Payments;

public sealed class PaymentIntakeTests : IAsyncLifetime
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private TestDatabase _database = null!;
    private NpgsqlDataSource _connections = null!;
    private Order _order = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _connections = NpgsqlDataSource.Create(_database.ConnectionString);
        _order = await OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Payment_ThatFits_PaysTheOrder()
    {
        var taken = await TakeAsync("e1", "p1");

        Assert.Equal(PaymentOutcome.Credited, taken.Outcome);
        Assert.Equal("paid", await StateAsync());
        Assert.Equal(1290, await BalanceAsync(Account.Order(_order.Id)));
        Assert.Equal(["open: asked", "paid: stripe:p1"], await QueryAsync<string>("select state || ': ' || cause from money.order_history order by at, state"));
    }

    [Fact]
    public async Task Payment_ToldByTheSameEventAgainOrByAnother_CountsOnce()
    {
        await TakeAsync("e1", "p1");

        Assert.Equal(PaymentOutcome.ToldBefore, (await TakeAsync("e1", "p1")).Outcome);
        Assert.Equal(PaymentOutcome.ToldBefore, (await TakeAsync("e2", "p1")).Outcome);
        Assert.Equal(1290, await BalanceAsync(Account.Order(_order.Id)));
        Assert.Equal(2, (await QueryAsync<string>("select event_id from money.webhooks")).Count);
    }

    [Theory]
    [InlineData(1289, "EUR", PaymentOutcome.WrongAmount)]
    [InlineData(1291, "EUR", PaymentOutcome.WrongAmount)]
    [InlineData(1290, "USD", PaymentOutcome.WrongCurrency)]
    public async Task Payment_ThatDoesNotFit_IsHeldAndTheOrderStaysOpen(long amount, string currency, PaymentOutcome outcome)
    {
        Assert.Equal(outcome, (await TakeAsync("e1", "p1", amount, currency)).Outcome);

        Assert.Equal("open", await StateAsync());
        Assert.Equal(amount, await BalanceAsync(PaymentIntake.Held, currency));
        Assert.Equal(0, await BalanceAsync(Account.Order(_order.Id), currency));
    }

    [Fact]
    public async Task SecondPayment_OfAnOrder_IsHeld()
    {
        await TakeAsync("e1", "p1");

        Assert.Equal(PaymentOutcome.OrderNotOpen, (await TakeAsync("e2", "p2")).Outcome);
        Assert.Equal(1290, await BalanceAsync(Account.Order(_order.Id)));
        Assert.Equal(1290, await BalanceAsync(PaymentIntake.Held));
    }

    [Fact]
    public async Task Payment_OfAnOrderThereIsNot_IsHeld()
    {
        Assert.Equal(PaymentOutcome.NoSuchOrder, (await TakeAsync("e1", "p1", reference: "o_of_nobody")).Outcome);
        Assert.Equal(1290, await BalanceAsync(PaymentIntake.Held));
    }

    // The same account at a provider may serve a shop too.
    [Theory]
    [InlineData("cart-17")]
    [InlineData(null)]
    public async Task Payment_ThatIsNoneOfOurs_IsLeftAlone(string? reference)
    {
        Assert.Equal(PaymentOutcome.NotOurs, (await TakeAsync("e1", "p1", reference: reference)).Outcome);
        Assert.Equal(0, await BalanceAsync(PaymentIntake.Held));
        Assert.Empty(await QueryAsync<string>("select payment_id from money.payments"));
        Assert.Equal(["NotOurs"], await QueryAsync<string>("select outcome from money.webhooks"));
    }

    // A thousand tellings of forty payments of twenty orders, doubled, in any order, sixteen at a time.
    [Fact]
    public async Task Tellings_DoubledAndShuffled_CreditEachOrderOnceAndLoseNothing()
    {
        var orders = new List<Order>();
        for (var n = 0; n < 20; n++) orders.Add(await OpenAsync());
        var tellings = Enumerable.Range(0, 1000).Select(n => (Event: $"e{n % 250}", Payment: n % 250 % 40)).ToArray();
        new Random(5).Shuffle(tellings);

        var outcomes = new System.Collections.Concurrent.ConcurrentBag<PaymentOutcome>();
        await Parallel.ForEachAsync(tellings, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (telling, _) =>
            outcomes.Add((await TakeAsync(telling.Event, $"p{telling.Payment}", reference: orders[telling.Payment % 20].Reference)).Outcome));

        Assert.Equal(20, outcomes.Count(outcome => outcome == PaymentOutcome.Credited));
        Assert.Equal(20, outcomes.Count(outcome => outcome == PaymentOutcome.OrderNotOpen));
        Assert.Equal(960, outcomes.Count(outcome => outcome == PaymentOutcome.ToldBefore));
        foreach (var order in orders) Assert.Equal(1290, await BalanceAsync(Account.Order(order.Id)));
        Assert.Equal(20 * 1290, await BalanceAsync(PaymentIntake.Held));
        Assert.Equal(-40 * 1290, await BalanceAsync(Account.Provider("stripe")));
        await using var connection = await _connections.OpenConnectionAsync();
        Assert.Empty(await LedgerCheck.RunAsync(connection, CancellationToken.None));
    }

    [Fact]
    public async Task Body_WithBytesThatPostgreSqlRefuses_IsKept()
    {
        await using var connection = await _connections.OpenConnectionAsync();
        await PaymentIntake.KeepAsync(connection, 1, "stripe", "e1", "unreadable", new byte[] { (byte)'a', 0, 0xFF, (byte)'b' }, _now, CancellationToken.None);

        Assert.Equal(["a\uFFFD\uFFFDb"], await QueryAsync<string>("select body from money.webhooks"));
    }

    private async Task<Order> OpenAsync()
    {
        await using var connection = await _connections.OpenConnectionAsync();
        return await OrderBook.OpenAsync(connection, null, 1, 17, "portraits", """{"pack": 4}""", 1290, "EUR", "asked", _now, CancellationToken.None);
    }

    private async Task<TakenPayment> TakeAsync(string eventId, string payment, long amount = 1290, string currency = "EUR", string? reference = "")
    {
        await using var connection = await _connections.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var taken = await PaymentIntake.TakeAsync(
            connection, transaction, 1, "stripe",
            new WebhookReading.Paid(eventId, new PaymentNotice(payment, reference == "" ? _order.Reference : reference, amount, currency)),
            "{}"u8.ToArray(), _now.AddMinutes(1), CancellationToken.None);
        await transaction.CommitAsync();
        return taken;
    }

    private async Task<string> StateAsync() => (await QueryAsync<string>($"select state from money.orders where id = {_order.Id}"))[0];

    private async Task<long> BalanceAsync(Account account, string currency = "EUR")
    {
        await using var connection = await _connections.OpenConnectionAsync();
        return await LedgerBook.BalanceAsync(connection, 1, account, currency, CancellationToken.None);
    }

    private async Task<List<T>> QueryAsync<T>(string sql)
    {
        await using var connection = await _connections.OpenConnectionAsync();
        return (await connection.QueryAsync<T>(sql)).ToList();
    }
}
