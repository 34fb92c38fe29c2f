using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WhatsAppBots.Functions.Tests.Host;
using WhatsAppBots.Functions.Tests.Host.Protocol;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.Functions.Tests;

/// <summary>The apps over the protocol that the Functions host speaks.</summary>
[Collection(AzureSite.Collection)]
public sealed partial class SmokeTests(AzureSite site)
{
    private const string Echo = "100000000000002";
    private const string Portraits = "100000000000003";

    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };

    [Fact]
    public void Functions_AreAllLoaded()
    {
        var written = AzureSite.Names
            .SelectMany(app => Directory.EnumerateFiles(AzureSite.Root($"functions/{app}"), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => FunctionName().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
        Assert.Equal(written.Order(), site.Apps.Values.SelectMany(app => app.Worker.Functions).Select(function => function.Name).Order());
    }

    // In no app but Maintenance: one that ticks is never idle. And none at the start of each instance, which is outside the host's lease of a timer.
    [Fact]
    public void Timers_AreMaintenancesAlone_AndTickByTheClock()
    {
        Assert.All(site.Apps, app => Assert.Equal(app.Key == "Maintenance", app.Value.Worker.Functions.Any(function => function.IsTimer)));
        Assert.All(
            site.Apps["Maintenance"].Worker.Functions.Where(function => function.IsTimer), function => Assert.NotEqual("True", function.Trigger["runOnStartup"]?.ToString(), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task EachFunction_IsCalledOnce_AndEnds()
    {
        foreach (var (name, app) in site.Apps)
        {
            foreach (var function in app.Worker.Functions.Where(function => function.IsTimer)) Succeeded(function, app, await app.TickAsync(function));
            foreach (var function in app.Worker.Functions.Where(function => function.IsEvent)) Succeeded(function, app, await app.TellAsync(function, Heard.Waiting()));
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
            await Until.SoAsync(async () => (await HealthAsync(name))["dependencies"]!["servicebus"]!["status"]!.ToString() == "ok", $"{name} misses the bus.");
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
            await person.SeesAsync("n=5");
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
        await Until.SoAsync(() => customer.HasPhotosAsync(4), "Not all photos were good.");
        await Customer.PayAsync(await customer.OrderAsync());
        await customer.SeesAsync("How do you like");
        Assert.Equal(12, (await customer.PicturesAsync()).Distinct().Count());
        using var zip = await _http.GetAsync(await customer.DownloadLinkAsync());
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (zip.StatusCode, zip.Content.Headers.ContentType?.MediaType));
        await Until.SoAsync(
            async () => await site.QueryAsync<long>("select count(*) from money.orders where state = 'fulfilled'") == 1, "It was not fulfilled.");
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Urls["Admin"] + "/api/orders");
        request.Headers.Authorization = new("Bearer", site.Key);
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"fulfilled\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_OfEachKind_AreTold()
    {
        await site.LetInAsync(connections: false);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, site.Urls["Admin"] + "/api/conversations");
            request.Headers.Authorization = new("Bearer", site.Key);
            using var page = await _http.SendAsync(request);
            Assert.InRange((int)page.StatusCode, 500, 599);
            using var webhook = await Webhooks.PostAsync(site, "15558820001", "wamid.failed");
            Assert.InRange((int)webhook.StatusCode, 500, 599);
            using var payment = await Webhooks.PayAsync(site, "failed");
            Assert.InRange((int)payment.StatusCode, 500, 599);
            using var packs = await _http.PostAsync(site.Urls["Images"] + "/update-images", null);
            Assert.InRange((int)packs.StatusCode, 500, 599);
            var messages = site.Apps["Messages"];
            var hearing = messages.TellAsync(messages.Worker.Functions.Single(function => function.Name == "MessagesDeadLetters"), Heard.Other());
            var maintenance = site.Apps["Maintenance"];
            var tick = await maintenance.TickAsync(maintenance.Worker.Functions.Single(function => function.Name == "FireTimers"));
            Assert.Equal(StatusResult.Types.Status.Failure, tick.Status);
            Assert.Equal(StatusResult.Types.Status.Failure, (await hearing).Status);
        }
        finally
        {
            await site.LetInAsync(connections: true);
        }

        await Until.SoAsync(async () => (bool)(await HealthAsync("Messages"))["ready"]!, "It does not recover.");
        using var again = await Webhooks.PostAsync(site, "15558820001", "wamid.failed");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using var paid = await Webhooks.PayAsync(site, "failed");
        Assert.Equal(HttpStatusCode.OK, paid.StatusCode);
    }

    [Fact]
    public async Task Bus_ThatIsAway_IsSeenInTheHealth_AndPeopleAreAnswered()
    {
        site.Broker.Go();
        try
        {
            var person = new Customer(site.SimulatorUrl, Echo, "15558830001");
            await person.SayAsync("is anybody there");
            await person.SeesAsync("n=1");
            var health = await HealthAsync("Messages");
            Assert.Equal(("degraded", "down", true), (health["status"]!.ToString(), health["dependencies"]!["servicebus"]!["status"]!.ToString(), (bool)health["ready"]!));
        }
        finally
        {
            site.Broker.Come();
        }

        await Until.SoAsync(async () => (await HealthAsync("Messages"))["status"]!.ToString() == "ok", "It does not recover.");
    }

    private static void Succeeded(HostedFunction function, AppHost app, StatusResult result) => Assert.True(
        result.Status == StatusResult.Types.Status.Success, $"{function.Name}: {result.Exception?.Message} {result.Exception?.StackTrace} {app.Worker.Said}");

    private async Task<JsonObject> HealthAsync(string app)
    {
        using var response = await _http.GetAsync($"{site.Urls[app]}/health/{app.ToLowerInvariant()}");
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    [GeneratedRegex(@"\[Function\(""(\w+)""\)\]")]
    private static partial Regex FunctionName();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
