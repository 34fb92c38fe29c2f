using System.Text.Json.Nodes;
using WhatsAppBots.Traffic;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

/// <summary>Orders of portraits under kill -9: made once, delivered once, or given back.</summary>
public sealed class KilledOrderTests(ITestOutputHelper output)
{
    /// <summary>One of two is made, the other fails and is given back.</summary>
    [Fact]
    public async Task Host_KilledBetweenAnyTwoSteps_ForgetsNoOrder()
    {
        await using var shop = await Shop.StartAsync(output);
        for (var round = 0; round < (Trial.IsLong ? 12 : 1); round++)
        {
            var customers = shop.Customers(2, $"88{round:00}");
            await RunAsync(shop, customers, (round + 1) * 2);
        }
    }

    /// <summary>Orders go their way, and the host dies again and again.</summary>
    [Fact]
    public async Task Host_KilledAtRandom_ForgetsNoOrder()
    {
        await using var shop = await Shop.StartAsync(output);
        var count = 0;
        for (var round = 0; round < (Trial.IsLong ? 8 : 1); round++)
        {
            var customers = shop.Customers(Trial.IsLong ? 6 : 3, $"89{round:00}");
            count += customers.Count;
            await shop.ChangeAsync("/sim/astria", new JsonObject { ["failTraining"] = true });
            var orders = Task.WhenAll(customers.Select(WalkAsync));
            for (var n = 0; n < (Trial.IsLong ? 60 : 2) && !orders.IsCompleted; n++)
            {
                await Task.WhenAny(orders, Task.Delay(Random.Shared.Next(200, 3500)));
                await shop.KillAsync();
            }

            // Paid, they are made and delivered under more of it.
            await orders;
            for (var n = 0; n < (Trial.IsLong ? 6 : 1); n++)
            {
                await Task.Delay(Random.Shared.Next(200, 2500));
                await shop.KillAsync();
            }

            await EndAsync(shop, count);
            await shop.JudgeAsync(customers);
        }
    }

    /// <summary>A person with a paid order has everything erased, and the host dies on it twice.</summary>
    [Fact]
    public async Task Host_KilledWhileAPersonIsErased_ErasesAllAndGivesTheMoneyBack()
    {
        await using var shop = await Shop.StartAsync(output);
        await shop.ChangeAsync("/sim/astria", new JsonObject { ["trainingSeconds"] = 600 });
        var customers = shop.Customers(Trial.IsLong ? 10 : 2, "8800");
        await Task.WhenAll(customers.Select(WalkAsync));
        await shop.UntilAsync(async () => await shop.CountAsync("images.jobs where state = 'training'") == customers.Count, "all are trained");
        var covers = (await shop.QueryAsync<string>("select cover_key from images.packs")).ToHashSet();
        await Task.WhenAll(customers.Select(customer => customer.SayAsync("delete my data")));
        await Task.WhenAll(customers.Select(customer => customer.SeesAsync("your money goes back first")));
        await Task.WhenAll(customers.Select(customer =>
            customer.PressAsync($"cmd:erase:{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}")));
        for (var n = 0; n < 2; n++)
        {
            await Task.Delay(Random.Shared.Next(50, 600));
            await shop.KillAsync();
        }

        await shop.UntilAsync(async () => await shop.CountAsync("chat.people") == 0, "nobody is left", 90);
        await shop.OverAsync(customers.Count);
        Assert.Equal(customers.Count, await shop.CountAsync("money.orders where state = 'refunded'"));
        Assert.Equal(0, await shop.CountAsync("images.photos"));
        Assert.Equal(0, await shop.CountAsync("chat.media"));
        Assert.Equal(0, await shop.CountAsync("images.jobs where state <> 'erased' or request <> '{}'"));
        Assert.All((await shop.SeeAsync("/sim/astria"))["tunes"]!.AsArray(), tune => Assert.True((bool)tune!["deleted"]!));
        Assert.All((await shop.SeeAsync("/sim/payments"))["payments"]!.AsArray(), payment =>
            Assert.Equal((long)payment!["amount"]!, (long)payment["refunded"]!));
        Assert.Equal(0, await shop.CountAsync("money.balances where kind in ('order', 'held') and balance <> 0"));
        Assert.Equal(0, await shop.CountAsync("events.dead_letters"));
        Assert.DoesNotContain(shop.Files, file => file.EndsWith(".png", StringComparison.Ordinal) && !covers.Contains(file));
    }

