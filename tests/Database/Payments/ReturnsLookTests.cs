using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Refunds;

namespace WhatsAppBots.Database.Tests.Payments;

/// <summary>Refunds and disputes whose webhooks never came: providers are asked for them, seldom, and they are taken in as if they had been told.</summary>
public sealed class ReturnsLookTests : MoneyTest
{
    private static readonly TimeSpan _quarterDay = TimeSpan.FromHours(6);

    [Fact]
    public async Task Refund_NobodyToldOf_IsBookedToldAndReportedOnce()
    {
        var (order, payment) = await PaidAsync();
        var refund = Provider.GiveBack(payment.PaymentId, 400);
        Provider.Listed.Add(Refund(payment, refund, 400));
        await ListAsync();
        await LaterAsync();

        Assert.Equal(new PaymentRefunded(Conversation, order.Id, 1, 400, "EUR", OfOrder: false, Left: 890), Assert.Single(await RefundedAsync()));
        Assert.Equal(["refund-at-provider"], await ReportsAsync());
        await AssertHoldsAsync((Account.Order(order.Id), 890));

        // Its webhook after all, under an id of its own.
        await TellRefundAsync(payment, refund, 400);
        Assert.Single(await RefundedAsync());
        Assert.Single(await ReportsAsync());
    }

    [Fact]
    public async Task Dispute_NobodyToldOf_IsBookedToldAndReported_AsItStands()
    {
        var (order, payment) = await PaidAsync();
        await FulfilAsync(order);
        Provider.Listed.Add(Dispute(payment, DisputeStages.Open));
        await ListAsync();
        await AssertHoldsAsync((ReturnBook.Disputed, 1290));
        Assert.Equal(["payment-disputed!"], await ReportsAsync());

        Provider.Listed[0] = Dispute(payment, DisputeStages.Lost);
        Provider.Take(payment.PaymentId, 1290);
        await LaterAsync();
        await LaterAsync();
        Assert.Equal([DisputeStages.Open, DisputeStages.Lost], (await DisputedAsync()).Select(told => told.Stage));
        Assert.Equal(["payment-disputed"], await ReportsAsync());
        Assert.Equal(OrderStates.Refunded, (await OrderAsync()).State);
        await AssertHoldsAsync();
    }

    // A refund that failed before anybody told of it moves nothing; the operator hears of it once, however many tell.
    [Fact]
    public async Task Refund_ThatFailed_IsReportedOnce()
    {
        var (_, payment) = await PaidAsync();
        Provider.Listed.Add(Refund(payment, "r9", 400, hasFailed: true));
        await ListAsync();
        await LaterAsync();
        await TellRefundAsync(payment, "r9", 400, hasFailed: true, eventId: "updated");
        await TellRefundAsync(payment, "r9", 400, hasFailed: true, eventId: "failed");
        Assert.Equal(["refund-failed!"], await ReportsAsync());
    }

    // What is settled otherwise than before is for somebody to look at, once.
    [Fact]
    public async Task Dispute_SettledOtherwise_IsReportedOnce()
    {
        var (_, payment) = await PaidAsync();
        await TellDisputeAsync(payment, DisputeStages.Won);
        await TellDisputeAsync(payment, DisputeStages.Lost);
        Provider.Listed.Add(Dispute(payment, DisputeStages.Lost));
        await ListAsync();
        Assert.Single(await ReportsAsync(), report => report == "dispute-changed!");
    }

    [Fact]
    public async Task Refund_ListedBeforeItsPaymentIsKnown_CountsWhenThatComes()
    {
        await PaidAsync();
        await PlaceAsync(2);
        var order = await OrderAsync(2);
        var payment = Provider.Pay(order.Reference);
        Provider.Listed.Add(Refund(payment, Provider.GiveBack(payment.PaymentId, 1290), 1290));
        await ListAsync();
        Assert.Empty(await RefundedAsync());
        await TakeAsync(payment);
        Assert.Equal(2, Assert.Single(await RefundedAsync()).Number);
        Assert.Equal(OrderStates.Refunded, (await OrderAsync(2)).State);
    }

