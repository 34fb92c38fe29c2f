using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Npgsql;
using WhatsAppBots.Simulator;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.Survival.Tests.Upgrade;

/// <summary>A database, the providers' stand-ins, and one address before the hosts of two releases.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string AppSecret = "app-secret";
    private const string FunctionKey = "dev";
    private const string StripeVersion = "2025-03-31.basil";

    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };

    private readonly List<HostProcess> _hosts = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-upgrade-");
    private readonly string _server;
    private readonly FrontDoor _door;
    private readonly SimulatorOptions _options;
    private readonly WebApplication _simulator;
    private readonly bool _isRestored;
    private int _photos;

    private Stage(
        string server, string name, FrontDoor door, SimulatorOptions options, JumpingTime clock, DateTimeOffset beganAt, bool isRestored)
    {
        (_server, Name, _door, _options, Clock, BeganAt, _isRestored) = (server, name, door, options, clock, beganAt, isRestored);
        Database = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        _simulator = SimulatorApp.Create(options, clock);

        // An older release may leave the version to its account at Stripe, which takes that too; the stand-in wants it said.
        _simulator.Use((context, next) =>
        {
            context.Request.Headers.TryAdd("Stripe-Version", StripeVersion);
            return next(context);
        });
    }

    /// <summary>Superuser's connection string.</summary>
    public string Database { get; }

    /// <summary>Name of the database.</summary>
    public string Name { get; }

    /// <summary>Clock of the stand-ins; the product's own is the database's.</summary>
    public JumpingTime Clock { get; }

    /// <summary>Product time at which the older release began.</summary>
    public DateTimeOffset BeganAt { get; }

    /// <summary>Files of the media store.</summary>
    public string MediaFolder => _folder.FullName;

    /// <summary>A stage with an empty database.</summary>
    /// <param name="beganAt">Time at which the older release began, of a database that is restored; null: now.</param>
    /// <param name="now">Product time from now on; null: the machine's.</param>
    public static async Task<Stage> StartAsync(DateTimeOffset? beganAt = null, DateTimeOffset? now = null)
    {
        var (server, name) = (await TestServer.StartAsync(), $"upgrade_{Guid.NewGuid():N}");
        var door = await FrontDoor.StartAsync();
        var options = new SimulatorOptions
        {
            Url = $"http://127.0.0.1:{HostProcess.FreePort().ToString(CultureInfo.InvariantCulture)}",
            WebhookUrl = door.Url + "/webhook/whatsapp", AppSecret = AppSecret,
            TrainingTime = TimeSpan.FromSeconds(1), PromptTime = TimeSpan.FromSeconds(1),
        };
        foreach (var (number, bot) in Numbers) options.Numbers.Add(SimulatedNumber.OfMeta(number, bot));
        var machine = TimeProvider.System.GetUtcNow();
        var clock = new JumpingTime { Offset = (now ?? machine) - machine };
        var stage = new Stage(server, name, door, options, clock, beganAt ?? machine, beganAt is not null);
        await stage.OnServerAsync($"create database {name}");
        if (now is not null) await stage.SetDatabaseClockAsync(clock.Offset);
        await stage._simulator.StartAsync();
        return stage;
    }

    /// <summary>Starts a host of a release and returns when it answers.</summary>
    /// <param name="program">WhatsAppBots.Standalone.dll of that release.</param>
    public async Task<HostProcess> HostAsync(string program)
    {
        var url = _options.Url;
        var host = await HostProcess.StartAsync(program, new Dictionary<string, string>
        {
            ["DATABASE_URL"] = Database, ["WHATSAPP_API_URL"] = $"{url}/graph/v23.0", ["WHATSAPP_API_KEY"] = _options.AccessToken,
            ["WHATSAPP_APP_SECRET"] = AppSecret,
            ["WHATSAPP_NUMBERS"] = string.Join(',', Numbers.Select(pair => $"{pair.Number}={pair.Bot}")),
            ["ASTRIA_API_URL"] = $"{url}/astria", ["ASTRIA_API_KEY"] = _options.AstriaKey, ["STRIPE_API_URL"] = $"{url}/stripe",
            ["STRIPE_API_KEY"] = _options.StripeKey, ["STRIPE_WEBHOOK_SECRET"] = _options.StripeWebhookSecret,
            ["PAYMENT_PROVIDERS"] = "*=stripe",
            ["PORTRAITS_MIN_PHOTOS"] = Cast.Photos.ToString(CultureInfo.InvariantCulture), ["MEDIA_STORE"] = MediaFolder,
            ["PUBLIC_URL"] = _door.Url, ["WHATSAPP_RATE_PER_NUMBER"] = "off", ["WHATSAPP_RATE_PER_PAIR"] = "off", ["LOG_LEVEL"] = "Warning",
            ["ENVIRONMENT"] = "development", ["SIMULATOR_URL"] = "http://127.0.0.1:0",
        });
        _hosts.Add(host);
        return host;
    }

    /// <summary>From now on webhooks and callbacks go to these hosts in turn.</summary>
    public void LeadTo(params IEnumerable<HostProcess> hosts) => _door.LeadTo(hosts);

    /// <summary>Photo unlike all others, those in a restored database too.</summary>
    public byte[] NextPhoto() => SamplePhotos.Png((_isRestored ? 2000 : 1000) + Interlocked.Increment(ref _photos));

    /// <summary>Phone of a person on the simulator.</summary>
    public Customer Customer(Role role) => new(_options.Url, role.Number, role.Phone);

    /// <summary>Place where it is morning or noon when the older release begins: beginning of its phone numbers, and its time.</summary>
    public (string Prefix, DateTimeOffset Now) DayAt()
    {
        var (prefix, zone) = BeganAt.Hour switch
        {
            >= 7 and < 14 => ("4477009000", "Europe/London"),
            >= 14 and < 21 => ("121255501", "America/New_York"),
            _ => ("8190000000", "Asia/Tokyo"),
        };
        return (prefix, TimeZoneInfo.ConvertTime(BeganAt, TimeZoneInfo.FindSystemTimeZoneById(zone)));
    }

    /// <summary>The channel refuses messages to these people until <see cref="TakeAsync"/>.</summary>
    public async Task RefuseAsync(IEnumerable<Role> roles)
    {
        // Meta's "too many messages to this person": certainly not sent, and no other person's.
        foreach (var role in roles)
        {
            await ChangeAsync("/sim/faults", new JsonObject { ["kind"] = "131056", ["count"] = 1_000_000, ["to"] = role.Phone });
        }
    }

    /// <summary>The channel takes all messages again.</summary>
    public async Task TakeAsync()
    {
        using var response = await _http.DeleteAsync(_options.Url + "/sim/faults");
        response.EnsureSuccessStatusCode();
    }

    /// <summary>From now on the provider tells nobody what became of a training, as if it took long.</summary>
    public Task HoldTrainingAsync() => ChangeAsync("/sim/astria", new JsonObject
    {
        ["callbacks"] = "lose",
        ["fault"] = new JsonObject { ["kind"] = "500", ["path"] = "tunes", ["method"] = "GET", ["count"] = 1_000_000 },
    });

    /// <summary>Trainings end from now on.</summary>
    public async Task EndTrainingAsync()
    {
        using var response = await _http.DeleteAsync(_options.Url + "/sim/astria");
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Jobs that wait for their next look have it now; not those that are looked at: their claim is longer ahead.</summary>
    public Task LookNowAsync() =>
        ExecuteAsync("update images.jobs set next_look_at = now() where next_look_at between now() and now() + interval '2 minutes'");

    /// <summary>The person pays the open order; a provider that was restored with nothing tells of it all the same.</summary>
    public async Task PayAsync(Customer customer)
    {
        if (!_isRestored)
        {
            await Traffic.Customer.PayAsync(await customer.PayLinkAsync());
            return;
        }

        var (id, reference, amount, currency) = (await QueryAsync<(long, string, long, string)>(
            $"""
            select o.id, o.reference, o.amount, o.currency from money.orders o join chat.conversations c on c.id = o.conversation_id
            join chat.people p on p.id = c.person_id where p.phone = '{customer.Phone}'
            """)).Single();
        var body = new JsonObject
        {
            ["id"] = $"evt_{id}", ["type"] = "checkout.session.completed",
            ["data"] = new JsonObject
            {
                ["object"] = new JsonObject
                {
                    ["id"] = $"cs_{id}", ["payment_intent"] = $"pi_{id}", ["payment_status"] = "paid", ["client_reference_id"] = reference,
                    ["amount_total"] = amount, ["currency"] = currency.ToLowerInvariant(),
                },
            },
        }.ToJsonString();
        var seconds = Clock.GetUtcNow().ToUnixTimeSeconds();
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(_options.StripeWebhookSecret), Encoding.UTF8.GetBytes($"{seconds}.{body}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, _door.Url + "/payments/stripe") { Content = new StringContent(body) };
        request.Headers.Add("Stripe-Signature", $"t={seconds},v1={signature}");
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Sets the product's clock ahead as a developer does, past whatever falls due on the way.</summary>
    public async Task MoveClockAsync(HostProcess host, TimeSpan by)
    {
        await AskAsync(HttpMethod.Post, new JsonObject { ["seconds"] = (int)by.TotalSeconds });
        var view = new JsonObject();
        await UntilAsync(
            async () => (view = await AskAsync(HttpMethod.Get, null))["move"]?["state"]?.ToString() is not (null or "moving"),
            "the clock has moved");
        Assert.Equal("there", view["move"]!["state"]!.ToString());
        Clock.Offset = TimeSpan.FromSeconds((double)view["aheadSeconds"]!);

        async Task<JsonObject> AskAsync(HttpMethod method, JsonObject? body)
        {
            using var request = new HttpRequestMessage(method, host.Url + "/clock");
            request.Headers.Add("x-functions-key", FunctionKey);
            if (body is not null) request.Content = JsonContent.Create(body);
            using var response = await _http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        }
    }

    public async Task ChangeAsync(string path, JsonObject manner)
    {
        using var response = await _http.PostAsJsonAsync(_options.Url + path, manner);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Models that the older release had asked for: a stand-in that is new knows none, the real provider knows all.</summary>
    public async Task KnowTunesAsync()
    {
        var known = (await QueryAsync<(long Tune, string Title)>(
            "select tune_id, title from images.jobs where tune_id is not null order by tune_id")).ToDictionary();
        if (known.Count == 0) return;
        for (var id = 0L; id < known.Keys.Max();)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{_options.Url}/astria/p/{Traffic.Customer.Pack}/tunes");
            request.Headers.Authorization = new("Bearer", _options.AstriaKey);
            request.Content = JsonContent.Create(new JsonObject
            {
                ["tune"] = new JsonObject
                {
                    ["title"] = known.GetValueOrDefault(id + 1) ?? $"other-{id}", ["name"] = "woman",
                    ["image_urls"] = new JsonArray(
                        [.. Enumerable.Range(0, Cast.Photos).Select(n => (JsonNode)$"https://photos.example/{n}.png")]),
                },
            });
            using var response = await _http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            id = (long)(await response.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        }
    }

    public async Task<JsonObject> SeeAsync(string path) => (await _http.GetFromJsonAsync<JsonObject>(_options.Url + path))!;

    public async Task<List<T>> QueryAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Database);
        return (await connection.QueryAsync<T>(sql)).ToList();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.ExecuteAsync(sql, commandTimeout: 120);
    }

    public async Task<long> CountAsync(string from) => (await QueryAsync<long>($"select count(*) from {from}"))[0];

    /// <summary>What hosts said, for the message of a failure.</summary>
    public string Logs() => string.Join(
        '\n', _hosts.SelectMany((host, n) => host.Log.TakeLast(30).Select(line => $"host {n + 1}: {line}")));

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, string what, int seconds = 120)
    {
        var until = Environment.TickCount64 + (seconds * 1000);
        while (!await isSo())
        {
            if (Environment.TickCount64 > until) Assert.Fail($"After {seconds} s still not: {what}.");
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        await _simulator.DisposeAsync();
        await _door.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await OnServerAsync($"drop database if exists {Name} with (force)");
        _folder.Delete(recursive: true);
    }

    private static IReadOnlyList<(string Number, string Bot)> Numbers { get; } =
        [(Cast.Hub, "hub"), (Cast.Echo, "echo"), (Cast.Portraits, "portraits"), (Cast.Habits, "habits")];

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.ExecuteAsync(sql);
    }

    // Product time is the database's clock. These functions are found before PostgreSQL's own, so that a database that was stored long ago
    // goes on where it was: its dates, partitions and windows stay as the older release wrote them.
    private async Task SetDatabaseClockAsync(TimeSpan offset)
    {
        var by = string.Create(CultureInfo.InvariantCulture, $"interval '{offset.TotalSeconds:0.000} seconds'");
        await ExecuteAsync(
            $"""
            create schema moved;
            create function moved.now() returns timestamptz stable language sql as $$select pg_catalog.now() + {by}$$;
            create function moved.clock_timestamp() returns timestamptz volatile language sql as
              $$select pg_catalog.clock_timestamp() + {by}$$;
            alter database {Name} set search_path = public, moved, pg_catalog;
            """);
        NpgsqlConnection.ClearAllPools();
    }
}
