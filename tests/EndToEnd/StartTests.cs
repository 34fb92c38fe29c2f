using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests;

/// <summary>The host as a process: what keeps it from starting, and how it speaks.</summary>
public sealed class StartTests : IAsyncLifetime
{
    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "WhatsAppBots.Standalone.dll");

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
        await using var host = HostProcess.Launch(_program, Settings(("ENVIRONMENT", "production")));
        var said = string.Join('\n', await EndAsync(host));
        Assert.Equal(1, host.ExitCode);
        foreach (var name in new[] { "WHATSAPP_API_URL", "WHATSAPP_API_KEY", "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN", "WHATSAPP_NUMBERS", "FUNCTION_KEY", "SECRET_KEY" })
        {
            Assert.Contains(name, said, StringComparison.Ordinal);
        }
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
            ("WHATSAPP_VERIFY_TOKEN", "real-verify"), ("FUNCTION_KEY", "real-key"), ("SECRET_KEY", "a-real-secret-key-of-some-length"),
            ("WHATSAPP_NUMBERS", $"{Site.Echo}=echo")));

        // A clock that can be set is for development alone.
        using (var http = new HttpClient { DefaultRequestHeaders = { { "x-functions-key", "real-key" } } })
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
        foreach (var secret in new[] { Phone, "real-token", "real-secret", "real-verify", "real-key", "a-real-secret-key" })
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
        await Site.UntilAsync(() => Task.FromResult(host.HasExited), ended => ended, seconds: 30);
        await Task.Delay(100);
        return [.. host.Log];
    }
}
