using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Data;
using WhatsAppBots.EndToEnd.Tests.Portraits;
using WhatsAppBots.Maintenance;
using WhatsAppBots.Maintenance.Upkeep;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;
using AppNames = WhatsAppBots.Contracts.Events.Apps;

namespace WhatsAppBots.EndToEnd.Tests.Security;

/// <summary>All that the apps do works with the few rights that each has; what is refused is in tests/Database/Roles.</summary>
public sealed class LoginTests(LoginSite site) : IClassFixture<LoginSite>
{
    private const string Phone = "15558880001";

    [Fact]
    public async Task Life_OfACustomer_NeedsNoMoreThanTheApps()
    {
        try
        {
            await LiveAsync();
        }
        catch (Exception e) when (e is TimeoutException or HttpRequestException)
        {
            Assert.Fail($"{e.Message}\n{string.Join('\n', site.Warnings.Select(warning => warning.Split('\n')[0]).Distinct())}");
        }

        Assert.DoesNotContain(site.Warnings, warning => warning.Contains("42501", StringComparison.Ordinal));
    }

    private async Task LiveAsync()
    {
        using var http = new HttpClient
        {
            BaseAddress = new Uri(site.Url), DefaultRequestHeaders =
            { { "x-functions-key", site.Providers.Settings["FUNCTION_KEY"] } }
        };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await ApiKeys.MakeAsync(site.Database.ConnectionString));
        using (var packs = await http.PostAsync("/update-images", null)) Assert.Equal(HttpStatusCode.Accepted, packs.StatusCode);
        var echo = site.Providers.Person(Twilio.TwilioSite.TwilioEcho, Phone);
        await echo.SayAsync("by twilio");
        await echo.SeesAsync("n=1");

        // Photos, an order paid twice, of which one payment comes back, pictures.
        var customer = site.Providers.Person(Site.Portraits, Phone);
        await customer.AgreeAsync();
        await customer.AgreedAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => customer.PhotoAsync(PortraitSite.NextPhoto())));
        await Site.UntilAsync(() => customer.HasPhotosAsync(4), isSo => isSo);
        await Customer.PayAsync(await customer.OrderAsync(), "twice");
        await customer.SeesAsync("How do you like");
        await customer.SeesAsync("given back to you");
        Assert.True((await http.GetByteArrayAsync(await customer.DownloadLinkAsync())).Length > 1000);

        // A habit, by the AI; its reminder, by the clock.
        var tracker = site.Providers.Person(Site.Habits, Phone);
        await tracker.SayAsync("add \"stretch\" every day by 11pm");
        await tracker.SeesAsync("Stretch");
        await tracker.SayAsync("I would love to become somebody who somehow reads a bit");
        await Site.UntilAsync(() => site.QueryAsync<long>("select count(*) from chat.ai_turns"), turns => turns[0] > 0);
        await site.ExecuteAsync("update chat.timers set due_at = now() - interval '1 second' where not fired");
        await Site.UntilAsync(() =>
            site.QueryAsync<long>("select count(*) from chat.timers where due_at < now()"), timers => timers[0] == 0);

        await UpkeepAsync();
        await ReadAsync(http);
        await GoAsync(http, tracker);
    }

    private async Task UpkeepAsync()
    {
        await site.Of<LeftBehind>(AppNames.Maintenance).FindAsync(CancellationToken.None);
        var partitions = site.Of<Partitions>(AppNames.Maintenance);
        Assert.True(await partitions.EnsureAsync(CancellationToken.None) >= 0);
        await site.ExecuteAsync("select platform.ensure_partitions('chat.seen', '1 day', now() - interval '30 days', 1)");
        Assert.Equal(1, await partitions.DropAsync(CancellationToken.None));
        var timers = ActivatorUtilities.CreateInstance<UpkeepTimers>(site.Of<IServiceProvider>(AppNames.Maintenance));
        await timers.CleanUp(new TimerInfo(), CancellationToken.None);
        Assert.Equal([true], await site.QueryAsync<bool>("select ok from platform.reports where kind = 'weekly'"));
    }

    private async Task ReadAsync(HttpClient http)
    {
        await site.ExecuteAsync(
            """
            insert into events.dead_letters (workspace_id, source, conversation_id, cause, payload, error, attempts, died_at)
            select 1, 'inbox', min(id), 'broken', 'no JSON', '', 5, now() from chat.conversations
            """);
        var conversation = JsonNode.Parse(await http.GetStringAsync("/api/conversations"))!["items"]![0]!["id"];
        foreach (var list in new[] { "updates", "states", "orders", "reports", "dead-letters", $"conversations/{conversation}/messages" })
        {
            Assert.NotNull(JsonNode.Parse(await http.GetStringAsync($"/api/{list}"))!["items"]);
        }

        var letter = (await site.QueryAsync<long>("select id from events.dead_letters where cause = 'broken'")).Single();
        using var replayed = await http.PostAsync($"/api/dead-letters/{letter}/replay", null);
        Assert.Equal(HttpStatusCode.Accepted, replayed.StatusCode);
        foreach (var app in new[] { "messages", "images", "payments", "maintenance", "admin" }) Assert.Equal(HttpStatusCode.OK,
            (await http.GetAsync($"/health/{app}")).StatusCode);
    }

    // What is kept about them is theirs to have, and then gone.
    private async Task GoAsync(HttpClient http, Customer person)
    {
        await person.SayAsync("my data");
        var told = await person.UntilAsync(bubbles =>
            bubbles.Exists(bubble => Customer.Link(bubble)?.Contains("/my-data/", StringComparison.Ordinal) == true), "a link");
        Assert.True((await http.GetByteArrayAsync(told.Select(Customer.Link).Last(link => link is not null))).Length > 1000);
        await person.SayAsync("delete my data");
        var asked = await person.UntilAsync(
            bubbles => bubbles[^1]["body"]?["action"]?["buttons"] is not null, "a question");
        await person.PressAsync(asked[^1]["body"]!["action"]!["buttons"]![0]!["reply"]!["id"]!.ToString());
        await Site.UntilAsync(() => site.QueryAsync<long>("select count(*) from chat.people"), people => people[0] == 0);
        await Site.UntilAsync(() => site.QueryAsync<long>("select count(*) from images.photos"), photos => photos[0] == 0);
        Assert.Equal(0, (await site.QueryAsync<long>("select count(*) from chat.messages"))[0]);
    }
}
