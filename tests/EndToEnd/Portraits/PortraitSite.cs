using System.Text.Json.Nodes;
using Npgsql;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests.Portraits;

/// <summary>A site on which four photos are enough and nothing waits for Meta's pace; models are trained at once.</summary>
public sealed class PortraitSite : Site, IAsyncLifetime
{
    private static int _photos;

    protected override IEnumerable<string> Settings =>
        ["--PORTRAITS_MIN_PHOTOS=4", "--WHATSAPP_RATE_PER_PAIR=off", "--WHATSAPP_RATE_PER_NUMBER=off"];

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await QuickAsync();
    }

    /// <summary>Astria as usual, only quick.</summary>
    public async Task QuickAsync()
    {
        await ResetAsync("/sim/astria");
        await AstriaAsync(new JsonObject { ["trainingSeconds"] = 0.3, ["promptSeconds"] = 0.2 });
    }

    public async Task AstriaAsync(JsonObject manner) => (await SimulateAsync("/sim/astria", manner)).Dispose();

    /// <summary>Something goes wrong when the next tune is made.</summary>
    public Task FaultAsync(string kind, string method = "POST", int count = 1) => AstriaAsync(new JsonObject
    {
        ["fault"] = new JsonObject { ["kind"] = kind, ["path"] = "tunes", ["method"] = method, ["count"] = count },
    });

    /// <summary>A photo unlike all others of this site.</summary>
    public static byte[] NextPhoto(string says = "woman") => SamplePhotos.Png(Interlocked.Increment(ref _photos), says);

    public Customer Customer(string phone) => new(SimulatorUrl, Portraits, phone);

    /// <summary>Someone with enough photos and a link to pay.</summary>
    public async Task<(Customer Customer, string Link)> OrderedAsync(string phone)
    {
        var customer = Customer(phone);
        await customer.AgreeAsync();
        await customer.AgreedAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => customer.PhotoAsync(NextPhoto())));
        await UntilAsync(() => customer.HasPhotosAsync(4), isSo => isSo);
        return (customer, await customer.OrderAsync());
    }

    /// <summary>Someone who paid.</summary>
    public async Task<Customer> PaidAsync(string phone)
    {
        var (customer, link) = await OrderedAsync(phone);
        await Traffic.Customer.PayAsync(link);
        await customer.SeesAsync("Paid, thank you");
        return customer;
    }

    /// <summary>The order of a person, by its place.</summary>
    public async Task<(long Id, string State, long Amount)> OrderOfAsync(string phone) => (await QueryAsync<(long, string, long)>(
        $"""
        select o.id, o.state, o.amount from money.orders o join chat.conversations c on c.id = o.conversation_id join chat.people p on p.id = c.person_id
        where p.phone = '{phone}' order by o.id desc limit 1
        """)).Single();

    public async Task<string> JobAsync(long order) => (await QueryAsync<string>($"select state from images.jobs where order_id = {order}")).SingleOrDefault() ?? "";

    /// <summary>What waits for its next look has it now.</summary>
    public Task LookNowAsync() => ExecuteAsync("update images.jobs set next_look_at = now() where next_look_at > now()");

    /// <summary>The money of an order is earned, or all of it is back.</summary>
    public async Task SettledAsync(long order, string state)
    {
        await UntilAsync(() => QueryAsync<string>($"select state from money.orders where id = {order}"), states => states.SequenceEqual([state]));
        var moved = await QueryAsync<string>($"select reason from money.movements where subject = 'order:{order}' order by id");
        Assert.Equal(state == "fulfilled" ? ["payment", "fulfilled"] : ["payment", "refund"], moved);
        Assert.Equal(0, (await QueryAsync<long>($"select balance from money.balances where kind = 'order' and owner = '{order}'")).Single());
        await SoundAsync();
    }

    /// <summary>Twelve pictures, each once, one tune, and the money earned.</summary>
    public async Task DeliveredAsync(Customer customer, long order)
    {
        await customer.SeesAsync("How do you like");
        await SettledAsync(order, "fulfilled");
        var pictures = await customer.PicturesAsync();
        Assert.Equal((12, 12), (pictures.Count, pictures.Distinct().Count()));
        Assert.Equal(1, await customer.TimesAsync("How do you like"));
        Assert.Single(await TunesAsync(), tune => tune!["title"]!.ToString() == $"order-{order}-1");
    }

    /// <summary>Nobody has pictures, the money is back at the provider, and the person was told.</summary>
    public async Task RefundedAsync(Customer customer, long order)
    {
        await customer.SeesAsync("given back to you");
        await SettledAsync(order, "refunded");
        await GivenBackAsync(order);
        Assert.Equal(0, await customer.PictureCountAsync());
    }

    /// <summary>The provider gave all of an order's money back, once.</summary>
    public async Task GivenBackAsync(long order)
    {
        var reference = (await QueryAsync<string>($"select reference from money.orders where id = {order}")).Single();
        var payments = (await StandInAsync("/sim/payments"))["payments"]!.AsArray().Where(payment => payment!["reference"]!.ToString() == reference);
        var payment = Assert.Single(payments)!;
        Assert.Equal((long)payment["amount"]!, (long)payment["refunded"]!);
    }

    /// <summary>The ledger keeps its rules.</summary>
    public async Task SoundAsync()
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        Assert.Empty(await LedgerCheck.RunAsync(connection, CancellationToken.None));
    }
}
