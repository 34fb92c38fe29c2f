using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Simulator;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

/// <summary>A host that sells portraits and can be killed; its providers stand in this process and outlive it.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string Number = "100000000000003";
    public const int Photos = 5;

    private static readonly HttpClient _http = new();
    private static int _seeds;

    private readonly Trial _trial;
    private readonly Microsoft.AspNetCore.Builder.WebApplication _simulator;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-shop-");
    private readonly (string, string)[] _settings;
    private HostProcess? _host;

    private Shop(Trial trial, Microsoft.AspNetCore.Builder.WebApplication simulator, string url, string host, SimulatorOptions options)
    {
        (_trial, _simulator, Url) = (trial, simulator, url);
        HostUrl = host;
        _settings =
        [
            ("WHATSAPP_API_URL", $"{url}/graph/v23.0"), ("WHATSAPP_API_KEY", options.AccessToken), ("WHATSAPP_NUMBERS", $"{Number}=portraits"),
            ("ASTRIA_API_URL", $"{url}/astria"), ("ASTRIA_API_KEY", options.AstriaKey), ("STRIPE_API_URL", $"{url}/stripe"),
            ("STRIPE_API_KEY", options.StripeKey), ("STRIPE_WEBHOOK_SECRET", options.StripeWebhookSecret), ("PAYMENT_PROVIDERS", "*=stripe"),
            ("PORTRAITS_MIN_PHOTOS", "5"), ("MEDIA_STORE", _folder.FullName), ("PUBLIC_URL", host),
        ];
    }

    /// <summary>Of the simulator.</summary>
    public string Url { get; }

    /// <summary>Files of the media store.</summary>
    public IReadOnlyList<string> Files => [.. _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name)];

    /// <summary>The process that runs now.</summary>
    public HostProcess Host => _host!;

    private string HostUrl { get; }

    public int Kills { get; private set; }

    public static async Task<Shop> StartAsync(ITestOutputHelper output)
    {
        var trial = await Trial.StartAsync(output);
        var host = $"http://127.0.0.1:{HostProcess.FreePort()}";
        var options = new SimulatorOptions
        {
            Url = $"http://127.0.0.1:{HostProcess.FreePort()}", WebhookUrl = host + "/webhook/whatsapp", AppSecret = "app-secret",
            TrainingTime = TimeSpan.FromSeconds(2), PromptTime = TimeSpan.FromSeconds(1),
        };
        options.Numbers.Add(new SimulatedNumber(Number, "+15550000003", "Portraits"));
        var simulator = SimulatorApp.Create(options);
        await simulator.StartAsync();
        var shop = new Shop(trial, simulator, options.Url, host, options);
        shop._host = await trial.HostAsync(host, shop._settings);
        return shop;
    }

    public void Report(string line) => _trial.Report(line);

    public IReadOnlyList<Customer> Customers(int count, string prefix) =>
        [.. Enumerable.Range(0, count).Select(n => new Customer(Url, Number, $"1555{prefix}{n:0000}"))];

    public static byte[] NextPhoto() => SamplePhotos.Png(Interlocked.Increment(ref _seeds));

    /// <summary>kill -9; what the dead one had claimed is free at once, as if its time had passed; another starts where it was.</summary>
    public async Task KillAsync()
    {
        await _host!.KillAsync();
        Kills++;
        await MoveTimeAsync();
        _host = await _trial.HostAsync(HostUrl, _settings);
    }

    /// <summary>All that waits for a time waits no more. Only while no host lives: what one holds would be taken from it.</summary>
    public Task MoveTimeAsync() => _trial.ExecuteAsync(
        """
        update events.queue set not_before = now() where not_before > now();
        update images.jobs set next_look_at = now() where next_look_at > now();
        update money.payments set refund_at = now() where refund_at > now() and state = 'refunding';
        update money.orders set ask_at = now() where ask_at > now();
        update chat.conversations set lease_until = now() where lease_until > now();
        """);

    public async Task ChangeAsync(string path, JsonObject manner)
    {
        using var response = await _http.PostAsJsonAsync(Url + path, manner);
        response.EnsureSuccessStatusCode();
    }

    public async Task<JsonObject> SeeAsync(string path) => (await _http.GetFromJsonAsync<JsonObject>(Url + path))!;

    public Task<List<T>> QueryAsync<T>(string sql) => _trial.QueryAsync<T>(sql);

    public Task<long> CountAsync(string from) => _trial.CountAsync(from);

    public Task ExecuteAsync(string sql) => _trial.ExecuteAsync(sql);

    /// <summary>Waits for a count; what is due looks again meanwhile, as it would in a minute.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, string what, int seconds = 60)
    {
        var until = Environment.TickCount64 + (seconds * 1000);
        while (!await isSo())
        {
            if (Environment.TickCount64 > until)
            {
                var rows = await QueryAsync<string>(
                    """
                    select 'job ' || j::text from images.jobs j union all select 'event ' || q::text from events.queue q
                    union all select 'payment ' || p::text from money.payments p union all select 'order ' || o::text from money.orders o
                    union all select 'outbox ' || o::text from chat.outbox o union all select 'inbox ' || i::text from chat.inbox i
                    """);
                Assert.Fail($"After {seconds} s still not: {what}.\n{string.Join('\n', rows)}\n{string.Join('\n', _host!.Log.TakeLast(30))}");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Every order is over.</summary>
    public Task OverAsync(int orders, int seconds = 90) => UntilAsync(
        async () => await CountAsync("money.orders where state in ('fulfilled', 'refunded')") == orders
            && await CountAsync("events.queue") + await CountAsync("chat.inbox") + await CountAsync("chat.outbox") == 0,
        $"{orders} orders are over", seconds);

    /// <summary>
    /// Each order is trained once and delivered once, or given back; nobody is charged for nothing, and the ledger says what
    /// the provider says.
    /// </summary>
    public async Task JudgeAsync(IReadOnlyList<Customer> customers)
    {
        var tunes = (await SeeAsync("/sim/astria"))["tunes"]!.AsArray();
        Assert.Equal(tunes.Count, tunes.Select(tune => tune!["title"]!.ToString()).Distinct().Count());
        var payments = (await SeeAsync("/sim/payments"))["payments"]!.AsArray();
        Assert.Equal(await CountAsync("money.orders"), payments.Count);
        var doubled = await CountAsync("chat.statuses where status = 'possibly_doubled'");
        var twice = 0;
        foreach (var customer in customers)
        {
            var (order, state, amount, reference) = (await QueryAsync<(long, string, long, string)>(
                $"""
                select o.id, o.state, o.amount, o.reference from money.orders o join chat.conversations c on c.id = o.conversation_id
                join chat.people p on p.id = c.person_id where p.phone = '{customer.Phone}'
                """)).Single();
            var payment = Assert.Single(payments, each => each!["reference"]!.ToString() == reference)!;
            var pictures = await customer.PicturesAsync();
            twice += pictures.Count - pictures.Distinct().Count();
            var delivered = state == "fulfilled";
            Assert.Equal(delivered ? 12 : 0, pictures.Distinct().Count());
            Assert.Equal(delivered ? 0 : amount, (long)payment["refunded"]!);
            Assert.Equal(delivered ? ["payment", "fulfilled"] : ["payment", "refund"], await QueryAsync<string>(
                $"select reason from money.movements where subject = 'order:{order}' order by id"));
            if (delivered) Assert.Single(tunes, tune => tune!["title"]!.ToString() == $"order-{order}-1");
            foreach (var text in delivered ? ["Paid, thank you", "is being made", "How do you like"] : new[] { "Paid, thank you",
                "be made. Everything you paid", "given back to you" })
            {
                Assert.True(await customer.TimesAsync(text) is var times && times >= 1 && times <= 1 + doubled, $"{customer.Phone}: {text} came {times} times");
            }
        }

        Assert.True(twice <= doubled, $"{twice} pictures came twice, {doubled} messages were reported as possibly doubled.");
        Assert.Equal(0, await CountAsync("money.balances where kind in ('order', 'held') and balance <> 0"));
        Assert.Equal(0, await CountAsync("events.dead_letters"));
        await using var connection = new NpgsqlConnection(_trial.Database);
        await connection.OpenAsync();
        Assert.Empty(await LedgerCheck.RunAsync(connection, CancellationToken.None));
        var states = string.Join(", ", (await QueryAsync<(string State, long Count)>("select state, count(*) from money.orders group by 1 order by 1"))
            .Select(row => $"{row.Count} {row.State}"));
        Report($"{Kills} kills; orders: {states}; {twice} pictures twice, {doubled} messages reported as possibly doubled; "
            + $"{(await SeeAsync("/sim/astria"))["inspects"]} inspections of {payments.Count * Photos} photos.");
    }

    public async ValueTask DisposeAsync()
    {
        await _trial.DisposeAsync();
        await _simulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
