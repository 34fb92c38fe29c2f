using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Database.Tests.Payments;

public sealed class OrderEndsTests : MoneyTest
{
    [Theory]
    [InlineData(1289, "EUR")]
    [InlineData(129000, "EUR")]
    [InlineData(1290, "USD")]
    public async Task Payment_ThatDoesNotFit_IsHeldForADayAndThenGivenBack(long amount, string currency)
    {
        var order = await PlacedAsync();
        await PayAsync(order, amount, currency);

        var told = Assert.Single(await ReceivedAsync());
        Assert.Equal((false, false, amount, currency), (told.Fits, told.Returns, told.Amount, told.Currency));
        Time.Advance(TimeSpan.FromHours(23.9));
        await GiveBackAsync();
        Assert.Empty(Provider.RefundTries);
        Assert.Equal("open", (await OrderAsync()).State);
        await AssertHoldsAsync((PaymentIntake.Held, amount));

        Time.Advance(TimeSpan.FromHours(0.2));
        await GiveBackAsync();
        var refunded = Assert.Single(await RefundedAsync());
        Assert.Equal((amount, currency, false, 1), (refunded.Amount, refunded.Currency, refunded.OfOrder, refunded.Number));
        await AssertHoldsAsync();

        // The order can be paid still.
        await PayAsync(order);
        Assert.Equal("paid", (await OrderAsync()).State);
        await AssertHoldsAsync((Account.Order(order.Id), 1290));
    }

