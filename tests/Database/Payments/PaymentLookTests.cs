using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Payments;

namespace WhatsAppBots.Database.Tests.Payments;

/// <summary>The provider is asked before anybody is asked to pay, and payments that take days are told as what they are.</summary>
public sealed class PaymentLookTests : MoneyTest
{
    [Fact]
    public async Task Payment_WhoseWebhookWasLost_IsFoundAndTold()
    {
        var order = await PlacedAsync();
        Provider.Pay(order.Reference);
        await AskAboutAsync();
        Assert.True(Assert.Single(await ReceivedAsync()).Fits);
        Assert.Equal([PaymentOutcomes.Paid], await OutcomesAsync());
        await AskAboutAsync();
        Assert.Single(await ReceivedAsync());
    }

    [Fact]
    public async Task Provider_ThatKnowsNoPaymentOrDoesNotAnswer_IsToldAsSuch()
    {
        await PlacedAsync();
        await AskAboutAsync();
        Provider.LookFails = _ => new PaymentProviderException(isFinal: false, "gone");
        await AskAboutAsync();
        Assert.Equal([PaymentOutcomes.Unpaid, PaymentOutcomes.Unreachable], await OutcomesAsync());
        Assert.Equal(OrderStates.Open, (await OrderAsync()).State);
    }

    [Fact]
    public async Task Payment_OnItsWay_IsToldOnceAndThenArrives()
    {
        var order = await PlacedAsync();
        Provider.IsPending = true;
        await AskAboutAsync();
        await AskAboutAsync();
        await AttemptAsync(order, isPending: true, "evt_1");
        Assert.Equal(1, await CountAsync($"events.queue where receiver = 'messages' and type = '{EventTypes.PaymentPending}'"));
        Assert.Equal([PaymentOutcomes.Pending, PaymentOutcomes.Pending], await OutcomesAsync());
        Provider.IsPending = false;
        await PayAsync(order);
        Assert.Equal(OrderStates.Paid, (await OrderAsync()).State);
    }

    // The person presses Pay as soon as they hear of it, or an hour later.
    [Theory]
    [InlineData(0)]
    [InlineData(3_600_000)]
    public async Task Payment_ThatFailsAfterDays_IsToldAndItsPageIsOver(int milliseconds)
    {
        var order = await PlacedAsync();
        var session = (await QueryAsync<string>("select session from money.orders"))[0];
        await AttemptAsync(order, isPending: true, "evt_1", session);
        await AttemptAsync(order, isPending: false, "evt_2", session);
        await AttemptAsync(order, isPending: false, "evt_2", session);

        // Its beginning arrives last.
        await AttemptAsync(order, isPending: true, "evt_3", session);
        Assert.Equal(1, await CountAsync($"events.queue where receiver = 'messages' and type = '{EventTypes.PaymentFailed}'"));
        Assert.Equal(1, await CountAsync("money.orders where pending_at is null and checkout_url is null"));
        Assert.Equal(["payment-failed"], await ReportsAsync());

        Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        await PlaceAsync();
        Assert.Equal(2, Provider.Pages);
        Assert.NotEqual(session, (await QueryAsync<string>("select session from money.orders"))[0]);
        await PayAsync(order);
        Assert.Equal(OrderStates.Paid, (await OrderAsync()).State);
    }

    // A card that is refused five times is one line for the operator, and the page takes further tries.
    [Fact]
    public async Task Tries_ThatFailOnAPageThatStays_AreReportedOnce()
    {
        var order = await PlacedAsync();
        for (var n = 0; n < 5; n++) await AttemptAsync(order, isPending: false, $"evt_{n}");
        Assert.Equal(["payment-failed"], await ReportsAsync());
        Assert.Equal(1, await CountAsync("money.orders where checkout_url is not null"));
    }

    [Fact]
    public async Task Try_OfAnOrderThatIsOver_ChangesNothing()
    {
        var order = await PlacedAsync();
        await PayAsync(order);
        await AttemptAsync(order, isPending: false, "evt_1");
        await AttemptAsync(order, isPending: true, "evt_2");
        Assert.Equal(OrderStates.Paid, (await OrderAsync()).State);
        Assert.Equal(0, await CountAsync($"events.queue where type in ('{EventTypes.PaymentFailed}', '{EventTypes.PaymentPending}')"));
    }

    private Task AskAboutAsync() => HearAsync(EventTypes.PaymentAsked, new(Conversation, 1, PaymentReasons.Said), ContractsJson.Default.PaymentAsked);

    private async Task<List<string>> OutcomesAsync() =>
        [.. (await ToldAsync(EventTypes.PaymentLooked, ContractsJson.Default.PaymentLooked)).Select(told => told.Outcome)];

    private Task AttemptAsync(Order order, bool isPending, string id, string? page = null) => App.GetRequiredService<AttemptDesk>().TakeAsync(
        Provider.Name, new WebhookReading.Attempted(id, new AttemptNotice(order.Reference, isPending, page, EndsPage: page is not null && !isPending)),
        "{}"u8.ToArray(), CancellationToken.None);
}
