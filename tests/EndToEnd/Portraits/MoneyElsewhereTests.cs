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
        await customer.SeesAsync("$4.50 of your payment has been given back to you; $4.50 of it stays paid");
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

        await customer.TapAsync("Try again");
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
        Assert.Contains("$9<", page, StringComparison.Ordinal);
        Assert.Contains("12 AI portraits", page, StringComparison.Ordinal);
        Assert.Contains("Back to WhatsApp", page, StringComparison.Ordinal);
    }

    // Webhooks of both are lost: the provider's list is all there is.
    [Fact]
    public async Task RefundAndDispute_WhoseWebhooksWereLost_AreFoundToldAndReported()
    {
        var customer = await site.PaidAsync("15557773004");
        var (order, _, _) = await site.OrderOfAsync(customer.Phone);
        await site.DeliveredAsync(customer, order);
        var payment = (await PaymentOfAsync(order))["id"]!.ToString();
        try
        {
            (await site.SimulateAsync("/sim/payments", new JsonObject { ["webhooks"] = "lose" })).Dispose();
            await DashboardAsync(payment, "half");
            await DashboardAsync(payment, "dispute");
            await LookedUpAsync();
            await customer.SeesAsync("$4.50 of your payment has been given back to you; $4.50 of it stays paid");
            await customer.SeesAsync("is being questioned");
            await DashboardAsync(payment, "lose");
            await LookedUpAsync();
            await customer.SeesAsync("Your bank has given you back");
        }
        finally
        {
            await site.ResetAsync("/sim/payments");
        }

        await Site.UntilAsync(() => site.OrderOfAsync(customer.Phone), after => after.State == "refunded");
        Assert.Equal(1, await customer.TimesAsync("of your payment has been given back"));
        Assert.Equal(1, await customer.TimesAsync("is being questioned"));
        await ReportedAsync("refund-at-provider", isFine: true, order);
        await ReportedAsync("payment-disputed", isFine: true, order);
        await site.SoundAsync();
    }

    // India pays by Razorpay here, and this person writes Hindi.
    [Theory]
    [InlineData("919812773001", "win", "पेमेंट बना रहेगा")]
    [InlineData("919812773002", "lose", "₹699 आपको लौटा दिए हैं")]
    public async Task RefundAndDispute_MadeAtRazorpay_AreToldInHindiBookedAndReported(string phone, string end, string told)
    {
        var (customer, link) = await OrderedInHindiAsync(phone);
        await Customer.PayAsync(link);
        await customer.SeesAsync("पेमेंट हो गया, धन्यवाद");
        var (order, _, amount) = await site.OrderOfAsync(phone);
        await Site.UntilAsync(() => site.OrderOfAsync(phone), after => after.State == "fulfilled");
        var sale = await PaymentOfAsync(order);
        Assert.Equal(("razorpay", 69900), (sale["provider"]!.ToString(), amount));

        await DashboardAsync(sale["id"]!.ToString(), "half");
        await customer.SeesAsync("₹349.50 आपको वापस कर दिए गए हैं; बाकी ₹349.50 का पेमेंट बना हुआ है");
        await ReportedAsync("refund-at-provider", isFine: true, order);
        await DashboardAsync(sale["id"]!.ToString(), "dispute");
        await customer.SeesAsync("₹699 के पेमेंट पर सवाल उठाया गया है");
        await ReportedAsync("payment-disputed", isFine: false, order);
        await DashboardAsync(sale["id"]!.ToString(), end);
        await customer.SeesAsync(told);
        await ReportedAsync("payment-disputed", isFine: true, order);

        await Site.UntilAsync(() => site.OrderOfAsync(phone), after => after.State == (end == "win" ? "fulfilled" : "refunded"));
        Assert.Equal(1, await customer.TimesAsync("₹349.50 आपको वापस"));
        Assert.Equal(1, await customer.TimesAsync("सवाल उठाया गया है"));
        Assert.Equal(1, await customer.TimesAsync(told));
        await site.SoundAsync();
    }

    // On the page, and as money that was to come and does not. Its page takes further tries, and the order waits.
    [Theory]
    [InlineData("919812773003", false)]
    [InlineData("919812773004", true)]
    public async Task Payment_ThatFailedAtRazorpay_IsToldInHindiReportedAndPaidAfterAll(string phone, bool isLater)
    {
        var (customer, link) = await OrderedInHindiAsync(phone);
        await Customer.PayAsync(link, isLater ? "later" : "fail");
        if (isLater) await DashboardAsync(link[(link.LastIndexOf('/') + 1)..], "bounce");
        await customer.SeesAsync("पेमेंट पूरा नहीं हुआ, इसलिए कोई पैसा नहीं कटा");
        var (order, state, _) = await site.OrderOfAsync(phone);
        Assert.Equal("open", state);
        await ReportedAsync("payment-failed", isFine: true, order);

        await Customer.PayAsync(link);
        await customer.SeesAsync("पेमेंट हो गया, धन्यवाद");
        await Site.UntilAsync(() => site.OrderOfAsync(phone), after => after.State == "fulfilled");
        await site.SoundAsync();
    }

    private async Task<(Customer Customer, string Link)> OrderedInHindiAsync(string phone)
    {
        var customer = site.Customer(phone);
        await customer.SayAsync("नमस्ते");
        await customer.PressAsync("portraits:ready");
        await customer.PressAsync("portraits:agree");
        await customer.SeesAsync("अब अपनी फ़ोटो भेजिए");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => customer.PhotoAsync(PortraitSite.NextPhoto())));
        await customer.SeesAsync("4 फ़ोटो आ गईं");
        await customer.PressAsync("portraits:tier:lite");
        await customer.SeesAsync("Corporate Headshots*\n12");
        await customer.PressAsync($"portraits:pack:{Customer.Pack}");
        await customer.SeesAsync("बस एक बार का पेमेंट");
        await customer.PressAsync($"portraits:order:{Customer.Pack}");
        return (customer, await customer.PayLinkAsync());
    }

    // The time of the next look has come, and the sweep is told so.
    private async Task LookedUpAsync()
    {
        await site.ExecuteAsync(
            "insert into money.looks (provider, look_at) select distinct provider, now() from money.payments on conflict (provider) do update set look_at = now()");
        await Site.UntilAsync(() => site.CountAsync("money.looks where told_until is null or look_at < now() + interval '5 hours'"), count => count == 0);
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

    private Task ReportedAsync(string kind, bool isFine, long? order = null) => Site.UntilAsync(
        () => site.ItemsAsync("/api/reports?size=200"),
        reports => reports.Any(report => report!["kind"]!.ToString() == kind && (bool)report["ok"]! == isFine
            && (order is null || (long?)report["body"]?["order"] == order)));
}
