using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WhatsAppBots.Functions.Tests.Host;
using WhatsAppBots.Functions.Tests.Host.Protocol;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.Functions.Tests;

/// <summary>The apps over the protocol that the Functions host speaks.</summary>
public sealed partial class SmokeTests(AzureSite site) : IClassFixture<AzureSite>
{
    private const string Echo = "100000000000002";
    private const string Portraits = "100000000000003";
    private const string Secret = "app-secret";

    private static readonly TimeSpan _end = TimeSpan.FromSeconds(25);
    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };

    [Fact]
    public void Functions_AreAllLoaded_InAMoment()
    {
        var written = AzureSite.Names
            .SelectMany(app => Directory.EnumerateFiles(AzureSite.Root($"functions/{app}"), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => FunctionName().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
        Assert.Equal(written.Order(), site.Apps.Values.SelectMany(app => app.Worker.Functions).Select(function => function.Name).Order());
        Assert.All(site.Apps.Values, app => Assert.InRange(app.StartedIn, TimeSpan.Zero, TimeSpan.FromSeconds(60)));
    }

    // In no app but Maintenance: one that ticks is never idle.
    [Fact]
    public void Timers_AreMaintenancesAlone() => Assert.All(
        site.Apps, app => Assert.Equal(app.Key == "Maintenance", app.Value.Worker.Functions.Any(function => function.IsTimer)));

    [Fact]
    public async Task EachFunction_IsCalledOnce_AndEnds()
    {
        foreach (var (name, app) in site.Apps)
        {
            foreach (var function in app.Worker.Functions.Where(function => function.IsTimer)) Succeeded(function, app, await app.TickAsync(function));
            foreach (var function in app.Worker.Functions.Where(function => function.IsEvent)) Succeeded(function, app, await app.TellAsync(function, Waiting()));
            foreach (var function in app.Worker.Functions.Where(function => function.IsHttp))
            {
                foreach (var method in function.Trigger["methods"]!.AsArray().Select(method => method!.ToString()))
                {
                    var failures = app.Worker.Failures;
                    using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), site.Urls[name] + "/" + Parameter().Replace(function.Trigger["route"]!.ToString(), "1"));
                    if (method.ToUpperInvariant() is "POST" or "PUT") request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
                    using var response = await _http.SendAsync(request);
                    Assert.True((int)response.StatusCode < 500 && app.Worker.Failures == failures, $"{method} {function.Name}: {response.StatusCode}. {app.Worker.Said}");
                    Assert.True(response.Headers.Contains("X-Content-Type-Options"), function.Name);
                }
            }
        }
    }

    [Fact]
    public async Task Health_OfEachApp_IsGood_AndTellsOfTheBus()
    {
        foreach (var name in AzureSite.Names)
        {
            var health = await HealthAsync(name);
            Assert.True((bool)health["ready"]!, health.ToJsonString());

            // Another test may have taken the bus away just now.
            await UntilAsync(async () => (await HealthAsync(name))["dependencies"]!["servicebus"]!["status"]!.ToString() == "ok", $"{name} misses the bus.", seconds: 60);
        }
    }

    [Fact]
    public async Task Chat_OfManyPeople_IsAnsweredOnceAndInOrder()
    {
        var people = Enumerable.Range(1, 5).Select(n => new Customer(site.SimulatorUrl, Echo, $"1555881100{n:00}")).ToList();
        await Task.WhenAll(people.Select(async person =>
        {
            for (var n = 1; n <= 5; n++) await person.SayAsync($"word {n}");
        }));
        foreach (var person in people)
        {
            await person.SeesAsync("n=5", seconds: 60);
            Assert.Equal(Enumerable.Range(1, 5).Select(n => $"n={n} re:{n}"), (await person.ReceivedAsync()).Select(Customer.Text));
        }
    }

    [Fact]
    public async Task Order_GoesThroughAllFiveApps()
    {
        (await _http.PostAsJsonAsync(site.SimulatorUrl + "/sim/astria", new JsonObject { ["trainingSeconds"] = 0.3, ["promptSeconds"] = 0.2 })).Dispose();
        var customer = new Customer(site.SimulatorUrl, Portraits, "15558810001");
        await customer.AgreeAsync();
        await customer.AgreedAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => customer.PhotoAsync(SamplePhotos.Png(n + 1, "woman"))));
        await UntilAsync(async () => (await customer.ThumbsAsync()).Count == 4, "Not all photos were good.");
        await Customer.PayAsync(await customer.OrderAsync());
        await customer.SeesAsync("How do you like", seconds: 90);
        Assert.Equal(12, (await customer.PicturesAsync()).Distinct().Count());
        using var zip = await _http.GetAsync(await customer.DownloadLinkAsync());
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (zip.StatusCode, zip.Content.Headers.ContentType?.MediaType));
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Urls["Admin"] + "/api/orders");
        request.Headers.Add("x-functions-key", site.Key);
        using var response = await _http.SendAsync(request);
        await UntilAsync(
            async () => await site.QueryAsync<long>("select count(*) from money.orders where state = 'fulfilled'") == 1, "It was not fulfilled.");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Failures_OfEachKind_AreTold()
    {
        var admin = site.Apps["Admin"].Worker.Functions.First(function => function.IsHttp && function.Trigger["route"]!.ToString() == "api/conversations");
        await site.LetInAsync(connections: false);
        try
        {
            using var page = await _http.GetAsync($"{site.Urls["Admin"]}/{admin.Trigger["route"]}");
            Assert.InRange((int)page.StatusCode, 500, 599);
            using var webhook = await PostAsync("15558820001", "wamid.failed");
            Assert.InRange((int)webhook.StatusCode, 500, 599);
            var messages = site.Apps["Messages"];
            var hearing = messages.TellAsync(messages.Worker.Functions.Single(function => function.Name == "MessagesDeadLetters"), Stored());
            var maintenance = site.Apps["Maintenance"];
            var tick = await maintenance.TickAsync(maintenance.Worker.Functions.Single(function => function.Name == "FireTimers"));
            Assert.Equal(StatusResult.Types.Status.Failure, tick.Status);
            Assert.Equal(StatusResult.Types.Status.Failure, (await hearing).Status);
        }
        finally
        {
            await site.LetInAsync(connections: true);
        }

        await UntilAsync(async () => (bool)(await HealthAsync("Messages"))["ready"]!, "It does not recover.");
        using var again = await PostAsync("15558820001", "wamid.failed");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Bus_ThatIsAway_IsSeenInTheHealth_AndPeopleAreAnswered()
    {
        site.Broker.Go();
        try
        {
            var person = new Customer(site.SimulatorUrl, Echo, "15558830001");
            await person.SayAsync("is anybody there");
            await person.SeesAsync("n=1", seconds: 60);
            var health = await HealthAsync("Messages");
            Assert.Equal(("degraded", "down", true), (health["status"]!.ToString(), health["dependencies"]!["servicebus"]!["status"]!.ToString(), (bool)health["ready"]!));
        }
        finally
        {
            site.Broker.Come();
        }

        await UntilAsync(async () => (await HealthAsync("Messages"))["status"]!.ToString() == "ok", "It does not recover.", seconds: 60);
    }

    [Theory]
    [InlineData("SIGTERM")]
    [InlineData("WorkerTerminate")]
    public async Task Process_ThatIsToStop_EndsWhatItHasBegun(string way)
    {
        var app = site.Apps["Messages"];
        var ids = Enumerable.Range(0, 20).Select(n => $"wamid.{way}.{n}").ToList();

        // The first call of a process takes its time: here all of them are to be at the database when it is told.
        using var first = await PostAsync("15558849999", $"wamid.first.{way}");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var held = await site.HoldAsync("chat.inbox");
        var posts = ids.Select((id, n) => PostAsync($"1555884{(way[0] == 'S' ? 0 : 1)}0{n:00}", id)).ToList();
        await UntilAsync(
            async () => await site.QueryAsync<long>("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0, "Nothing waits for the table.");
        await Task.Delay(1000);
        Assert.All(posts, post => Assert.False(post.IsCompleted));
        var (exited, asked) = (app.Worker.ExitAsync(), Stopwatch.GetTimestamp());
        if (way == "SIGTERM") await app.Worker.SignalAsync();
        else app.Worker.Terminate();
        await Task.Delay(2000);
        Assert.False(exited.IsCompleted);
        await held.DisposeAsync();
        var answers = await Task.WhenAll(posts);
        await exited.WaitAsync(_end);
        Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, _end);
        await app.RestartAsync();

        // What was acknowledged is stored; what came too late is refused, and would be sent again.
        var acknowledged = ids.Zip(answers).Where(pair => pair.Second.StatusCode == HttpStatusCode.OK).Select(pair => pair.First).ToList();
        Assert.NotEmpty(acknowledged);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer => Assert.InRange((int)answer.StatusCode, 500, 599));
        foreach (var id in acknowledged) Assert.Equal(1, await site.QueryAsync<long>($"select count(*) from chat.seen where cause like '%{id}'"));
    }

    private static void Succeeded(HostedFunction function, AppHost app, StatusResult result) => Assert.True(
        result.Status == StatusResult.Types.Status.Success, $"{function.Name}: {result.Exception?.Message} {result.Exception?.StackTrace} {app.Worker.Said}");

    private static string Waiting() => $$"""
        {"specversion":"1.0","id":"{{Guid.NewGuid():N}}","source":"/test","type":"whatsappbots.events-waiting.v1","time":"2026-01-01T00:00:00Z","workspace":1,"data":{ } }
        """;

    private static string Stored() => Waiting().Replace("events-waiting", "export-ready", StringComparison.Ordinal);

    private static async Task UntilAsync(Func<Task<bool>> isSo, string what, int seconds = 30)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began).TotalSeconds < seconds, what);
            await Task.Delay(100);
        }
    }

    private async Task<JsonObject> HealthAsync(string app)
    {
        using var response = await _http.GetAsync($"{site.Urls[app]}/health/{app.ToLowerInvariant()}");
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private async Task<HttpResponseMessage> PostAsync(string phone, string id)
    {
        var body = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
        {
            @object = "whatsapp_business_account",
            entry = new[]
            {
                new
                {
                    id = "1",
                    changes = new[]
                    {
                        new
                        {
                            field = "messages",
                            value = new
                            {
                                messaging_product = "whatsapp",
                                metadata = new { display_phone_number = "15550000002", phone_number_id = Echo },
                                contacts = new[] { new { profile = new { name = "Ann" }, wa_id = phone } },
                                messages = new[] { new { from = phone, id, timestamp = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}", type = "text", text = new { body = "hi" } } },
                            },
                        },
                    },
                },
            },
        }));
        using var request = new HttpRequestMessage(HttpMethod.Post, site.Urls["Messages"] + "/webhook/whatsapp") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body)));
        return await _http.SendAsync(request);
    }

    [GeneratedRegex(@"\[Function\(""(\w+)""\)\]")]
    private static partial Regex FunctionName();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
