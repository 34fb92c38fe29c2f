using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Refunds;
using WhatsAppBots.Payments;

namespace WhatsAppBots.Database.Tests.Payments;

/// <summary>What is done with a payment at each provider, told by its own signed webhooks, each of them twice.</summary>
public sealed class DashboardTests : MoneyTest
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<(string Provider, Dictionary<string, string> Headers, byte[] Body)> _told = [];
    private int _answered;
    private WebhookHost _host = null!;
    private StandIn _standIn = null!;

    public static TheoryData<string> Currencies => new("EUR", "INR", "BRL");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await WebhookHost.StartAsync(ReceiveAsync);
        _standIn = await StandIn.StartAsync(_host.Url, Time);
        App = Start(_standIn.Settings());
        await _standIn.MannerAsync("webhooks", "double");
    }

    public override async Task DisposeAsync()
    {
        await _standIn.DisposeAsync();
        await _host.DisposeAsync();
        await base.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Currencies))]
    public async Task Refunds_MadeByHand_AreBookedAndToldOnce(string currency)
    {
        var (order, payment) = await PaidAsync(currency);
        await _standIn.ByHandAsync(payment, "half");
        await UntilAsync(async () => (await RefundedAsync()).Count == 1);
        await AssertHoldsAsync((Account.Order(order.Id), 645));
        await _standIn.ByHandAsync(payment, "refund");
        await UntilAsync(async () => (await OrderAsync()).State == OrderStates.Refunded);

        await AgainAsync();
        Assert.Equal(
            [
                new PaymentRefunded(Conversation, order.Id, 1, 645, currency, false, 645), new PaymentRefunded(Conversation, order.Id, 1, 645, currency, true, 0),
            ],
            await RefundedAsync());
        Assert.Equal(["refund-at-provider", "refund-at-provider"], await ReportsAsync());
        await AssertHoldsAsync();
    }

    [Theory]
    [InlineData("EUR", "lose")]
    [InlineData("INR", "lose")]
    [InlineData("BRL", "lose")]
    [InlineData("EUR", "win")]
    [InlineData("INR", "win")]
    [InlineData("BRL", "win")]
    public async Task Dispute_IsBookedAndToldOnceAndItsEndToo(string currency, string end)
    {
        var (order, payment) = await PaidAsync(currency);
        await FulfilAsync(order);
        await _standIn.ByHandAsync(payment, "dispute");
        await UntilAsync(async () => (await DisputedAsync()).Count == 1);
        Assert.Equal(["payment-disputed!"], await ReportsAsync());
        await AssertHoldsAsync((ReturnBook.Disputed, 1290));

        await _standIn.ByHandAsync(payment, end);
        await UntilAsync(async () => (await DisputedAsync()).Count == 2);
        await AgainAsync();
        var stage = end == "lose" ? DisputeStages.Lost : DisputeStages.Won;
        Assert.Equal([DisputeStages.Open, stage], (await DisputedAsync()).Select(told => told.Stage));
        Assert.Equal(["payment-disputed"], await ReportsAsync());
        Assert.Equal(end == "lose" ? OrderStates.Refunded : OrderStates.Fulfilled, (await OrderAsync()).State);
        await AssertHoldsAsync(end == "lose" ? [] : [(Account.Revenue, 1290)]);
    }

    // Its webhooks are lost. The provider's own list has it, and tells no more when it is asked again or the webhooks come after all.
    [Theory]
    [MemberData(nameof(Currencies))]
    public async Task RefundAndDispute_WhoseWebhooksWereLost_AreFoundBookedAndToldOnce(string currency)
    {
        var (order, payment) = await PaidAsync(currency);
        await FulfilAsync(order);
        await _standIn.MannerAsync("webhooks", "lose");
        await _standIn.ByHandAsync(payment, "half");
        await _standIn.ByHandAsync(payment, "dispute");
        await ListAsync();
        Assert.Equal(new PaymentRefunded(Conversation, order.Id, 1, 645, currency, false, 645), Assert.Single(await RefundedAsync()));
        Assert.Equal(DisputeStages.Open, Assert.Single(await DisputedAsync()).Stage);
        await AssertHoldsAsync((ReturnBook.Disputed, 645));

        await _standIn.ByHandAsync(payment, "lose");
        await _standIn.MannerAsync("webhooks", "double");
        foreach (var _ in new[] { 1, 2 })
        {
            Time.Advance(TimeSpan.FromHours(6));
            await ListAsync();
        }

        Assert.Equal([DisputeStages.Open, DisputeStages.Lost], (await DisputedAsync()).Select(told => told.Stage));
        Assert.Single(await RefundedAsync());

        // The bank took all of it, half of which had gone back before: that stands beside the books, and somebody has to look.
        Assert.Equal(["dispute-too-large!", "payment-disputed", "refund-at-provider"], (await ReportsAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(OrderStates.Refunded, (await OrderAsync()).State);
        await AssertHoldsAsync();
    }

    [Theory]
    [MemberData(nameof(Currencies))]
    public async Task RefundAndDispute_WithAForgedSignature_ChangeNothing(string currency)
    {
        var (_, payment) = await PaidAsync(currency);
        await _standIn.ByHandAsync(payment, "half");
        await UntilAsync(async () => (await RefundedAsync()).Count == 1);
        await _standIn.ByHandAsync(payment, "dispute");

        // Stripe and Razorpay tell of a refund by two events, and Razorpay of a payment too.
        var deliveries = currency switch { "EUR" => 8, "INR" => 10, _ => 6 };
        await UntilAsync(() => Task.FromResult(_answered == deliveries));
        var before = await KeptAsync();
        foreach (var (provider, headers, body) in _told.ToList())
        {
            var changed = Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(body).Replace("645", "745", StringComparison.Ordinal).Replace("1290", "1190", StringComparison.Ordinal));
            Assert.Equal(401, await PostAsync(provider, headers, changed));
            Assert.Equal(401, await PostAsync(provider, [], body));
            Assert.Equal(401, await PostAsync(
                provider, headers.ToDictionary(header => header.Key, header => header.Value[..^1] + (header.Value[^1] == '0' ? '1' : '0')), body));
        }

        Assert.Equal(before, await KeptAsync());
        await AssertHoldsAsync((ReturnBook.Disputed, 645));
    }

    private async Task<(Order Order, string Payment)> PaidAsync(string currency)
    {
        await PlaceAsync(currency: currency);
        var payment = Assert.Single((await _standIn.ActAsync((await QueryAsync<string>("select session from money.orders"))[0], "pay"))!);
        await UntilAsync(async () => (await OrderAsync()).State == OrderStates.Paid);
        return (await OrderAsync(), payment);
    }

    // All that was told so far comes once more, the last first.
    private async Task AgainAsync()
    {
        foreach (var (provider, headers, body) in _told.Reverse().ToList()) Assert.Equal(200, await PostAsync(provider, headers, body));
    }

    private Task<List<string>> KeptAsync() => QueryAsync<string>(
        """
        select 'webhook ' || event_id from money.webhooks union all select 'refund ' || refund_id || amount from money.refunds
        union all select 'dispute ' || dispute_id || amount || state from money.disputes union all select 'movement ' || key from money.movements order by 1
        """);

    private async Task<IResult> ReceiveAsync(HttpContext context, string provider)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers
            .Where(header => header.Key.EndsWith("-Signature", StringComparison.OrdinalIgnoreCase) || header.Key == "X-Timestamp")
            .ToDictionary(header => header.Key, header => header.Value.ToString());
        _told.Enqueue((provider, headers, body.ToArray()));
        context.Request.Body = new MemoryStream(body.ToArray());
        var result = await Webhook().Receive(context.Request, provider, context.RequestAborted);
        Interlocked.Increment(ref _answered);
        return result;
    }

    private async Task<int> PostAsync(string provider, Dictionary<string, string> headers, byte[] body)
    {
        var context = new DefaultHttpContext();
        foreach (var (name, value) in headers) context.Request.Headers[name] = value;
        context.Request.Body = new MemoryStream(body);
        return ((IStatusCodeHttpResult)await Webhook().Receive(context.Request, provider, CancellationToken.None)).StatusCode ?? 200;
    }

    private PaymentWebhook Webhook() => ActivatorUtilities.CreateInstance<PaymentWebhook>(App);

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var began = TimeProvider.System.GetTimestamp(); !await isSo(); await Task.Delay(20))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < _patience, "It has not become so.");
        }
    }
}
