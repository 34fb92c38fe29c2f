using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsAppBots.EndToEnd.Tests.Habits;

/// <summary>A week with Habits, its days passed on the page's clock.</summary>
public sealed class WeekTests(Site site) : IClassFixture<Site>
{
    // India: half an hour off the hours, and never in summer time, on whatever day this runs.
    private const string Phone = "919812345678";

    private static readonly TimeSpan _offset = TimeSpan.FromHours(5.5);

    [Fact]
    public async Task Week_GoesByTheClock_RemindedCountedAndDrawn()
    {
        // They begin on a Monday.
        var monday = Local(await NowAsync()).Date.AddDays(1);
        while (monday.DayOfWeek != DayOfWeek.Monday) monday = monday.AddDays(1);
        await MoveToAsync(monday.AddHours(6));
        await SayAsync("add meditate every day from 7am to 9am", "How should I talk");
        await TapAsync("Firm", "missing a deadline");
        await TapAsync("Just count", "just count misses");

        // Each morning it reminds, and each but Wednesday's they answer.
        for (var day = monday; day < monday.AddDays(7); day = day.AddDays(1))
        {
            await MoveToAsync(day.AddHours(7.5));
            AssertSaid(await LastAsync(), "Now:\n• Meditate, until 9:00 AM", day.AddHours(7));
            if (day.DayOfWeek == DayOfWeek.Wednesday) await SayAsync("thanks", "You're welcome");
            else await TapAsync("✅ Meditate", "*Meditate*. Good.");
        }

        // Wednesday's end was told an hour ahead, and its miss after the grace; no other was.
        var bubbles = await site.BubblesAsync(Phone, Site.Habits);
        AssertSaid(Assert.Single(bubbles, bubble => TextOf(bubble).Contains("Ends soon", StringComparison.Ordinal)), "ends at 9:00 AM", monday.AddDays(2).AddHours(8));
        AssertSaid(Assert.Single(bubbles, bubble => TextOf(bubble).Contains("Missed", StringComparison.Ordinal)), "Missed: Meditate", monday.AddDays(2).AddHours(9).AddMinutes(10));

        // The report comes on Sunday evening, as a picture that can be fetched.
        await MoveToAsync(monday.AddDays(6).AddHours(20));
        var report = await LastAsync();
        AssertSaid(report, "6 of 7 done this week: 86%", monday.AddDays(6).AddHours(19));
        Assert.Equal("image", report["type"]!.ToString());
        AssertIsChart(await site.DownloadAsync($"/sim/media/{report["body"]!["id"]}"));

        // Who writes no more hears by templates, whose button shows how it stands.
        await MoveToAsync(monday.AddDays(8).AddHours(7.5));
        var template = await LastAsync();
        Assert.Equal(("template", "habits_reminder"), (template["type"]!.ToString(), template["body"]!["name"]!.ToString()));
        AssertSaid(template, "Meditate", monday.AddDays(8).AddHours(7));
        var payload = template["body"]!["components"]!.AsArray().Single(part => part!["type"]!.ToString() == "button")!["parameters"]![0]!["payload"]!.ToString();
        await DoAsync("button", new JsonObject { ["payload"] = payload, ["text"] = "Look" }, "0 of 1 done today");

        // The clock stands where it was set, and the next morning comes by it.
        var before = await NowAsync();
        await site.RestartAsync();
        Assert.InRange(await NowAsync() - before, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        await MoveToAsync(monday.AddDays(9).AddHours(7.25));
        AssertSaid(await LastAsync(), "Now:\n• Meditate", monday.AddDays(9).AddHours(7));
        Assert.Empty(await site.ItemsAsync("/api/dead-letters"));
    }

    private Task SayAsync(string text, string answer) => DoAsync("text", new JsonObject { ["body"] = text }, answer);

    // Presses the last button of that title.
    private async Task TapAsync(string title, string answer)
    {
        var button = (await site.BubblesAsync(Phone, Site.Habits)).SelectMany(bubble => bubble["body"]!["action"]?["buttons"]?.AsArray() ?? [])
            .Last(button => button!["reply"]!["title"]!.ToString() == title)!["reply"]!;
        await DoAsync("interactive", new JsonObject { ["type"] = "button_reply", ["button_reply"] = button.DeepClone() }, answer);
    }

    private async Task DoAsync(string type, JsonObject content, string answer)
    {
        var known = (await site.BubblesAsync(Phone, Site.Habits)).Count;
        await site.DoAsync(Phone, type, content, Site.Habits);
        await Site.UntilAsync(
            async () => (await site.BubblesAsync(Phone, Site.Habits)).Skip(known).Select(TextOf), texts => texts.Any(text => text.Contains(answer, StringComparison.Ordinal)));
    }

    private async Task<JsonNode> LastAsync() => (await site.BubblesAsync(Phone, Site.Habits))[^1];

    private async Task MoveToAsync(DateTime local)
    {
        await site.SimulateAsync("/sim/clock", new JsonObject { ["to"] = new DateTimeOffset(local, _offset).ToString("O") });
        var move = await Site.UntilAsync(async () => (await site.StandInAsync("/sim/clock"))["move"]!, move => move["state"]!.ToString() != "moving");
        Assert.Equal("there", move["state"]!.ToString());
    }

    private async Task<DateTimeOffset> NowAsync() => DateTimeOffset.Parse((await site.StandInAsync("/sim/clock"))["now"]!.ToString(), CultureInfo.InvariantCulture);

    private static DateTime Local(DateTimeOffset at) => at.ToOffset(_offset).DateTime;

    private static void AssertSaid(JsonNode bubble, string text, DateTime local)
    {
        Assert.Contains(text, TextOf(bubble), StringComparison.Ordinal);
        Assert.InRange(Local(DateTimeOffset.Parse(bubble["at"]!.ToString(), CultureInfo.InvariantCulture)) - local, TimeSpan.Zero, TimeSpan.FromSeconds(50));
    }

    private static void AssertIsChart(byte[] picture)
    {
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.Equal(1080, (picture[18] << 8) | picture[19]);
    }

    // What a bubble says, of whatever kind it is.
    private static string TextOf(JsonNode bubble) => bubble["type"]!.ToString() switch
    {
        "text" => bubble["body"]!["body"]!.ToString(),
        "image" => bubble["body"]!["caption"]?.ToString() ?? "",
        "template" => string.Join(' ', bubble["body"]!["components"]!.AsArray().Where(part => part!["type"]!.ToString() == "body")
            .SelectMany(part => part!["parameters"]!.AsArray()).Select(value => value!["text"]!.ToString())),
        _ => bubble["body"]!["body"]?["text"]?.ToString() ?? "",
    };
}
