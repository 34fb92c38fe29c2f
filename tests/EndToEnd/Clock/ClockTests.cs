using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WhatsAppBots.EndToEnd.Tests.Portraits;
using WhatsAppBots.Simulator;
using WhatsAppBots.Standalone;

namespace WhatsAppBots.EndToEnd.Tests.Clock;

/// <summary>Days that pass in seconds: what falls due on the way happens at its own time, once.</summary>
public sealed class ClockTests(PortraitSite site) : IClassFixture<PortraitSite>
{
    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(100) };

    [Fact]
    public async Task Days_PassedOnTheClock_BringEachTimerOnceAtItsOwnTime()
    {
        var (customer, _) = await site.OrderedAsync("15553330001");
        var ordered = await NowAsync();

        var move = await MoveAsync(TimeSpan.FromDays(4));

        // An hour after the order, a day after it, and its end after three; the second is set by the first, and the third by the second.
        // The host's own timer may come before the mover to one of them, which the mover then does not count: what each brought is
        // looked at below.
        Assert.True((int)move["fired"]! >= 1, move.ToJsonString());
        var bubbles = await site.BubblesAsync("15553330001", Site.Portraits);
        var reminder = Assert.Single(bubbles, bubble => bubble["body"]!.ToJsonString().Contains("still waiting for you", StringComparison.Ordinal));
        var template = Assert.Single(bubbles, bubble => bubble["type"]!.ToString() == "template");
        Assert.InRange(At(reminder) - ordered, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
        Assert.InRange(At(template) - ordered, TimeSpan.FromHours(23.9), TimeSpan.FromHours(24.2));
        Assert.Equal("cancelled", (await site.OrderOfAsync("15553330001")).State);

        // The history agrees with the phone, and statuses found their messages.
        await Site.UntilAsync(
            () => site.MessagesAsync("15553330001", Site.Portraits),
            messages => messages.Where(message => message["direction"]!.ToString() == "out")
                .All(message => message["status"]!.ToString() is "delivered" or "read"));
        var told = (await site.MessagesAsync("15553330001", Site.Portraits)).Single(message => message["type"]!.ToString() == "template");
        Assert.InRange((At(told) - At(template)).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(20));

        // Life goes on there.
        Assert.InRange(await NowAsync() - ordered, TimeSpan.FromDays(4), TimeSpan.FromDays(4.01));
        await customer.SayAsync("privacy");
        await Site.UntilAsync(() => site.BubblesAsync("15553330001", Site.Portraits), after => after.Count > bubbles.Count);
        var answer = (await site.BubblesAsync("15553330001", Site.Portraits))[^1];
        Assert.InRange(At(answer) - ordered, TimeSpan.FromDays(4), TimeSpan.FromDays(4.01));
    }

    [Fact]
    public async Task Month_PassedOnTheClock_FindsItsPartitionsAndAnswersAsBefore()
    {
        await site.SayAsync("15553330002", "before");
        await Site.UntilAsync(() => site.TextsAsync("15553330002"), texts => texts.Contains("n=1 re:before"));

        await MoveAsync(TimeSpan.FromDays(33));

        await site.SayAsync("15553330002", "after");
        await Site.UntilAsync(() => site.TextsAsync("15553330002"), texts => texts.Contains("n=2 re:after"));
        await Site.UntilAsync(
            () => site.MessagesAsync("15553330002"),
            messages => messages.Where(message => message["direction"]!.ToString() == "out").All(message => message["status"]!.ToString() is "delivered" or "read"));
        foreach (var table in new[] { "chat.seen", "chat.messages", "chat.statuses", "events.consumed" })
        {
            Assert.Equal(0, (await site.QueryAsync<long>($"select count(*) from {table}_default")).Single());
        }

        Assert.Equal(0, (await site.QueryAsync<long>("select count(*) from events.dead_letters")).Single());
    }

    [Fact]
    public async Task Clock_OfAnotherHostOfTheDatabase_IsTheSame()
    {
        await MoveAsync(TimeSpan.FromHours(1));
        await using var other = await StandaloneHost.StartAsync(
        [
            $"--DATABASE_URL={site.Database.ConnectionString}", "--ASPNETCORE_URLS=http://127.0.0.1:0", "--SIMULATOR_URL=http://127.0.0.1:0",
            $"--DATA_FOLDER={Path.GetTempPath()}", $"--FUNCTION_KEY={Site.Key}", "--ENVIRONMENT=development", "--LOG_LEVEL=Error",
        ]);
        var url = other.App.Urls.First();

        // It was so before this one was started, and it follows.
        Assert.InRange(await NowAsync(url) - await NowAsync(), TimeSpan.FromSeconds(-2), TimeSpan.FromSeconds(2));
        await MoveAsync(TimeSpan.FromHours(2));
        await Site.UntilAsync(async () => (await NowAsync(url) - await NowAsync()).Duration(), apart => apart < TimeSpan.FromSeconds(2));
    }

    // As a process of its own it has no clock in common with the product: it hears of it where the page asks.
    [Fact]
    public async Task Simulator_OfItsOwn_GoesAfterTheClockThatItAsks()
    {
        var options = new SimulatorOptions { Url = "http://127.0.0.1:0", HostUrl = site.Url, FunctionKey = Site.Key };
        options.Numbers.Add(new SimulatedNumber(Site.Echo, "1", "Echo"));
        await using var simulator = SimulatorApp.Create(options);
        await simulator.StartAsync();
        await MoveAsync(TimeSpan.FromDays(1));

        using var asked = await _http.GetAsync(simulator.Urls.First() + "/sim/clock");
        using var sent = await _http.PostAsJsonAsync(simulator.Urls.First() + "/sim/messages", new JsonObject { ["number"] = Site.Echo, ["text"] = new JsonObject { ["body"] = "hi" } });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (asked.StatusCode, sent.StatusCode));
        var bubble = (await _http.GetFromJsonAsync<JsonArray>($"{simulator.Urls.First()}/sim/chats/{Site.Echo}"))![0]!;
        Assert.InRange((At(bubble) - await NowAsync()).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Clock_IsGuarded_AndGoesAheadAlone()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetAsync("/clock", key: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, await site.PostAsync("/clock", "wrong"));
        foreach (var wrong in new JsonObject[]
        {
            new() { ["seconds"] = -1 }, new() { ["to"] = (await NowAsync()).AddMinutes(-1).ToString("O") }, new() { ["seconds"] = 500 * 86400 }, new() { ["to"] = "tomorrow" }, [],
        })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(HttpMethod.Post, wrong)).Status);
        }
    }

    [Fact]
    public async Task Move_ThatIsCancelled_StopsWhereItIs()
    {
        var began = await NowAsync();
        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(HttpMethod.Post, new JsonObject { ["seconds"] = 390 * 86400 })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await AskAsync(HttpMethod.Post, new JsonObject { ["seconds"] = 60 })).Status);

        var (_, clock) = await AskAsync(HttpMethod.Delete);

        Assert.Equal("cancelled", clock!["move"]!["state"]!.ToString());
        Assert.InRange(At(clock, "now") - began, TimeSpan.Zero, TimeSpan.FromDays(389));
    }

    private async Task<JsonNode> MoveAsync(TimeSpan by)
    {
        var (status, clock) = await AskAsync(HttpMethod.Post, new JsonObject { ["seconds"] = (int)by.TotalSeconds });
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("moving", clock!["move"]!["state"]!.ToString());
        var move = await Site.UntilAsync(
            async () => (await AskAsync(HttpMethod.Get)).Clock!["move"]!, move => move["state"]!.ToString() != "moving");
        Assert.True(move["state"]!.ToString() == "there", move.ToJsonString());
        return move;
    }

    private async Task<DateTimeOffset> NowAsync(string? url = null) => At((await AskAsync(HttpMethod.Get, url: url)).Clock!, "now");

    private async Task<(HttpStatusCode Status, JsonNode? Clock)> AskAsync(HttpMethod method, JsonObject? body = null, string? url = null)
    {
        using var request = new HttpRequestMessage(method, (url ?? site.Url) + "/clock");
        request.Headers.Add("x-functions-key", Site.Key);
        if (body is not null) request.Content = JsonContent.Create(body);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null);
    }

    private static DateTimeOffset At(JsonNode node, string name = "at") => DateTimeOffset.Parse(node[name]!.ToString(), CultureInfo.InvariantCulture);
}
