using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Database.Tests.Payments;

public sealed class OrderDeskTests : MoneyTest
{
    private static readonly PaymentProviderException _passing = new(isFinal: false, "it did not answer");
    private static readonly PaymentProviderException _final = new(isFinal: true, "no such currency");

    [Fact]
    public async Task Order_PlacedTwice_IsOneOrderAndItsPageIsUsedAgain()
    {
        await PlaceAsync(id: "placed");
        await PlaceAsync(id: "placed");
        Time.Advance(TimeSpan.FromHours(19.9));
        await PlaceAsync(id: "placed again");

        Assert.Equal(1, await CountAsync("money.orders"));
        Assert.Equal(1, Provider.Pages);
        var ready = await ReadyAsync();
        Assert.Equal(2, ready.Count);
        Assert.Equal(ready[0], ready[1]);
        Assert.Equal((1, (await OrderAsync()).Id), (ready[0].Number, ready[0].OrderId));
        Assert.Equal("open", (await OrderAsync()).State);
    }

    [Fact]
    public async Task Page_OlderThanTwentyHours_IsMadeAnewForTheSameOrder()
    {
        await PlaceAsync();
        Time.Advance(TimeSpan.FromHours(20.1));
        await PlaceAsync();
        await PlaceAsync();

        Assert.Equal(1, await CountAsync("money.orders"));
        Assert.Equal(2, Provider.Pages);
        var ready = await ReadyAsync();
        Assert.Single(ready.Select(told => told.OrderId).Distinct());
        Assert.NotEqual(ready[0].Url, ready[1].Url);
        Assert.Equal(ready[1].Url, ready[2].Url);
        Assert.Single(Provider.OpenTries.Select(request => request.Reference).Distinct());

        // The older page is of the same order: who pays on it too gets that back.
        await PayAsync(await OrderAsync());
        await PayAsync(await OrderAsync());
        await GiveBackAsync();
        Assert.Equal(1, Provider.Refunds);
        await AssertHoldsAsync((WhatsAppBots.Money.Ledger.Account.Order(ready[0].OrderId), 1290));
    }

    [Fact]
    public async Task Order_PlacedByManyAtOnceInTwoProcesses_IsOneOrder()
    {
        var second = Start(Provider);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => PlaceAsync(id: $"placed {n % 10}", process: n % 2 == 0 ? App : second)));

        Assert.Equal(1, await CountAsync("money.orders"));
        Assert.Equal(1, await CountAsync("money.order_history"));
        Assert.Single((await ReadyAsync()).Select(ready => ready.OrderId).Distinct());
        Assert.Empty(await FailedAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Provider_ThatFailsEveryTime_IsTriedSixTimesAndThenTheConversationIsTold(bool isFinal)
    {
        Provider.OpenFails = _ => isFinal ? _final : _passing;
        await PlaceAsync();
        for (var n = 0; n < 5; n++)
        {
            Assert.Empty(await FailedAsync());
            Time.Advance(TimeSpan.FromSeconds(20));
            await DrainAsync();
        }

        Assert.Equal(1, Assert.Single(await FailedAsync()).Number);
        Assert.Empty(await ReadyAsync());
        Assert.Equal(6, Provider.OpenTries.Count);
        Assert.Single(Provider.OpenTries.Select(request => request.Key).Distinct());
        Assert.Equal("open", (await OrderAsync()).State);

        // The person tries again when the provider is back.
        Provider.OpenFails = _ => null;
        await PlaceAsync();
        Assert.Single(await ReadyAsync());
        Assert.Equal(1, await CountAsync("money.orders"));
    }

    [Fact]
    public async Task Provider_ThatIsBackInTime_IsNotComplainedOf()
    {
        Provider.OpenFails = _ => Provider.OpenTries.Count <= 3 ? _passing : null;
        await PlaceAsync();
        for (var n = 0; n < 5; n++)
        {
            Time.Advance(TimeSpan.FromSeconds(20));
            await DrainAsync();
        }

        Assert.Single(await ReadyAsync());
        Assert.Empty(await FailedAsync());
        Assert.Equal(1, Provider.Pages);
    }

    [Fact]
    public async Task Page_WhoseAnswerIsLost_IsTheSamePageWhenItIsAskedForAgain()
    {
        Provider.OpenIsLost = _ => Provider.OpenTries.Count == 1 ? _passing : null;
        await PlaceAsync();
        Time.Advance(TimeSpan.FromSeconds(20));
        await DrainAsync();

        Assert.Single(await ReadyAsync());
        Assert.Equal((2, 1), (Provider.OpenTries.Count, Provider.Pages));
    }

    [Fact]
    public async Task Order_ThatNobodyTakes_IsToldAtOnce()
    {
        await PlaceAsync(process: Start());

        Assert.Single(await FailedAsync());
        Assert.Equal(0, await CountAsync("events.dead_letters"));
    }

    [Theory]
    [InlineData(OrderStates.Paid)]
    [InlineData(OrderStates.Cancelled)]
    public async Task Order_ThatIsNoLongerOpen_GetsNoFurtherPage(string state)
    {
        var order = await PlacedAsync();
        if (state == OrderStates.Paid) await PayAsync(order);
        else await CancelAsync();
        Time.Advance(TimeSpan.FromHours(21));
        await PlaceAsync();

        Assert.Equal(state, (await OrderAsync()).State);
        Assert.Single(await ReadyAsync());
        Assert.Single(await FailedAsync());
        Assert.Equal(1, Provider.Pages);
    }

    [Fact]
    public async Task Page_IsAskedForWithWhatTheOrderCostsAndALinkBack()
    {
        var order = await PlacedAsync();

        var request = Assert.Single(Provider.OpenTries);
        Assert.Equal((order.Reference, 1290L, "EUR", "40 portraits"), (request.Reference, request.Amount, request.Currency, request.Description));
        Assert.Equal($"/paid/{order.Reference}", request.Return.PathAndQuery);
        Assert.Equal($"/paid/{order.Reference}?cancelled=1", request.Cancel!.PathAndQuery);
        Assert.StartsWith(Order.ReferencePrefix, order.Reference, StringComparison.Ordinal);
    }
}