    // One list, whatever the number of orders; each takes up where the last ended.
    [Fact]
    public async Task Provider_IsAskedFourTimesADay_ForAllOrdersAtOnce()
    {
        for (var number = 1; number <= 5; number++) await PayAsync(await PlacedAsync(number));
        var began = Time.GetUtcNow();
        for (var minutes = 0; minutes < 24 * 60; minutes += 15)
        {
            await ListAsync();
            Time.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Equal([began.AddDays(-30), began.AddHours(-1), began.AddHours(5), began.AddHours(11)], Provider.Lists);
    }

    [Fact]
    public async Task Provider_ThatTookNothingForLong_IsLeftAlone_UntilItTakesSomething()
    {
        await ListAsync();
        Assert.Empty(Provider.Lists);

        await PaidAsync();
        await ListAsync();
        Time.Advance(TimeSpan.FromDays(121));
        await ListAsync();
        var asked = Provider.Lists.Count;
        Assert.Equal(2, asked);
        await LaterAsync();
        Assert.Equal((asked, 0), (Provider.Lists.Count, await CountAsync("money.looks where look_at is not null")));

        await PayAsync(await PlacedAsync(2));
        await ListAsync();
        Assert.Equal(asked + 1, Provider.Lists.Count);
    }

    // Null: an error that nobody thought of.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(null)]
    public async Task List_ThatFails_IsAskedForAgain_FromTheSameTime(bool? isFinal)
    {
        var (_, payment) = await PaidAsync();
        Provider.Listed.Add(Refund(payment, Provider.GiveBack(payment.PaymentId, 400), 400));
        Provider.ListFails = () => isFinal is { } final ? new PaymentProviderException(final, "gone") : new InvalidOperationException("a bug");
        await ListAsync();
        await ListAsync();
        Assert.Single(Provider.Lists);

        Provider.ListFails = () => null;
        Time.Advance(TimeSpan.FromHours(1));
        await ListAsync();
        Assert.Equal(Provider.Lists[0] + TimeSpan.FromHours(1), Provider.Lists[1]);
        Assert.Single(await RefundedAsync());
    }

    [Fact]
    public async Task Processes_AskTogether_AskOnce()
    {
        await PaidAsync();
        var others = Enumerable.Range(0, 4).Select(_ => Start(Provider)).ToList();
        await Task.WhenAll(others.Select(process => ListAsync(process)));
        Assert.Single(Provider.Lists);
    }

    [Fact]
    public async Task Provider_ThatIsNoLongerSetUp_IsNoLongerDue()
    {
        await PaidAsync();
        await ListAsync();
        await LaterAsync(Start(new FakeProvider { Name = "another" }));
        Assert.Equal(0, await CountAsync("money.looks where look_at is not null"));
    }

    private async Task<(Order Order, PaymentNotice Payment)> PaidAsync()
    {
        var payment = await PayAsync(await PlacedAsync());
        return (await OrderAsync(), payment);
    }

    private async Task LaterAsync(Microsoft.Extensions.DependencyInjection.ServiceProvider? process = null)
    {
        Time.Advance(_quarterDay);
        await ListAsync(process);
    }

    private static WebhookReading.Refunded Refund(PaymentNotice payment, string id, long amount, bool hasFailed = false) =>
        new($"listed:{id}:{hasFailed}", new RefundNotice(id, payment.PaymentId, amount, payment.Currency, hasFailed));

    private WebhookReading.Disputed Dispute(PaymentNotice payment, string stage) => new(
        $"listed:d1:{stage}", new DisputeNotice("d1", payment.PaymentId, payment.Amount, payment.Currency, stage, "general", Time.GetUtcNow().AddDays(7)));
}
