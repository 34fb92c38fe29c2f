using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Refunds;

namespace WhatsAppBots.Database.Tests.Payments;

/// <summary>Refunds and disputes that are made at the provider: booked once, told once, and reported, in whatever order they are told.</summary>
public sealed class ReturnTests : MoneyTest
{
    private static readonly Account _disputed = ReturnBook.Disputed;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refund_OfAll_IsBookedToldAndReported(bool isDelivered)
    {
        var (order, payment) = await PaidAsync(isDelivered);
        var refund = Provider.GiveBack(payment.PaymentId, 1290);
        await TellRefundAsync(payment, refund, 1290);

        Assert.Equal(OrderStates.Refunded, (await OrderAsync()).State);
        Assert.Equal(new PaymentRefunded(Conversation, order.Id, 1, 1290, "EUR", OfOrder: true, Left: 0), Assert.Single(await RefundedAsync()));
        Assert.Equal(["refund-at-provider"], await ReportsAsync());
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Refund_InParts_IsToldWithWhatIsLeft()
    {
        var (order, payment) = await PaidAsync(isDelivered: true);
        await TellRefundAsync(payment, Provider.GiveBack(payment.PaymentId, 290), 290);
        Assert.Equal(OrderStates.Fulfilled, (await OrderAsync()).State);
        await AssertHoldsAsync((Account.Revenue, 1000));
        await TellRefundAsync(payment, Provider.GiveBack(payment.PaymentId, 1000), 1000);

        Assert.Equal(OrderStates.Refunded, (await OrderAsync()).State);
        Assert.Equal(
            [new PaymentRefunded(Conversation, order.Id, 1, 290, "EUR", false, 1000), new PaymentRefunded(Conversation, order.Id, 1, 1000, "EUR", true, 0)],
            await RefundedAsync());
        await AssertHoldsAsync();
    }

    // One refund is told by its id, again with its result, and as a sum; some of it twice. In any order it is one.
    [Theory]
    [InlineData("created total")]
    [InlineData("total created")]
    [InlineData("total created updated total created")]
    [InlineData("created updated total updated")]
    public async Task Refund_ToldInSeveralWays_IsBookedOnce(string order)
    {
        var (_, payment) = await PaidAsync();
        var refund = Provider.GiveBack(payment.PaymentId, 400);
        var number = 0;
        foreach (var way in order.Split(' '))
        {
            await TellRefundAsync(payment, way == "total" ? null : refund, 400, eventId: $"{way}{++number % 3}");
        }

        Assert.Single(await RefundedAsync());
        await AssertHoldsAsync((Account.Order((await OrderAsync()).Id), 890));
    }

    [Fact]
    public async Task Refunds_OfWhichSomeAreToldByTheirSumAlone_AreAllBooked()
    {
        var (order, payment) = await PaidAsync();
        var first = Provider.GiveBack(payment.PaymentId, 200);
        var second = Provider.GiveBack(payment.PaymentId, 300);
        await TellRefundAsync(payment, null, 500);
        await TellRefundAsync(payment, second, 300);
        await TellRefundAsync(payment, null, 200);
        await TellRefundAsync(payment, first, 200);
        Assert.Equal([500L], (await RefundedAsync()).Select(told => told.Amount));
        await AssertHoldsAsync((Account.Order(order.Id), 790));
    }

    [Theory]
    [InlineData(1290)]
    [InlineData(290)]
    public async Task Refund_ToldBeforeItsPayment_IsBookedWithIt(long amount)
    {
        var order = await PlacedAsync();
        var payment = Provider.Pay(order.Reference);
        var refund = Provider.GiveBack(payment.PaymentId, amount);
        await TellRefundAsync(payment, refund, amount);
        Assert.Empty(await RefundedAsync());
        await TakeAsync(payment);

        Assert.Single(await ReceivedAsync());
        Assert.Equal(amount, Assert.Single(await RefundedAsync()).Amount);
        Assert.Equal(amount == 1290 ? OrderStates.Refunded : OrderStates.Paid, (await OrderAsync()).State);
        await AssertHoldsAsync(amount == 1290 ? [] : [(Account.Order(order.Id), 1000)]);
    }

    // What we give back ourselves is told back by the provider, before we heard its answer or after.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refund_OfOurs_ToldBack_IsBookedAndToldOnce(bool isWebhookFirst)
    {
        var (order, payment) = await PaidAsync();
        await FailAsync(order);
        if (isWebhookFirst) Provider.RefundLasts = refund => TellRefundAsync(payment, "r3", refund.Amount);
        await GiveBackAsync();
        if (!isWebhookFirst) await TellRefundAsync(payment, (await QueryAsync<string>("select refund_id from money.refunds"))[0], 1290);
        await TellRefundAsync(payment, null, 1290);
        await GiveBackAsync();

        Assert.Single(await RefundedAsync());
        Assert.Equal(OrderStates.Refunded, (await OrderAsync()).State);
        Assert.Empty(await ReportsAsync());
        await AssertHoldsAsync();
    }

    // A part was given back by hand; then the order fails, and the rest is ours to give.
    [Fact]
    public async Task Refund_OfTheRest_IsAskedForAsSuch()
    {
        var (order, payment) = await PaidAsync();
        await TellRefundAsync(payment, Provider.GiveBack(payment.PaymentId, 645), 645);
        await FailAsync(order);
        await GiveBackAsync();

        var asked = Assert.Single(Provider.RefundTries);
        Assert.Equal((645L, 1), (asked.Amount, asked.Known.Count));
        Assert.NotEqual($"refund:{payment.PaymentId}", asked.Key);
        Assert.Equal([false, true], (await RefundedAsync()).Select(told => told.OfOrder));
        Assert.Equal(OrderStates.Refunded, (await OrderAsync()).State);
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Refund_OfMoneyThatFittedNothing_EndsItsWait()
    {
        var order = await PlacedAsync();
        var payment = await PayAsync(order, 500);
        await TellRefundAsync(payment, Provider.GiveBack(payment.PaymentId, 500), 500);
        Time.Advance(TimeSpan.FromDays(2));
        await GiveBackAsync();
        Assert.Empty(Provider.RefundTries);
        Assert.Equal(new PaymentRefunded(Conversation, order.Id, 1, 500, "EUR", false), Assert.Single(await RefundedAsync()));
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Refund_LargerThanWhatIsLeft_IsBookedAsFarAsThereIsMoneyAndReported()
    {
        var (_, payment) = await PaidAsync();
        Provider.Take(payment.PaymentId, 1290);
        await TellRefundAsync(payment, "r9", 2000);
        await TellRefundAsync(payment, null, 2000);
        Assert.Equal(["refund-too-large!", "refund-at-provider"], await ReportsAsync());
        Assert.Equal(1290, Assert.Single(await RefundedAsync()).Amount);
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Refund_ThatFailed_IsHereAgainAndForSomebodyToSee()
    {
        var (order, payment) = await PaidAsync();
        await TellRefundAsync(payment, "r9", 1290);
        await TellRefundAsync(payment, null, 1290);
        await TellRefundAsync(payment, "r9", 1290, hasFailed: true);
        await TellRefundAsync(payment, "r9", 1290, hasFailed: true, eventId: "again");

        Assert.Equal(
            new RefundFailed(Conversation, order.Id, 1, 1290, "EUR"), Assert.Single(await ToldAsync(EventTypes.RefundFailed, Contracts.ContractsJson.Default.RefundFailed)));
        Assert.Equal(["refund-at-provider", "refund-failed!"], (await ReportsAsync()).Distinct());
        await AssertHoldsAsync((PaymentIntake.Held, 1290));

        // Made once more at the provider, it is back for good.
        await TellRefundAsync(payment, Provider.GiveBack(payment.PaymentId, 1290), 1290);
        Assert.Equal(2, (await RefundedAsync()).Count);
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Refund_OfSomebodyElsesPayment_ChangesNothing()
    {
        await TellRefundAsync(new PaymentNotice("p_theirs", null, 100, "EUR"), "r1", 100);
        await TellDisputeAsync(new PaymentNotice("p_theirs", null, 100, "EUR"), DisputeStages.Lost);
        Assert.Empty(await ReportsAsync());
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Order_DeliveredAfterAPartWentBack_EarnsTheRest()
    {
        var (order, payment) = await PaidAsync();
        await TellRefundAsync(payment, Provider.GiveBack(payment.PaymentId, 290), 290);
        await FulfilAsync(order);
        Assert.Equal(OrderStates.Fulfilled, (await OrderAsync()).State);
        await AssertHoldsAsync((Account.Revenue, 1000));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Dispute_ThatIsLost_TakesTheMoneyAndEndsTheOrder(bool isDelivered)
    {
        var (order, payment) = await PaidAsync(isDelivered);
        await TellDisputeAsync(payment, DisputeStages.Open);
        await TellDisputeAsync(payment, DisputeStages.Open, eventId: "again");
        await AssertHoldsAsync((_disputed, 1290));
        Assert.Equal(["payment-disputed!"], await ReportsAsync());
        Assert.Equal(isDelivered ? OrderStates.Fulfilled : OrderStates.Paid, (await OrderAsync()).State);

        await TellDisputeAsync(payment, DisputeStages.Lost);
        await TellDisputeAsync(payment, DisputeStages.Open, eventId: "late");
        Provider.Take(payment.PaymentId, 1290);
        Assert.Equal(
            [
                new PaymentDisputed(Conversation, order.Id, 1, 1290, "EUR", DisputeStages.Open, false),
                new PaymentDisputed(Conversation, order.Id, 1, 1290, "EUR", DisputeStages.Lost, false),
            ],
            await DisputedAsync());
        Assert.Equal(OrderStates.Refunded, (await OrderAsync()).State);
        Assert.Equal(["payment-disputed"], await ReportsAsync());
        await AssertHoldsAsync();
    }

    // A second payment of one order, or a part of the first: the order is paid all the same.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dispute_LostOfAPaymentBesideOrAPart_LeavesTheOrder(bool isBeside)
    {
        var (order, payment) = await PaidAsync(isDelivered: false);
        var disputed = isBeside ? await PayAsync(order) : payment;
        await TellDisputeAsync(disputed, DisputeStages.Lost, isBeside ? null : 500);
        Provider.Take(disputed.PaymentId, isBeside ? 1290 : 500);

        Assert.True(Assert.Single(await DisputedAsync()).OrderGoesOn);
        Assert.Equal(OrderStates.Paid, (await OrderAsync()).State);
        await AssertHoldsAsync((Account.Order(order.Id), isBeside ? 1290 : 790));
    }

    [Theory]
    [InlineData("before")]
    [InlineData("between")]
    public async Task Dispute_ThatIsWon_GivesTheMoneyBackToWhereItBelongs(string delivered)
    {
        var (order, payment) = await PaidAsync(delivered == "before");
        await TellDisputeAsync(payment, DisputeStages.Open);
        if (delivered == "between") await FulfilAsync(order);
        await TellDisputeAsync(payment, DisputeStages.Won);
        await TellDisputeAsync(payment, DisputeStages.Won, eventId: "again");

        Assert.Equal([DisputeStages.Open, DisputeStages.Won], (await DisputedAsync()).Select(told => told.Stage));
        Assert.Equal(OrderStates.Fulfilled, (await OrderAsync()).State);
        await AssertHoldsAsync((Account.Revenue, 1290));
    }

    [Fact]
    public async Task Dispute_AfterTheRefund_MovesNothingMoreAndSaysSo()
    {
        var (_, payment) = await PaidAsync(isDelivered: true);
        await TellRefundAsync(payment, Provider.GiveBack(payment.PaymentId, 1290), 1290);
        await TellDisputeAsync(payment, DisputeStages.Open);
        Assert.True(Assert.Single(await DisputedAsync()).IsReturned);
        await TellDisputeAsync(payment, DisputeStages.Won);
        Assert.Equal(["refund-at-provider", "payment-disputed"], await ReportsAsync());
        await AssertHoldsAsync();
    }

    // The bank gives back what was given back before: that is paid twice, and stands in no book.
    [Theory]
    [InlineData(645, 1290, true, "6.45 EUR")]
    [InlineData(645, 1290, false, "6.45 EUR")]
    [InlineData(1290, 1290, true, "12.90 EUR")]
    [InlineData(645, 645, true, null)]
    public async Task Dispute_LostOfWhatWentBackBefore_IsForSomebodyToSee(long refund, long disputed, bool isOpenFirst, string? twice)
    {
        var (order, payment) = await PaidAsync(isDelivered: true);
        await TellRefundAsync(payment, Provider.GiveBack(payment.PaymentId, refund), refund);
        if (isOpenFirst) await TellDisputeAsync(payment, DisputeStages.Open, disputed);
        await TellDisputeAsync(payment, DisputeStages.Lost, disputed);
        await TellDisputeAsync(payment, DisputeStages.Lost, disputed, eventId: "again");

        Assert.Equal(OrderStates.Refunded, (await OrderAsync()).State);
        Assert.Equal(twice is null ? 0 : 1, (await ReportsAsync()).Count(report => report == "dispute-too-large!"));
        Assert.Equal(
            twice is null ? [] : [$"{twice} of order {order.Id}"],
            await QueryAsync<string>(
                "select body ->> 'amount' || ' of order ' || (body ->> 'order') from platform.reports where kind = 'dispute-too-large'"));
        Provider.Take(payment.PaymentId, 1290 - refund);
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Refund_WhileInDispute_TakesFromWhatIsContested()
    {
        var (_, payment) = await PaidAsync(isDelivered: true);
        await TellDisputeAsync(payment, DisputeStages.Open, 1000);
        await AssertHoldsAsync((_disputed, 1000), (Account.Revenue, 290));
        await TellRefundAsync(payment, Provider.GiveBack(payment.PaymentId, 1290), 1290);
        await TellDisputeAsync(payment, DisputeStages.Won, 1000);
        Assert.Equal(OrderStates.Refunded, (await OrderAsync()).State);
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Dispute_LostBeforeItsPaymentOrItsBeginningWasTold_IsBookedOnce()
    {
        var order = await PlacedAsync();
        var payment = Provider.Pay(order.Reference);
        await TellDisputeAsync(payment, DisputeStages.Lost);
        await TellDisputeAsync(payment, DisputeStages.Open);
        await TakeAsync(payment);
        Provider.Take(payment.PaymentId, 1290);
        Assert.Equal([DisputeStages.Lost], (await DisputedAsync()).Select(told => told.Stage));
        Assert.Equal(OrderStates.Refunded, (await OrderAsync()).State);
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Dispute_SettledOtherwiseAfterwards_IsForSomebodyToSee()
    {
        var (_, payment) = await PaidAsync(isDelivered: true);
        await TellDisputeAsync(payment, DisputeStages.Open);
        await TellDisputeAsync(payment, DisputeStages.Won);
        await TellDisputeAsync(payment, DisputeStages.Lost);
        Assert.Equal(["payment-disputed", "dispute-changed!"], await ReportsAsync());
        await AssertHoldsAsync((Account.Revenue, 1290));
    }

    // Two hosts are told the same things at the same time, again and again.
    [Fact]
    public async Task Hosts_ToldAtTheSameTime_BookOnce()
    {
        var (_, payment) = await PaidAsync(isDelivered: true);
        var other = Start(Provider);
        var refund = Provider.GiveBack(payment.PaymentId, 290);
        await Task.WhenAll(Enumerable.Range(0, 24).Select(n => (n % 3) switch
        {
            0 => TellRefundAsync(payment, refund, 290, eventId: $"a{n}", process: n % 2 == 0 ? App : other),
            1 => TellRefundAsync(payment, null, 290, eventId: $"b{n}", process: n % 2 == 0 ? App : other),
            _ => TellDisputeAsync(payment, DisputeStages.Open, 500, eventId: $"c{n}", process: n % 2 == 0 ? App : other),
        }));
        Assert.Single(await RefundedAsync());
        Assert.Single(await DisputedAsync());
        await AssertHoldsAsync((Account.Revenue, 500), (_disputed, 500));
    }

    private async Task<(Order Order, PaymentNotice Payment)> PaidAsync(bool isDelivered = false)
    {
        var order = await PlacedAsync();
        var payment = await PayAsync(order);
        if (isDelivered) await FulfilAsync(order);
        return (order, payment);
    }
}
