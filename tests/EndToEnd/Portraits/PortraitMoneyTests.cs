using System.Text.Json.Nodes;
using Npgsql;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests.Portraits;

/// <summary>What goes wrong with the money of an order, and what becomes of it when the person goes.</summary>
public sealed class PortraitMoneyTests(PortraitSite site) : IClassFixture<PortraitSite>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await site.QuickAsync();
        await site.ResetAsync("/sim/payments");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Payment_MadeTwice_ComesBackOnce()
    {
        var (customer, link) = await site.OrderedAsync("15557772001");
        await Customer.PayAsync(link, "twice");
        var (order, _, amount) = await site.OrderOfAsync(customer.Phone);
        await customer.SeesAsync("already paid or closed");
        await customer.SeesAsync("given back to you");
        await customer.SeesAsync("How do you like");

        var payments = (await PaymentsAsync(order)).Select(payment => (long)payment!["refunded"]!).Order();
        Assert.Equal([0, amount], payments);
        Assert.Equal(["credited", "refunded"], await site.QueryAsync<string>($"select state from money.payments where order_id = {order} order by state"));
        Assert.Equal("fulfilled", (await site.OrderOfAsync(customer.Phone)).State);
        Assert.Equal(12, (await customer.PicturesAsync()).Distinct().Count());
        Assert.Equal(0, await site.CountAsync("money.balances where kind = 'held' and balance <> 0"));
        await site.SoundAsync();
    }

    [Theory]
    [InlineData("lost", "15557772002")]
    [InlineData("lose", "15557772003")]
    public async Task Webhook_Lost_IsMadeUpForByAsking(string how, string phone)
    {
        var (customer, link) = await site.OrderedAsync(phone);
        if (how == "lose") await PaymentsAsync(new JsonObject { ["webhooks"] = "lose", ["count"] = 1 });
        await Customer.PayAsync(link, how == "lost" ? "lost" : "pay");
        var (order, _, _) = await site.OrderOfAsync(phone);
        await Task.Delay(1000);
        Assert.Equal("open", (await site.OrderOfAsync(phone)).State);
        await site.ExecuteAsync($"update money.orders set ask_at = now() where id = {order}");
        await customer.SeesAsync("Paid, thank you");
        await site.DeliveredAsync(customer, order);
    }

    [Fact]
    public async Task Webhook_Doubled_IsCreditedOnce()
    {
        await PaymentsAsync(new JsonObject { ["webhooks"] = "double" });
        var customer = await site.PaidAsync("15557772004");
        var (order, _, _) = await site.OrderOfAsync(customer.Phone);
        await site.DeliveredAsync(customer, order);
        Assert.Equal(1, await customer.TimesAsync("Paid, thank you"));
    }

    [Fact]
    public async Task Amount_ThatIsNotWhatWasAskedFor_IsHeldAndGivenBackOnDemand()
    {
        var (customer, link) = await site.OrderedAsync("15557772005");
        await Customer.PayAsync(link, "pay?amount=500");
        await customer.SeesAsync("but the order costs");
        var (order, state, _) = await site.OrderOfAsync(customer.Phone);
        Assert.Equal("open", state);
        Assert.Equal(500, (await site.QueryAsync<long>("select balance from money.balances where kind = 'held' and currency = 'USD'")).Single());
        Assert.DoesNotContain(await site.TunesAsync(), tune => tune!["title"]!.ToString() == $"order-{order}-1");

        await customer.TapAsync("Give it back");
        await customer.SeesAsync("given back to you");
        await site.GivenBackAsync(order);
        Assert.Equal(0, await site.CountAsync("money.balances where kind = 'held' and balance <> 0"));

        // Its page was paid on, though not what was asked: the next payment wants another order.
        await Site.UntilAsync(() => site.OrderOfAsync(customer.Phone), after => after.State == "cancelled");
        await site.SoundAsync();
    }

    [Theory]
    [InlineData("500", "15557772006")]
    [InlineData("lost-answer", "15557772007")]
    public async Task Refund_ThatFailsOrWhoseAnswerIsLost_IsMadeOnce(string kind, string phone)
    {
        await site.FaultAsync("422");
        await PaymentsAsync(new JsonObject { ["refunds"] = kind, ["count"] = 1 });
        var customer = await site.PaidAsync(phone);
        var (order, _, _) = await site.OrderOfAsync(phone);

        // A refund whose answer is lost may be known from the provider's webhook before the first try has ended.
        await Site.UntilAsync(
            () => site.CountAsync(
                $"money.payments where order_id = {order} and (state = 'refunded' or refund_tries = 1 and refund_at < now() + interval '40 s')"),
            one => one == 1);
        await site.ExecuteAsync($"update money.payments set refund_at = now() where order_id = {order} and state = 'refunding'");
        await site.RefundedAsync(customer, order);
    }

    [Fact]
    public async Task Person_WhoGoesWithAPaidOrder_HasTheirMoneyAndLeavesNothing()
    {
        await site.AstriaAsync(new JsonObject { ["trainingSeconds"] = 600 });
        var customer = await site.PaidAsync("15557772008");
        var (order, _, _) = await site.OrderOfAsync(customer.Phone);
        await Site.UntilAsync(() => site.JobAsync(order), state => state == "training");
        var traces = await TracesAsync(order);
        Assert.Equal(4, traces.Count);

        await customer.SayAsync("delete my data");
        await customer.SeesAsync("your money goes back first");
        await EraseAsync(customer, Site.Portraits);
        await GoneAsync(customer.Phone, order, traces);
        await site.SettledAsync(order, "refunded");
        await site.GivenBackAsync(order);
    }

    // The conversation they write in knows nothing of the one in which they paid.
    [Fact]
    public async Task Person_WhoGoesByAnotherNumber_HasTheirMoneyToo()
    {
        await site.AstriaAsync(new JsonObject { ["trainingSeconds"] = 600 });
        var customer = await site.PaidAsync("15557772009");
        var (order, _, _) = await site.OrderOfAsync(customer.Phone);
        await Site.UntilAsync(() => site.JobAsync(order), state => state == "training");
        var traces = await TracesAsync(order);

        await new Customer(site.SimulatorUrl, Site.Echo, customer.Phone).SayAsync("delete my data");
        await EraseAsync(customer, Site.Echo);
        await GoneAsync(customer.Phone, order, traces);
        await site.SettledAsync(order, "refunded");
        await site.GivenBackAsync(order);
    }

    // The payment is in the books, and its conversation has not heard of it.
    [Fact]
    public async Task Person_WhoGoesWhileTheirPaymentArrives_HasTheirMoney()
    {
        var (customer, link) = await site.OrderedAsync("15557772010");
        var (order, _, amount) = await site.OrderOfAsync(customer.Phone);
        await Customer.PayAsync(link, "lost");
        await using (var connection = new NpgsqlConnection(site.Database.ConnectionString))
        {
            await connection.OpenAsync();
            var reference = (await site.QueryAsync<string>($"select reference from money.orders where id = {order}")).Single();
            var payment = Assert.Single(await PaymentsAsync(order))!["id"]!.ToString();
            await using var transaction = await connection.BeginTransactionAsync();
            var told = new WebhookReading.Paid("evt_between", new PaymentNotice(payment, reference, amount, "USD"));
            var taken = await PaymentIntake.TakeAsync(
                connection, transaction, 1, "stripe", told, default, TimeProvider.System.GetUtcNow(), CancellationToken.None);
            Assert.Equal(PaymentOutcome.Credited, taken.Outcome);
            await transaction.CommitAsync();
        }

        await customer.SayAsync("delete my data");
        await EraseAsync(customer, Site.Portraits);
        await GoneAsync(customer.Phone, order, []);
        await site.SettledAsync(order, "refunded");
        await site.GivenBackAsync(order);
    }

    // The AI provider has the photos, and we do not know by which number.
    [Fact]
    public async Task Person_WhoGoesWhileTheirModelIsBeingAskedFor_LeavesNoModel()
    {
        await site.AstriaAsync(new JsonObject { ["trainingSeconds"] = 600 });
        await site.FaultAsync("504-ran");
        var customer = await site.PaidAsync("15557772011");
        var (order, _, _) = await site.OrderOfAsync(customer.Phone);
        await Site.UntilAsync(() => site.JobAsync(order), state => state == "unknown");
        await Site.UntilAsync(site.TunesAsync, tunes => tunes.Any(tune => tune!["title"]!.ToString() == $"order-{order}-1"));
        await customer.SayAsync("delete my data");
        await EraseAsync(customer, Site.Portraits);
        await GoneAsync(customer.Phone, order, []);
        await site.SettledAsync(order, "refunded");
        await site.GivenBackAsync(order);
    }

    // Made while the window was shut: a template tells of it, and they come for good-bye alone.
    [Fact]
    public async Task Person_WhoGoesBeforePicturesReachThem_HasTheirMoney()
    {
        await site.AstriaAsync(new JsonObject { ["callbacks"] = "lose" });
        var customer = await ShutAsync("15557772012");
        var (order, _, _) = await site.OrderOfAsync(customer.Phone);
        await customer.SayAsync("delete my data");
        await customer.SeesAsync("your money goes back first");
        await EraseAsync(customer, Site.Portraits);
        await GoneAsync(customer.Phone, order, []);
        await site.SettledAsync(order, "refunded");
        await site.GivenBackAsync(order);
    }

    [Fact]
    public async Task Pictures_MadeWhileTheWindowWasShut_ComeWhenThePersonWrites()
    {
        await site.AstriaAsync(new JsonObject { ["callbacks"] = "lose" });
        var customer = await ShutAsync("15557772013");
        var (order, state, _) = await site.OrderOfAsync(customer.Phone);
        Assert.Equal("paid", state);
        Assert.Equal(0, await customer.PictureCountAsync());
        await customer.SayAsync("I'm back");
        await site.DeliveredAsync(customer, order);
    }

    // A paid order whose pictures were made a day after the person last wrote.
    private async Task<Customer> ShutAsync(string phone)
    {
        var customer = await site.PaidAsync(phone);
        var (order, _, _) = await site.OrderOfAsync(phone);
        await Site.UntilAsync(() => site.JobAsync(order), state => state == "training");
        await customer.SeesAsync("is being made");
        await site.ExecuteAsync(
            $"update chat.conversations c set last_inbound_at = now() - interval '25 hours' from money.orders o where o.conversation_id = c.id and o.id = {order}");
        await Task.Delay(700);
        await site.LookNowAsync();
        await customer.UntilAsync(bubbles => bubbles.Exists(bubble => bubble["type"]!.ToString() == "template"), "a template");
        return customer;
    }

    private async Task EraseAsync(Customer customer, string number)
    {
        var phone = new Customer(site.SimulatorUrl, number, customer.Phone);
        var bubbles = await phone.UntilAsync(bubbles => bubbles.Exists(bubble => bubble.ToJsonString().Contains("cmd:erase:", StringComparison.Ordinal)), "the question");
        var button = bubbles.SelectMany(bubble => bubble["body"]?["action"]?["buttons"]?.AsArray() ?? [])
            .Last(button => button!["reply"]!["id"]!.ToString().StartsWith("cmd:erase:", StringComparison.Ordinal));
        await phone.PressAsync(button!["reply"]!["id"]!.ToString());
    }

    private Task<List<string>> TracesAsync(long order) => site.QueryAsync<string>(
        $"select f.store_key from images.photos f join money.orders o on o.conversation_id = f.conversation_id where o.id = {order}");

    private async Task GoneAsync(string phone, long order, List<string> traces)
    {
        await Site.UntilAsync(() => site.CountAsync($"chat.people where phone = '{phone}'"), none => none == 0);
        await Site.UntilAsync(() => site.CountAsync("events.queue"), none => none == 0);
        var of = $"using (conversation_id) where o.id = {order}";
        Assert.Equal(0, await site.CountAsync($"images.photos join money.orders o {of}"));
        Assert.Equal(0, await site.CountAsync($"images.results where order_id = {order}"));
        Assert.Equal(0, await site.CountAsync($"chat.media join money.orders o {of}"));
        Assert.Equal(0, await site.CountAsync($"chat.messages join money.orders o {of}"));
        Assert.Equal(0, await site.CountAsync($"images.jobs where order_id = {order} and (state <> 'erased' or request <> '{{}}')"));
        Assert.DoesNotContain(site.Files, traces.Contains);
        Assert.All(await site.TunesAsync(), tune => Assert.True(tune!["title"]!.ToString() != $"order-{order}-1" || (bool)tune["deleted"]!));
        Assert.Empty(await site.ItemsAsync("/api/dead-letters"));
    }

    private async Task PaymentsAsync(JsonObject manner) => (await site.SimulateAsync("/sim/payments", manner)).Dispose();

    private async Task<List<JsonNode?>> PaymentsAsync(long order)
    {
        var reference = (await site.QueryAsync<string>($"select reference from money.orders where id = {order}")).Single();
        return [.. (await site.StandInAsync("/sim/payments"))["payments"]!.AsArray().Where(payment => payment!["reference"]!.ToString() == reference)];
    }
}
