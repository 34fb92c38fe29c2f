using System.Collections.Concurrent;
using System.Globalization;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Payments;

namespace WhatsAppBots.Database.Tests.Payments;

/// <summary>
/// Fifty orders at three providers and all that can happen to them, in any order and eight at a time, in two processes; the
/// stand-in's own books are what the ledger must agree with in the end.
/// </summary>
public sealed class MoneyStormTests : MoneyTest
{
    private const int Orders = 50;
    private const long Amount = 1290;

    private static readonly string[] _currencies = ["EUR", "INR", "BRL"];

    private static readonly string[] _acts =
    [
        "place", "pay", "pay", "pay", "twice", "lost", "lost", "wrong amount", "wrong currency", "pay again", "cancel", "fulfil", "fulfil", "fail",
        "ask back", "ask held back", "reconcile", "give back", "give back", "refunds break", "refunds are lost", "time",
    ];

    private readonly ConcurrentBag<int> _answers = [];
    private readonly ConcurrentBag<string> _told = [];
    private readonly ServiceProvider[] _processes = new ServiceProvider[2];
    private WebhookHost _host = null!;
    private StandIn _standIn = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await WebhookHost.StartAsync(ReceiveAsync);
        _standIn = await StandIn.StartAsync(_host.Url, Time);
        for (var n = 0; n < _processes.Length; n++) _processes[n] = Start(_standIn.Settings());
        App = _processes[0];
    }

    public override async Task DisposeAsync()
    {
        await _standIn.DisposeAsync();
        await _host.DisposeAsync();
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Money_OfEveryOrder_IsOwedOrEarnedOrGivenBack(int seed)
    {
        var random = new Random(seed);
        await Task.WhenAll(Enumerable.Range(1, Orders).Select(number =>
            PlaceAsync(number, currency: _currencies[number % 3], process: _processes[number % 2])));
        Assert.Equal(Orders, (await ReadyAsync()).Count);
        await _standIn.MannerAsync("webhooks", "double");
        var steps = Enumerable.Range(1, Orders).SelectMany(number => Enumerable.Range(0, random.Next(4, 14)).Select(_ => (number, Act: random.GetItems(_acts, 1)[0])))
            .ToArray();
        random.Shuffle(steps);

        await Parallel.ForEachAsync(
            steps.Select((step, n) => (step.number, step.Act, Process: _processes[n % 2])), new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (step, _) => await DoAsync(step.number, step.Act, step.Process));
        await SettleAsync();
        await AssertAgreesAsync();
    }

    private async Task<IResult> ReceiveAsync(HttpContext context, string provider)
    {
        var process = _processes[_answers.Count % 2];
        var result = await ActivatorUtilities.CreateInstance<PaymentWebhook>(process).Receive(context.Request, provider, context.RequestAborted);
        _answers.Add(((IStatusCodeHttpResult)result).StatusCode ?? 200);
        return result;
    }

    private async Task DoAsync(int number, string act, ServiceProvider process)
    {
        var order = await OrderAsync(number);
        switch (act)
        {
            case "place":
                await PlaceAsync(number, currency: order.Currency, process: process);
                break;
            case "pay" or "twice" or "lost":
                await PayAsync(await SessionAsync(order), act);
                break;
            case "wrong amount":
                await PayAsync(await SessionAsync(order), "pay", $"?amount={Amount + 1}");
                break;
            case "wrong currency":
                await PayAsync(await SessionAsync(order), "pay", "?currency=USD");
                break;
            case "pay again":
                var other = await Checkout(order).OpenAsync(
                    new CheckoutRequest(order.Reference, Amount, order.Currency, "again", Guid.NewGuid().ToString(), new Uri("https://bots.example/paid")),
                    CancellationToken.None);
                await PayAsync(other.Session, "pay");
                break;
            case "cancel":
                await CancelAsync(number);
                break;
            case "fulfil":
                await FulfilAsync(order);
                break;
            case "fail":
                await FailAsync(order);
                break;
            case "ask back":
                await AskBackAsync(order);
                break;
            case "ask held back":
                await AskHeldBackAsync(order);
                break;
            case "reconcile":
                await AskAsync(process);
                break;
            case "give back":
                await GiveBackAsync(process);
                break;
            case "refunds break":
                await _standIn.MannerAsync("refunds", "500", 2);
                break;
            case "refunds are lost":
                await _standIn.MannerAsync("refunds", "lost-answer", 2);
                break;
            default:
                Time.Advance(TimeSpan.FromMinutes(1));
                break;
        }
    }

    // Who pays and is told of keeps the payment's id; a lost one is found by asking about the order's own page.
    private async Task PayAsync(string session, string act, string query = "")
    {
        if (await _standIn.ActAsync(session, act, query) is not { } payments || act == "lost") return;
        foreach (var payment in payments) _told.Add(payment);
    }

    private async Task AskHeldBackAsync(Order order)
    {
        foreach (var payment in await QueryAsync<string>("select provider || ':' || payment_id from money.payments where order_id = @Id and state = 'held'", order))
        {
            await HearAsync(
                Contracts.Events.EventTypes.RefundRequested, new(Conversation, order.Id, payment, "asked"), Contracts.ContractsJson.Default.RefundRequested);
        }
    }

    private ICheckout Checkout(Order order) =>
        _standIn.Checkout(order.Currency switch { "INR" => "razorpay", "BRL" => "generic", _ => "stripe" });

    private async Task<string> SessionAsync(Order order) => (await QueryAsync<string>("select session from money.orders where id = @Id", order))[0];

    // All webhooks arrive, then six days pass in which everything is asked about and given back that is to be.
    private async Task SettleAsync()
    {
        for (var n = 0; n < 2400 && _told.Except(await QueryAsync<string>("select payment_id from money.payments")).Any(); n++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50);
        }

        Assert.Empty(_told.Except(await QueryAsync<string>("select payment_id from money.payments")));
        for (var hours = 0; hours < 6 * 24; hours += 4)
        {
            Time.Advance(TimeSpan.FromHours(4));
            foreach (var process in _processes)
            {
                for (var n = 0; n < 3; n++) await AskAsync(process);
                for (var n = 0; n < 3; n++) await GiveBackAsync(process);
            }
        }

        // Events that the last of it wrote for this app: nobody else works them, as no loop of the host runs here.
        for (var n = 0; n < 1200 && await CountAsync("events.queue where receiver = 'payments'") > 0; n++)
        {
            await DrainAsync();
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50);
        }

        Assert.DoesNotContain(_answers, status => status >= 500);
        Assert.Equal(0, await CountAsync("events.queue where receiver = 'payments'"));
        Assert.Equal(0, await CountAsync("events.dead_letters"));
    }

    private async Task AssertAgreesAsync()
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        Assert.Empty(await LedgerCheck.RunAsync(connection, CancellationToken.None));
        var state = await _standIn.StateAsync();
        var payments = state["payments"]!.AsArray().Select(payment => (
            Reference: payment!["reference"]!.ToString(), Currency: payment["currency"]!.ToString().ToUpperInvariant(),
            Paid: (long)payment["amount"]!, Back: (long)payment["refunded"]!)).ToList();
        var ends = new Dictionary<string, int>();
        var earned = new Dictionary<string, long>();
        for (var number = 1; number <= Orders; number++)
        {
            var order = await OrderAsync(number);
            var kept = payments.Where(payment => payment.Reference == order.Reference).Sum(payment => payment.Paid - payment.Back);
            var owed = await LedgerBook.BalanceAsync(connection, 1, Account.Order(order.Id), order.Currency, CancellationToken.None);
            var expected = order.State switch
            {
                OrderStates.Paid => (Amount, Amount),
                OrderStates.Fulfilled => (Amount, 0L),
                OrderStates.Open or OrderStates.Cancelled or OrderStates.Refunded => (0L, 0L),
                var other => throw new InvalidOperationException($"Order {number} is {other} in the end."),
            };
            Assert.Equal((number, order.State, expected), (number, order.State, (kept, owed)));
            Assert.All(payments.Where(payment => payment.Reference == order.Reference), payment => Assert.True(payment.Back == 0 || payment.Back == payment.Paid));
            ends[order.State] = ends.GetValueOrDefault(order.State) + 1;
            if (order.State == OrderStates.Fulfilled) earned[order.Currency] = earned.GetValueOrDefault(order.Currency) + Amount;
        }

        foreach (var currency in _currencies.Append("USD"))
        {
            Assert.Equal(earned.GetValueOrDefault(currency), await LedgerBook.BalanceAsync(connection, 1, Account.Revenue, currency, CancellationToken.None));
            Assert.Equal(0, await LedgerBook.BalanceAsync(connection, 1, PaymentIntake.Held, currency, CancellationToken.None));
            Assert.Equal(
                -payments.Where(payment => payment.Currency == currency).Sum(payment => payment.Paid - payment.Back),
                await connection.QuerySingleAsync<long>(
                    "select coalesce(sum(balance), 0)::bigint from money.balances where kind like 'provider:%' and currency = @currency", new { currency }));
        }

        // Each payment and each refund was told to its conversation once.
        Assert.Equal(payments.Count, (await ReceivedAsync()).Count);
        Assert.Equal(payments.Count(payment => payment.Back > 0), (await RefundedAsync()).Count);
        Assert.Equal(payments.Count(payment => payment.Back > 0), (int)state["refunds"]!);

        // It was a storm: money ended in each of the ways there are.
        foreach (var end in new[] { OrderStates.Paid, OrderStates.Fulfilled, OrderStates.Refunded, OrderStates.Cancelled })
        {
            Assert.True(ends.GetValueOrDefault(end) > 0, string.Join(", ", ends.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}: {pair.Value}"))));
        }
    }
}