    [Fact]
    public async Task HeldPayment_ThatIsAskedFor_IsGivenBackAtOnceAndAlone()
    {
        var (order, other) = (await PlacedAsync(), await PlacedAsync(2));
        var held = await PayAsync(order, 500);
        await PayAsync(order, 700);

        // Somebody else's order asks for it in vain.
        await AskBackAsync(other, held);
        await GiveBackAsync();
        Assert.Empty(Provider.RefundTries);

        await AskBackAsync(order, held);
        await GiveBackAsync();
        var asked = Assert.Single(Provider.RefundTries);
        Assert.Equal((held.PaymentId, 500, $"refund:{held.PaymentId}"), (asked.PaymentId, asked.Amount, asked.Key));
        Assert.Equal(500, Assert.Single(await RefundedAsync()).Amount);
        await AssertHoldsAsync((PaymentIntake.Held, 700));

        Time.Advance(TimeSpan.FromDays(2));
        await AskBackAsync(order, held);
        await GiveBackAsync();
        await GiveBackAsync();
        Assert.Equal(2, Provider.Refunds);
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task PaymentOfAnOrder_AskedForAsIfItWereHeld_StaysTheOrders()
    {
        var order = await PlacedAsync();
        var payment = await PayAsync(order);
        await AskBackAsync(order, payment);
        await GiveBackAsync();

        Assert.Empty(Provider.RefundTries);
        Assert.Equal("paid", (await OrderAsync()).State);
        await AssertHoldsAsync((Account.Order(order.Id), 1290));
    }

    [Fact]
    public async Task SecondPayment_IsGivenBackAtOnce()
    {
        var order = await PlacedAsync();
        await PayAsync(order);
        var second = await PayAsync(order);
        await GiveBackAsync();

        Assert.Equal(second.PaymentId, Assert.Single(Provider.RefundTries).PaymentId);
        Assert.Equal([(true, false), (false, true)], (await ReceivedAsync()).Select(told => (told.Fits, told.Returns)));
        Assert.False(Assert.Single(await RefundedAsync()).OfOrder);
        Assert.Equal("paid", (await OrderAsync()).State);
        await AssertHoldsAsync((Account.Order(order.Id), 1290));
    }

    [Fact]
    public async Task Order_ThatFailsTwiceWhileItsMoneyIsAskedFor_IsGivenBackOnce()
    {
        var order = await PlacedAsync();
        await PayAsync(order);
        await Task.WhenAll(
            FailAsync(order, "failed 1"), FailAsync(order, "failed 1"), FailAsync(order, "failed 2"), AskBackAsync(order), AskBackAsync(order));
        await Task.WhenAll(GiveBackAsync(), GiveBackAsync(), GiveBackAsync(Start(Provider)));
        await FailAsync(order);
        await AskBackAsync(order);
        await GiveBackAsync();

        Assert.Single(Provider.RefundTries);
        var told = Assert.Single(await RefundedAsync());
        Assert.Equal((1290L, true, order.Id), (told.Amount, told.OfOrder, told.OrderId));
        Assert.Equal("refunded", (await OrderAsync()).State);
        Assert.Equal(
            ["open", "paid", "refunding", "refunded"], await QueryAsync<string>("select state from money.order_history order by ctid"));
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Order_FulfilledTwiceAndThenAskedBack_IsEarnedOnce()
    {
        var order = await PlacedAsync();
        await PayAsync(order);
        await FulfilAsync(order);
        await FulfilAsync(order);
        await AskBackAsync(order);
        await FailAsync(order);
        await GiveBackAsync();

        Assert.Empty(Provider.RefundTries);
        Assert.Equal("fulfilled", (await OrderAsync()).State);
        await AssertHoldsAsync((Account.Revenue, 1290));
    }

    [Fact]
    public async Task Order_AskedBackAndThenFulfilled_EarnsNothing()
    {
        var order = await PlacedAsync();
        await PayAsync(order);
        await AskBackAsync(order);
        await FulfilAsync(order);
        await GiveBackAsync();
        await FulfilAsync(order);

        Assert.Equal(1, Provider.Refunds);
        Assert.Equal("refunded", (await OrderAsync()).State);
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Order_FulfilledAndAskedBackAtTheSameMoment_IsOneOfTheTwo()
    {
        var orders = new List<Order>();
        for (var n = 1; n <= 20; n++) orders.Add(await PlacedAsync(n));
        foreach (var order in orders) await PayAsync(order);
        await Task.WhenAll(orders.SelectMany(order => order.Id % 2 == 0
            ? new[] { FulfilAsync(order), AskBackAsync(order) }
            : [AskBackAsync(order), FulfilAsync(order)]));
        for (var n = 0; n < 5; n++) await GiveBackAsync();

        var earned = await CountAsync("money.orders where state = 'fulfilled'");
        Assert.Equal(20 - earned, await CountAsync("money.orders where state = 'refunded'"));
        Assert.Equal(20 - earned, Provider.Refunds);
        await AssertHoldsAsync(earned == 0 ? [] : [(Account.Revenue, earned * 1290)]);
    }

    [Fact]
    public async Task Order_NotPaid_IsNeitherEarnedNorGivenBack()
    {
        var order = await PlacedAsync();
        await FulfilAsync(order);
        await AskBackAsync(order);
        await FailAsync(order);
        await GiveBackAsync();

        Assert.Equal("open", (await OrderAsync()).State);
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Order_CancelledAndPaidLate_IsGivenBack()
    {
        var order = await PlacedAsync();
        await CancelAsync();
        await PayAsync(order);
        await FulfilAsync(order);
        await GiveBackAsync();

        Assert.Equal((false, true), (await ReceivedAsync()).Select(told => (told.Fits, told.Returns)).Single());
        Assert.Equal("cancelled", (await OrderAsync()).State);
        Assert.Equal(1, Provider.Refunds);
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Order_PaidAndThenCancelled_StaysPaid()
    {
        var order = await PlacedAsync();
        await PayAsync(order);
        await CancelAsync();

        Assert.Equal("paid", (await OrderAsync()).State);
        await AssertHoldsAsync((Account.Order(order.Id), 1290));
    }

    [Fact]
    public async Task Payment_OfAnOrderThatWasNeverMade_IsGivenBackAfterADayAndNobodyIsTold()
    {
        var order = await PlacedAsync();
        var payment = Provider.Pay(order.Reference);
        await TakeAsync(payment with { Reference = "o_of_nobody" });
        await GiveBackAsync();
        Assert.Empty(Provider.RefundTries);

        Time.Advance(TimeSpan.FromHours(24.1));
        await GiveBackAsync();
        Assert.Equal(1, Provider.Refunds);
        Assert.Empty(await ReceivedAsync());
        Assert.Empty(await RefundedAsync());
        await AssertHoldsAsync();
    }
}
