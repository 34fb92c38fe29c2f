using System.Text.Json.Nodes;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests.Portraits;

/// <summary>What is done with money at the payment provider and by banks, as the person and the operator hear of it.</summary>
public sealed class MoneyElsewhereTests(PortraitSite site) : IClassFixture<PortraitSite>
{
    private static readonly HttpClient _http = new();

    [Fact]
    public async Task RefundAndDispute_MadeElsewhere_AreToldBookedAndReported()
    {
        var customer = await site.PaidAsync("15557773001");
        var (order, _, _) = await site.OrderOfAsync(customer.Phone);
        await site.DeliveredAsync(customer, order);
        var payment = (await PaymentOfAsync(order))["id"]!.ToString();

        await DashboardAsync(payment, "half");
        await customer.SeesAsync("4.50 USD of your payment has been given back to you; 4.50 USD of it stays paid");
        await DashboardAsync(payment, "dispute");
        await customer.SeesAsync("is being questioned");
        await ReportedAsync("payment-disputed", isFine: false);
        await DashboardAsync(payment, "lose");
        await customer.SeesAsync("Your bank has given you back");

        await Site.UntilAsync(() => site.OrderOfAsync(customer.Phone), after => after.State == "refunded");
        await ReportedAsync("payment-disputed", isFine: true);
        await ReportedAsync("refund-at-provider", isFine: true);
        Assert.Equal(1, await customer.TimesAsync("of your payment has been given back"));
        Assert.Equal(1, await customer.TimesAsync("is being questioned"));
        var view = Assert.Single(await site.ItemsAsync("/api/orders"), item => (long)item!["id"]! == order)!;
        Assert.Equal(("9.00 USD", 450L, 450L), (view["price"]!.ToString(), (long)view["refunded"]!, (long)view["lost"]!));
        await site.SoundAsync();
    }

    [Fact]
    public async Task PaymentThatTakesDays_IsWaitedForAndToldWhenItFails()
    {
        var (customer, link) = await site.OrderedAsync("15557773002");
        await Customer.PayAsync(link, "later");
        await customer.SeesAsync("is on its way");
        var reference = (await site.QueryAsync<string>($"select reference from money.orders where id = {(await site.OrderOfAsync(customer.Phone)).Id}")).Single();
        Assert.Contains("is on its way", await PageAsync(reference), StringComparison.Ordinal);
        await DashboardAsync(link[(link.LastIndexOf('/') + 1)..], "bounce");
        await customer.SeesAsync("go through, so nothing was charged");
        await ReportedAsync("payment-failed", isFine: true);

        await customer.TapAsync("Pay");
        await customer.UntilAsync(
            bubbles => bubbles.Count(bubble => bubble.ToJsonString().Contains("Pay on this page", StringComparison.Ordinal)) == 2, "another page to pay on");
        Assert.Equal("open", (await site.OrderOfAsync(customer.Phone)).State);
    }

    [Fact]
    public async Task Person_WhoseWebhookWasLost_SaysThatTheyPaidAndIsBelieved()
    {
        var (customer, link) = await site.OrderedAsync("15557773003");
        await Customer.PayAsync(link, "lost");
        await customer.SayAsync("i already paid!!");
        await customer.SeesAsync("Let me check");
        await customer.SeesAsync("Paid, thank you");
        Assert.Equal(1, await customer.TimesAsync("Pay on this page"));
        var (order, _, _) = await site.OrderOfAsync(customer.Phone);
        var page = await PageAsync((await site.QueryAsync<string>($"select reference from money.orders where id = {order}")).Single());
        Assert.Contains("9.00 USD", page, StringComparison.Ordinal);
        Assert.Contains("12 AI portraits", page, StringComparison.Ordinal);
        Assert.Contains("Back to WhatsApp", page, StringComparison.Ordinal);
    }

    private async Task<JsonNode> PaymentOfAsync(long order)
    {
        var reference = (await site.QueryAsync<string>($"select reference from money.orders where id = {order}")).Single();
        return (await site.StandInAsync("/sim/payments"))["payments"]!.AsArray().Single(payment => payment!["reference"]!.ToString() == reference)!;
    }

    private async Task DashboardAsync(string id, string act)
    {
        using var response = await _http.PostAsync($"{site.SimulatorUrl}/dashboard/{id}/{act}", null);
        response.EnsureSuccessStatusCode();
    }

    private Task<string> PageAsync(string reference) => _http.GetStringAsync($"{site.Url}/paid/{reference}");

    private Task ReportedAsync(string kind, bool isFine) => Site.UntilAsync(
        () => site.ItemsAsync("/api/reports"), reports => reports.Any(report => report!["kind"]!.ToString() == kind && (bool)report["ok"]! == isFine));
}
