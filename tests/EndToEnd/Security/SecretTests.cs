using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Npgsql;
using WhatsAppBots.EndToEnd.Tests.Portraits;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests.Security;

/// <summary>
/// A host that logs all it can and exports its traces, while everything is done that can be done and goes wrong that can
/// go wrong: nothing of it names a secret, a token or a whole number.
/// </summary>
public sealed class SecretTests : IAsyncLifetime
{
    private const string Password = "never-log-database-password-Q7x9";

    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "WhatsAppBots.Standalone.dll");
    private static readonly string[] _phones = ["15558887001", "15558887002", "15558887003"];

    private readonly string _login = $"logs_{Guid.NewGuid():N}"[..16];
    private readonly string _url = $"http://127.0.0.1:{HostProcess.FreePort()}";
    private readonly ConcurrentQueue<string> _exported = new();
    private readonly ConcurrentQueue<string> _answers = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-secret-");
    private TestDatabase _database = null!;
    private Providers _providers = null!;
    private string _apiKey = "";
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await ExecuteAsync($"create role {_login} superuser login password '{Password}'");
        _providers = await Providers.StartAsync(_url);
        _http = new HttpClient { BaseAddress = new Uri(_url) };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _providers.DisposeAsync();
        await ExecuteAsync($"drop role {_login}");
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Life_WithForgeriesAndFailures_TellsNoSecret()
    {
        await using var collector = await ListenAsync(_exported.Enqueue);
        await using (var host = await StartAsync(collector, _providers.Settings))
        {
            await KnockAsync();
            foreach (var fault in new[] { "500", "131026" }) await SimulateAsync("/sim/faults", new JsonObject { ["kind"] = fault, ["to"] = _phones[0] });
            var talker = _providers.Person(Site.Hub, _phones[0]);
            await talker.SayAsync("hello");
            await talker.SayAsync("help");
            await talker.SeesAsync("*");
            var echo = _providers.Person(Twilio.TwilioSite.TwilioEcho, _phones[1]);
            await echo.SayAsync("by twilio");
            await echo.SeesAsync("n=1");

            await SimulateAsync("/sim/astria", new JsonObject { ["fault"] = new JsonObject { ["kind"] = "500", ["path"] = "inspect", ["method"] = "POST", ["count"] = 1 } });
            var customer = _providers.Person(Site.Portraits, _phones[2]);
            await customer.AgreeAsync();
            await customer.AgreedAsync();
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => customer.PhotoAsync(PortraitSite.NextPhoto())));
            await Site.UntilAsync(() => customer.HasPhotosAsync(4), isSo => isSo);
            await SimulateAsync("/sim/payments", new JsonObject { ["refunds"] = "500", ["count"] = 1 });
            await Customer.PayAsync(await customer.OrderAsync(), "twice");
            await customer.SeesAsync("How do you like");
            await _http.GetByteArrayAsync(await customer.DownloadLinkAsync());

            await SimulateAsync("/sim/ai", new JsonObject { ["kind"] = "401", ["count"] = 3 });
            await _providers.Person(Site.Habits, _phones[2]).SayAsync("I would love to become somebody who somehow reads a bit");
            await customer.SayAsync("my data");
            var told = await customer.UntilAsync(bubbles => bubbles.Exists(bubble => Customer.Link(bubble)?.Contains("/my-data/", StringComparison.Ordinal) == true), "a link");
            await _http.GetByteArrayAsync(told.Select(Customer.Link).Last(link => link?.Contains("/my-data/", StringComparison.Ordinal) == true));
            await AskAsync();
            await host.TerminateAsync();
            Check(host, "A webhook with a wrong signature was refused");
            Check(host, "wrong Twilio signature");
        }
    }

    // The worst a provider can do is to answer with all that it was sent.
    [Fact]
    public async Task Providers_ThatRefuseAndRepeatWhatTheyWereSent_AreNotQuoted()
    {
        var asked = new ConcurrentQueue<string>();
        await using var parrot = await ListenAsync(asked.Enqueue, refuses: true);
        await using var collector = await ListenAsync(_exported.Enqueue);
        var settings = new Dictionary<string, string>(_providers.Settings);
        foreach (var name in settings.Keys.Where(name => name.EndsWith("_API_URL", StringComparison.Ordinal) || name == "OPENAI_BASE_URL")) settings[name] = parrot.Urls.First() + "/" + name;
        await using var host = await StartAsync(collector, settings);
        using var webhooks = new MetaWebhooks(settings["WHATSAPP_APP_SECRET"], _url);
        foreach (var number in new[] { Site.Hub, Site.Habits, Site.Portraits })
        {
            await webhooks.DeliverAsync(Encoding.UTF8.GetBytes(Webhooks.Text(_phones[0], $"wamid.{number}", "I would love to become somebody who reads a bit", number).ToJsonString()));
        }

        await ExecuteAsync(
            """
            insert into money.orders (workspace_id, conversation_id, bot, item, amount, currency, state, reference, created_at, updated_at, provider, session, ask_at)
            select 1, 1, 'portraits', '{}', 900, 'USD', 'open', 'wab_' || p, now(), now(), p, 'session-' || p, now() from unnest(array['stripe', 'razorpay', 'generic']) p;
            insert into money.payments (provider, payment_id, workspace_id, amount, currency, state, at, refund_at)
            select p, 'pay_' || p, 1, 900, 'USD', 'held', now(), now() from unnest(array['stripe', 'razorpay', 'generic']) p;
            """);
        await Site.UntilAsync(
            () => Task.FromResult(asked.ToList()),
            seen => new[] { "WHATSAPP_API_URL", "OPENAI_BASE_URL", "STRIPE_API_URL", "RAZORPAY_API_URL", "PAYMENT_API_URL" }.All(name => seen.Exists(path => path.Contains(name, StringComparison.Ordinal))));
        using (var packs = new HttpRequestMessage(HttpMethod.Post, "/update-images") { Headers = { { "x-functions-key", settings["FUNCTION_KEY"] } } }) await KeepAsync(packs);
        await AskAsync();
        await host.TerminateAsync();
        Check(host, "401");
    }

    // Everybody who has no business here, and those who have.
    private async Task KnockAsync()
    {
        // Each with its own header alone: what bears Twilio's is Twilio's, wherever it comes.
        foreach (var (path, header) in new[]
        {
            ("/webhook/whatsapp", "X-Hub-Signature-256"), ("/webhook/twilio", "X-Twilio-Signature"), ("/payments/stripe", "Stripe-Signature"),
            ("/payments/razorpay", "X-Razorpay-Signature"), ("/payments/generic", "X-Signature"), ("/pack-tune-received?token=x.y", "X-Signature"),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{\"from\":\"" + _phones[0] + "\"}") };
            request.Headers.TryAddWithoutValidation(header, "sha256=00");
            using var answer = await _http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        var verify = _providers.Settings["WHATSAPP_VERIFY_TOKEN"];
        Assert.Equal("77", await _http.GetStringAsync($"/webhook/whatsapp?hub.mode=subscribe&hub.verify_token={verify}&hub.challenge=77"));
        using var wrong = await _http.GetAsync($"/api/states?code={_providers.Settings["FUNCTION_KEY"]}");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }

    // What the API tells those who run the bots names people, and nothing else that is here.
    private async Task AskAsync()
    {
        _apiKey = await ApiKeys.MakeAsync(_database.ConnectionString);
        foreach (var path in new[] { "/health", "/webhook/whatsapp/health", "/api/orders", "/api/dead-letters", "/api/reports", "/api/states", "/api/updates" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new("Bearer", _apiKey) } };
            await KeepAsync(request);
        }
    }

    private async Task KeepAsync(HttpRequestMessage request)
    {
        using var answer = await _http.SendAsync(request);
        _answers.Enqueue(await answer.Content.ReadAsStringAsync());
    }

    private void Check(HostProcess host, string said)
    {
        var secrets = Providers.SecretNames.Select(name => _providers.Settings[name]).Append(Password).Concat(new[] { _apiKey }.Where(key => key.Length > 0))
            .ToList();
        var log = host.Log.ToList();
        Assert.InRange(log.Count, 10, 1999);
        Assert.NotEmpty(_exported);
        Assert.Contains(log, line => line.Contains(said, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(Leaks.In(string.Join('\n', log), [.. secrets, .. _phones]));
        Assert.Empty(Leaks.In(string.Join('\n', _exported), [.. secrets, .. _phones]));
        Assert.Empty(Leaks.In(string.Join('\n', _answers), secrets));
    }

    private Task<HostProcess> StartAsync(WebApplication collector, Dictionary<string, string> providers) => HostProcess.StartAsync(
        _program,
        new Dictionary<string, string>(providers)
        {
            ["ENVIRONMENT"] = "development", ["LOG_LEVEL"] = "Trace", ["MEDIA_STORE"] = _folder.FullName,
            ["DATABASE_URL"] = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Username = _login, Password = Password }.ConnectionString,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(), ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        },
        _url);

    private static async Task<WebApplication> ListenAsync(Action<string> heard, bool refuses = false)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy);
            var body = Encoding.Latin1.GetString(copy.ToArray());
            heard(refuses ? context.Request.Path : body);
            if (!refuses) return;
            context.Response.StatusCode = 401;
            var sent = $"{context.Request.Path}{context.Request.QueryString} {string.Join(' ', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"))} {body}";
            await context.Response.WriteAsJsonAsync(new { error = new { message = sent, code = 190, type = sent }, detail = sent, message = sent, code = 20003 });
        });
        await app.StartAsync();
        return app;
    }

    private async Task SimulateAsync(string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(_providers.Url + path, content);
        answer.EnsureSuccessStatusCode();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.ExecuteAsync(sql);
    }
}
