using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Database.Tests.Payments;

public sealed class ReconciliationTests : MoneyTest
{
    private static readonly TimeSpan _quarter = TimeSpan.FromMinutes(15.1);

    [Fact]
    public async Task Payment_WhoseWebhookWasLost_IsFoundAndCreditedOnceThoughItIsToldLater()
    {
        var order = await PlacedAsync();
        var payment = Provider.Pay(order.Reference);
        await AskAsync();
        Assert.Equal("open", (await OrderAsync()).State);

        Time.Advance(_quarter);
        await AskAsync();
        Assert.Equal("paid", (await OrderAsync()).State);
        await TakeAsync(payment);
        await TakeAsync(payment, "another event of it");
        Time.Advance(_quarter);
        await AskAsync();

        Assert.True(Assert.Single(await ReceivedAsync()).Fits);
        Assert.Equal(1, await CountAsync("money.payments"));
        await AssertHoldsAsync((Account.Order(order.Id), 1290));
    }

    [Fact]
    public async Task Payment_FoundAndToldByManyAtOnce_IsCreditedOnce()
    {
        var orders = new List<Order>();
        for (var n = 1; n <= 10; n++) orders.Add(await PlacedAsync(n));
        var payments = orders.ConvertAll(order => Provider.Pay(order.Reference));
        Time.Advance(_quarter);
        var second = Start(Provider);
        await Task.WhenAll(
        [
            AskAsync(), AskAsync(second), AskAsync(),
            .. payments.SelectMany(payment => new[] { TakeAsync(payment), TakeAsync(payment, process: second), TakeAsync(payment, $"more:{payment.PaymentId}") }),
        ]);

        Assert.Equal(10, (await ReceivedAsync()).Count);
        await AssertHoldsAsync([.. orders.Select(order => (Account.Order(order.Id), 1290L))]);
    }

    [Fact]
    public async Task Payments_TwoOfOneOrderAndBothUntold_AreCreditedAndGivenBack()
    {
        var order = await PlacedAsync();
        Provider.Pay(order.Reference);
        Provider.Pay(order.Reference);
        Time.Advance(_quarter);
        await AskAsync();
        await GiveBackAsync();

        Assert.Equal(1, Provider.Refunds);
        await AssertHoldsAsync((Account.Order(order.Id), 1290));
    }

    [Fact]
    public async Task Payment_FoundButNotWhatWasAskedFor_IsHeld()
    {
        var order = await PlacedAsync();
        Provider.Pay(order.Reference, 1000);
        for (var n = 0; n < 3; n++)
        {
            Time.Advance(_quarter);
            await AskAsync();
        }

        Assert.False(Assert.Single(await ReceivedAsync()).Fits);
        Assert.Equal("open", (await OrderAsync()).State);
        await AssertHoldsAsync((PaymentIntake.Held, 1000));
    }

    [Fact]
    public async Task Order_CancelledAndPaidLateAndUntold_IsGivenBack()
    {
        var order = await PlacedAsync();
        await CancelAsync();
        Provider.Pay(order.Reference);
        Time.Advance(_quarter);
        await AskAsync();
        await GiveBackAsync();

        Assert.Equal("cancelled", (await OrderAsync()).State);
        Assert.Equal(1, Provider.Refunds);
        Assert.Single(await RefundedAsync());
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Order_IsAskedAboutOftenAtFirstAndNotForEver()
    {
        await PlaceAsync();
        var looks = new List<double>();
        var began = Time.GetUtcNow();
        for (var n = 0; n < 10 * 24 * 12; n++)
        {
            var before = Provider.Looks.Count;
            await AskAsync();
            if (Provider.Looks.Count > before) looks.Add((Time.GetUtcNow() - began).TotalHours);
            Time.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal([0.25, 0.5, 0.75, 1], looks.Take(4));
        Assert.InRange(looks.Count(hours => hours is > 1 and <= 24), 11, 13);
        Assert.InRange(looks.Count(hours => hours > 24), 7, 10);
        Assert.InRange(looks[^1], 4.4 * 24, 5.6 * 24);
    }

    // Nobody tells of the second payment: without a question the person would have paid twice.
    [Theory]
    [InlineData("paid")]
    [InlineData("fulfilled")]
    [InlineData("refunded")]
    public async Task SecondPayment_WhoseWebhookWasLost_IsFoundAndGivenBack(string state)
    {
        var order = await PlacedAsync();
        await PayAsync(order);
        if (state == "fulfilled") await FulfilAsync(order);
        if (state == "refunded") await AskBackAsync(order);
        await GiveBackAsync();
        var before = Provider.Refunds;
        Provider.Pay(order.Reference);
        Time.Advance(TimeSpan.FromHours(1));
        await AskAsync();
        await GiveBackAsync();

        Assert.Equal(before + 1, Provider.Refunds);
        Assert.Equal(state, (await OrderAsync()).State);
        await AssertHoldsAsync(state switch
        {
            "paid" => [(Account.Order(order.Id), 1290)],
            "fulfilled" => [(Account.Revenue, 1290)],
            _ => [],
        });
    }

    [Fact]
    public async Task Order_ThatIsPaid_IsAskedAboutSeldom()
    {
        await PayAsync(await PlacedAsync());
        for (var n = 0; n < 7 * 24 * 4; n++)
        {
            Time.Advance(_quarter);
            await AskAsync();
        }

        Assert.InRange(Provider.Looks.Count, 9, 11);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Provider_ThatDoesNotAnswerAboutOne_IsAskedAboutTheOthersAndAgain(bool isBug)
    {
        for (var n = 1; n <= 3; n++) Provider.Pay((await PlacedAsync(n)).Reference);
        Time.Advance(_quarter);
        Provider.LookFails = session => session != Provider.Looks[0] ? null
            : isBug ? new InvalidOperationException("a bug") : new PaymentProviderException(isFinal: false, "no answer");
        await AskAsync();
        Assert.Equal(2, await CountAsync("money.orders where state = 'paid'"));

        Provider.LookFails = _ => null;
        Time.Advance(_quarter);
        await AskAsync();
        Assert.Equal(3, await CountAsync("money.orders where state = 'paid'"));
    }
}