    private static async Task RunAsync(Shop shop, IReadOnlyList<Customer> customers, int orders)
    {
        await shop.ChangeAsync("/sim/astria", new JsonObject { ["failTraining"] = true });
        await shop.ChangeAsync("/sim/payments", new JsonObject { ["refunds"] = "lost-answer", ["count"] = 1 });
        var tunes = await TunesAsync(shop) + customers.Count;
        var posted = (int)(await shop.SeeAsync("/sim/astria"))["callbacks"]!;
        var links = new Dictionary<string, string>();

        await StepAsync(customer => customer.AgreeAsync(), customer => customer.AgreedAsync());
        await StepAsync(
            async customer => await Task.WhenAll(Enumerable.Range(0, Shop.Photos).Select(_ => customer.PhotoAsync(Shop.NextPhoto()))),
            customer => shop.UntilAsync(() => customer.HasPhotosAsync(Shop.Photos), "all photos counted", 120));
        await StepAsync(customer => customer.PressAsync("portraits:tier:lite"), customer => customer.SeesAsync("Corporate Headshots*\n12"));
        await StepAsync(customer => customer.PressAsync($"portraits:pack:{Customer.Pack}"), customer => customer.SeesAsync("paid once"));
        await StepAsync(
            customer => customer.PressAsync($"portraits:order:{Customer.Pack}"),
            async customer => links[customer.Phone] = await customer.PayLinkAsync());
        await StepAsync(customer => Customer.PayAsync(links[customer.Phone]), customer => customer.SeesAsync("Paid, thank you"));

        // From here on it goes by itself; each is killed as soon as the next thing has happened.
        await KillWhenAsync(async () => await TunesAsync(shop) == tunes, "training was asked for");
        await KillWhenAsync(async () => (int)(await shop.SeeAsync("/sim/astria"))["callbacks"]! > posted, "a callback was sent");
        // A message whose sending a kill cut off may come twice, so each customer is asked for, not the sum of messages.
        await KillWhenAsync(async () => (await TimesAsync("is being made")).All(times => times > 0), "they were told that it has begun");
        await KillWhenAsync(async () => await CountAsync("be made. Everything you paid") >= 1, "one of them failed");
        await KillWhenAsync(async () => await RefundsAsync(shop) > 0, "a refund was asked for");
        await KillWhenAsync(async () => (await PicturesAsync()) >= 3, "some pictures were delivered");
        await KillWhenAsync(async () => await CountAsync("How do you like") >= 1, "all pictures were delivered");
        await EndAsync(shop, orders);
        await shop.JudgeAsync(customers);

        async Task StepAsync(Func<Customer, Task> act, Func<Customer, Task> isSo)
        {
            await Task.WhenAll(customers.Select(act));
            await Task.Delay(Random.Shared.Next(0, 200));
            await shop.KillAsync();
            foreach (var customer in customers) await isSo(customer);
        }

        async Task KillWhenAsync(Func<Task<bool>> isSo, string what)
        {
            await shop.UntilAsync(isSo, what);
            await shop.KillAsync();
        }

        Task<int[]> TimesAsync(string text) => Task.WhenAll(customers.Select(customer => customer.TimesAsync(text)));

        async Task<int> CountAsync(string text) => (await TimesAsync(text)).Sum();

        async Task<int> PicturesAsync() => (await Task.WhenAll(customers.Select(customer => customer.PictureCountAsync()))).Sum();
    }

    // Nobody presses anything twice: what was taken is answered, however late.
    private static async Task WalkAsync(Customer customer)
    {
        await customer.AgreeAsync();
        await customer.SeesAsync("Send your photos now");
        await Task.WhenAll(Enumerable.Range(0, Shop.Photos).Select(_ => customer.PhotoAsync(Shop.NextPhoto())));
        for (var until = Environment.TickCount64 + 120_000; !await customer.HasPhotosAsync(Shop.Photos); await Task.Delay(100))
        {
            Assert.True(Environment.TickCount64 < until, "A photo was never looked at.");
        }

        await customer.PressAsync("portraits:tier:lite");
        await customer.SeesAsync("Corporate Headshots*\n12");
        await customer.PressAsync($"portraits:pack:{Customer.Pack}");
        await customer.SeesAsync("paid once");
        await customer.PressAsync($"portraits:order:{Customer.Pack}");
        await customer.SeesAsync("Pay on this page");
        await Customer.PayAsync(await customer.PayLinkAsync());
        await customer.SeesAsync("Paid, thank you");
    }

    // What the stand-in failed has no callback, and the last kill may have left claims.
    private static async Task EndAsync(Shop shop, int orders)
    {
        await shop.KillAsync();
        await shop.UntilAsync(async () => await shop.CountAsync("images.jobs") == orders, "each order is a job");
        for (var n = 0; n < 30 && await shop.CountAsync("images.jobs where state in ('asked', 'unknown', 'training')") > 0; n++)
        {
            // Not those that are being looked at now: a claim is three minutes ahead.
            await shop.ExecuteAsync("update images.jobs set next_look_at = now() where next_look_at between now() and now() + interval '2 minutes'");
            await Task.Delay(1000);
        }

        await shop.ExecuteAsync("update money.payments set refund_at = now() where state = 'refunding' and refund_at between now() and now() + interval '100 seconds'");
        await shop.OverAsync(orders);
    }

    private static async Task<int> TunesAsync(Shop shop) => (await shop.SeeAsync("/sim/astria"))["tunes"]!.AsArray().Count;

    private static async Task<int> RefundsAsync(Shop shop) => (int)(await shop.SeeAsync("/sim/payments"))["refunds"]!;
}
