using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Standalone;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests;

/// <summary>The host as a process: what keeps it from starting, and how it speaks.</summary>
public sealed class StartTests : IAsyncLifetime
{
    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "WhatsAppBots.Standalone.dll");

    private const string FunctionKey = "9f2c4e8a1b7d3056e4a9c1f87b2d6053";
    private const string SecretKey = "b1946ac92492d2347c6235b4d2611184e7c1f0c8a3d95b72604f8ed91a3c5b07";

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("WHATSAPP_RATE_PER_NUMBER", "many")]
    [InlineData("WHATSAPP_NUMBERS", "123")]
    [InlineData("WHATSAPP_NUMBERS", "123=nobot")]
    [InlineData("WHATSAPP_API_URL", "not a url")]
    [InlineData("DATABASE_URL", "mysql://localhost/x")]
    [InlineData("MESSAGES_KEPT", "-1")]
    [InlineData("LOG_LEVEL", "chatty")]
    [InlineData("AI_TIMEOUT", "soon")]
    [InlineData("TWILIO_ACCOUNT_SID", "AC1")]
    [InlineData("ENVIRONMENT", "staging")]
    public async Task Setting_OutOfRange_StopsTheStartAndIsNamed(string name, string value)
    {
        await using var host = HostProcess.Launch(_program, Settings((name, value)));
        var said = await EndAsync(host);
        Assert.Equal(1, host.ExitCode);
        Assert.Contains(said, line => line.Contains("Cannot start", StringComparison.Ordinal) && line.Contains(name, StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Production_WithoutItsSecrets_DoesNotStartAndNamesEach()
    {
        await using var host = HostProcess.Launch(
            _program, Settings(("ENVIRONMENT", "production"), ("WHATSAPP_WEBHOOK_SECRET", "of-another-project")));
        var said = string.Join('\n', await EndAsync(host));
        Assert.Equal(1, host.ExitCode);
        Assert.Contains("WHATSAPP_WEBHOOK_SECRET isn't read: set WHATSAPP_APP_SECRET.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("of-another-project", said, StringComparison.Ordinal);
        foreach (var name in new[] { "WHATSAPP_API_URL", "WHATSAPP_API_KEY", "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN", "WHATSAPP_NUMBERS", "FUNCTION_KEY", "SECRET_KEY" })
        {
            Assert.Contains(name, said, StringComparison.Ordinal);
        }
    }

    // What it is by itself is development only where nobody else can reach it and no account of a provider's is at stake.
    [Fact]
    public async Task Unset_OnThisMachineAlone_IsDevelopmentAndStarts()
    {
        await using var graph = await GraphStandIn.StartAsync();
        await using var host = await HostProcess.StartAsync(_program, Settings(
            ("ENVIRONMENT", ""), ("WHATSAPP_API_URL", graph.Url), ("WHATSAPP_NUMBERS", $"{Site.Echo}=echo"),
            ("GEMINI_API_KEY", "of-another-project")));
        using var http = new HttpClient();
        await Site.UntilAsync(
            async () =>
            {
                using var answer = await http.GetAsync(host.Url + "/health");
                return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["dependencies"]!;
            },
            health => (health["environment"]!["status"]!.ToString(), health["clock"]!["status"]!.ToString()) is ("ok", "ok"));
        Assert.Contains(host.Log, line => line.Contains("GEMINI_API_KEY isn't read: set OPENAI_API_KEY", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:0", "it listens on http://0.0.0.0:0")]
    [InlineData("SIMULATOR_URL", "http://0.0.0.0:0", "its simulator listens on http://0.0.0.0:0")]
    [InlineData("STRIPE_API_KEY", "sk_live_of-a-real-account", "STRIPE_API_KEY is set")]
    [InlineData("WHATSAPP_API_KEY", "EAAG-of-a-real-account", "WHATSAPP_API_KEY is set")]
    public async Task Unset_WhereOthersMayReachIt_StopsAndSaysWhatToSet(string name, string value, string said)
    {
        await using var host = HostProcess.Launch(_program, Settings(("ENVIRONMENT", ""), (name, value)));
        var log = string.Join('\n', await EndAsync(host));
        Assert.Equal(1, host.ExitCode);
        Assert.Contains(said, log, StringComparison.Ordinal);
        Assert.Contains("Set ENVIRONMENT=production", log, StringComparison.Ordinal);
        Assert.DoesNotContain("of-a-real-account", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_WithSecretsEverybodyKnows_NamesAllOfThemAtOnceAndNoValue()
    {
        await using var host = HostProcess.Launch(_program, Settings(
            ("ENVIRONMENT", " Production "), ("WHATSAPP_API_URL", "http://127.0.0.1:7080/graph/v23.0"), ("WHATSAPP_API_KEY", "simulator-token"),
            ("WHATSAPP_APP_SECRET", "new-and-good,App-Secret"), ("WHATSAPP_VERIFY_TOKEN", "verify "), ("WHATSAPP_NUMBERS", "1=echo"), ("FUNCTION_KEY", "a"),
            ("SECRET_KEY", "a"), ("PUBLIC_URL", "http://bots.example.com"), ("STRIPE_WEBHOOK_SECRET", "whsec_simulator"), ("PAYMENT_WEBHOOK_SECRET", "payment-secret")));
        var log = string.Join('\n', await EndAsync(host));
        Assert.Equal(1, host.ExitCode);
        foreach (var name in new[] { "WHATSAPP_API_KEY", "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN", "STRIPE_WEBHOOK_SECRET", "PAYMENT_WEBHOOK_SECRET" })
        {
            Assert.Contains($"{name} has its development value.", log, StringComparison.Ordinal);
        }

        foreach (var name in new[] { "FUNCTION_KEY can be guessed", "SECRET_KEY can be guessed", "PUBLIC_URL is not https", "WHATSAPP_API_URL is the simulator's" })
        {
            Assert.Contains(name, log, StringComparison.Ordinal);
        }

        foreach (var value in new[] { "simulator-token", "new-and-good", "whsec_simulator", "payment-secret" }) Assert.DoesNotContain(value, log, StringComparison.Ordinal);
    }

    // A machine's clock that is off is told in development; production does not start with it.
    [Theory]
    [InlineData("development", null)]
    [InlineData("production", "ahead of the database's")]
    public async Task Clock_ThatIsTwoHoursAhead_IsToldOrStopsTheStart(string environment, string? said)
    {
        await using var graph = await GraphStandIn.StartAsync();
        string[] settings =
        [
            .. Settings(
                ("ENVIRONMENT", environment), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("WHATSAPP_API_URL", graph.Url), ("WHATSAPP_API_KEY", "real-token"),
                ("WHATSAPP_APP_SECRET", "real-secret"), ("WHATSAPP_VERIFY_TOKEN", "real-verify"), ("FUNCTION_KEY", FunctionKey), ("SECRET_KEY", SecretKey),
                ("WHATSAPP_NUMBERS", $"{Site.Echo}=echo"), ("LOG_LEVEL", "Warning")).Select(setting => $"--{setting.Key}={setting.Value}"),
        ];
        Task<StandaloneHost> StartAsync() => StandaloneHost.StartAsync(
            settings, builder => builder.Services.AddSingleton<TimeProvider>(new JumpingTime { Offset = TimeSpan.FromHours(2) }));
        if (said is not null)
        {
            var refused = await Assert.ThrowsAsync<StartException>(StartAsync);
            Assert.Contains(said, refused.Message, StringComparison.Ordinal);
            return;
        }

        await using var host = await StartAsync();
        var time = host.App.Services.GetRequiredService<TimeProvider>();
        Assert.InRange((time.GetUtcNow() - TimeProvider.System.GetUtcNow()).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        using var http = new HttpClient();
        var health = JsonNode.Parse(await http.GetStringAsync(host.App.Urls.First() + "/health"))!;
        Assert.Equal(("degraded", "down"), (health["status"]!.ToString(), health["dependencies"]!["clock"]!["status"]!.ToString()));
        Assert.Contains("ahead of the database's", health["dependencies"]!["clock"]!["detail"]!.ToString(), StringComparison.Ordinal);
    }

    // Whoever set one of them meant the AI to be there.
    [Fact]
    public async Task Ai_ThatIsHalfConfigured_StopsTheStartAlsoInDevelopment()
    {
        await using var host = HostProcess.Launch(_program, Settings(("AZURE_OPENAI_ENDPOINT", "https://mine.openai.azure.com")));
        var said = string.Join('\n', await EndAsync(host));
        Assert.Equal(1, host.ExitCode);
        Assert.Contains("AZURE_OPENAI_API_KEY is missing. AZURE_OPENAI_DEPLOYMENT is missing.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_WithANumberForPortraits_NamesWhatThatBotNeeds()
    {
        await using var host = HostProcess.Launch(_program, Settings(("ENVIRONMENT", "production"), ("WHATSAPP_NUMBERS", "1000=portraits")));
        var said = string.Join('\n', await EndAsync(host));
        Assert.Contains("ASTRIA_API_KEY is missing", said, StringComparison.Ordinal);
        Assert.Contains("PUBLIC_URL is missing", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_WithItsSecrets_StartsWithoutStandInsAndLogsJson_WithNoWholeNumberInIt()
    {
        const string Phone = "15557770001";
        await using var graph = await GraphStandIn.StartAsync();
        var crowd = new Crowd(Site.Echo, 1, "prod", long.Parse(Phone, System.Globalization.CultureInfo.InvariantCulture));
        graph.Befall = async (context, message) =>
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync("{\"error\":{\"message\":\"no\",\"code\":131026,\"error_data\":{\"details\":\"to " + message.To + "\"}}}");
            return true;
        };
        await using var host = await HostProcess.StartAsync(_program, Settings(
            ("ENVIRONMENT", "production"), ("WHATSAPP_API_URL", graph.Url), ("WHATSAPP_API_KEY", "real-token"), ("WHATSAPP_APP_SECRET", "real-secret"),
            ("WHATSAPP_VERIFY_TOKEN", "real-verify"), ("FUNCTION_KEY", FunctionKey), ("SECRET_KEY", SecretKey),
            ("WHATSAPP_NUMBERS", $"{Site.Echo}=echo")));

        // A clock that can be set is for development alone.
        using (var http = new HttpClient { DefaultRequestHeaders = { { "x-functions-key", FunctionKey } } })
        {
            using var set = await http.PostAsync(host.Url + "/clock", new StringContent("{\"seconds\":60}", System.Text.Encoding.UTF8, "application/json"));
            using var asked = await http.GetAsync(host.Url + "/clock");
            Assert.Equal((System.Net.HttpStatusCode.NotFound, System.Net.HttpStatusCode.NotFound), (set.StatusCode, asked.StatusCode));
        }

        using var webhooks = new MetaWebhooks("real-secret", host.Url);
        await webhooks.DeliverAsync(MetaWebhooks.Body(crowd.People[0].Next()));
        await Site.UntilAsync(() => Task.FromResult(host.Log.ToList()), log => log.Exists(line => line.Contains("131026", StringComparison.Ordinal)));

        var lines = host.Log.Where(line => line.Length > 0 && line[0] != ' ').ToList();
        Assert.All(lines, line => Assert.NotNull(JsonNode.Parse(line)));
        foreach (var secret in new[] { Phone, "real-token", "real-secret", "real-verify", FunctionKey, SecretKey })
        {
            Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Telemetry_WithAnEndpoint_IsExported()
    {
        var bodies = new System.Collections.Concurrent.ConcurrentDictionary<string, string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/v1/{kind}", async (string kind, HttpRequest request) =>
        {
            using var copy = new MemoryStream();
            await request.Body.CopyToAsync(copy);
            bodies.AddOrUpdate(kind, _ => Text(copy), (_, before) => before + Text(copy));
        });
        await collector.StartAsync();

        await using (var graph = await GraphStandIn.StartAsync())
        {
            var crowd = new Crowd(Site.Echo, 1, "otlp");
            graph.OnAccepted += crowd.Receive;
            await using var host = await HostProcess.StartAsync(_program, Settings(
                ("WHATSAPP_API_URL", graph.Url), ("WHATSAPP_NUMBERS", $"{Site.Echo}=echo"), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.First()),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_SERVICE_NAME", "bots-under-test")));
            using var webhooks = new MetaWebhooks("app-secret", host.Url);
            await crowd.People[0].ExchangeAsync(webhooks, TimeSpan.FromSeconds(20));
            await host.TerminateAsync();
        }

        foreach (var span in new[] { "webhook/whatsapp", "transition", "send", "bots-under-test" }) Assert.Contains(span, bodies["traces"], StringComparison.Ordinal);
        foreach (var metric in new[] { "inbox.lag", "engine.commit.duration", "queue.depth" }) Assert.Contains(metric, bodies["metrics"], StringComparison.Ordinal);
        static string Text(MemoryStream body) => System.Text.Encoding.Latin1.GetString(body.ToArray());
    }

    private Dictionary<string, string> Settings(params (string Name, string Value)[] own)
    {
        var settings = new Dictionary<string, string>
        {
            ["DATABASE_URL"] = _database.ConnectionString, ["WHATSAPP_NUMBERS"] = "", ["LOG_LEVEL"] = "Information",
            ["SIMULATOR_URL"] = $"http://127.0.0.1:{HostProcess.FreePort()}",
        };
        foreach (var (name, value) in own) settings[name] = value;
        return settings;
    }

    private static async Task<List<string>> EndAsync(HostProcess host)
    {
        await Site.UntilAsync(() => Task.FromResult(host.HasExited), ended => ended);
        await Task.Delay(100);
        return [.. host.Log];
    }
}
