using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WhatsAppBots.EndToEnd.Tests.Habits;

/// <summary>Days with Habits on the page, by the buttons of its clock.</summary>
public sealed class WeekPageTests(Site site, PhonePage phone) : IClassFixture<Site>, IClassFixture<PhonePage>
{
    [Fact]
    public async Task Week_ByTheButtonsOfTheClock_EndsWithAChart()
    {
        var page = await phone.OpenAsync($"{site.SimulatorUrl}/?as=919812345679&name=Ann&open=habits");
        await page.GetByTestId("composer").FillAsync("add meditate every day from 7am to 9am");
        await page.GetByTestId("send").ClickAsync();
        await Expect(page.GetByTestId("message").Last).ToContainTextAsync("How should I talk");

        // The phone shows the time of India, where the person is.
        var start = DateTimeOffset.Parse((await site.StandInAsync("/sim/clock"))["now"]!.ToString(), CultureInfo.InvariantCulture).UtcDateTime
            + TimeSpan.FromHours(5.5);
        await PressAsync(page, "hour", start.AddHours(1));
        await PressAsync(page, "day", start.AddHours(25));

        // Where somebody else has moved it meanwhile, it goes on from there.
        await site.SimulateAsync("/sim/clock", new JsonObject { ["seconds"] = 7200 });
        await Site.UntilAsync(() => site.StandInAsync("/sim/clock"), clock => clock["move"]!["state"]!.ToString() == "there");
        await PressAsync(page, "hour", start.AddHours(28));
        await PressAsync(page, "week", start.AddHours(28).AddDays(7));

        // A silent week ends in a pause. Who writes every day gets the chart on the Sunday after three counted days.
        await SayAsync(page, "I'm back");
        var report = page.GetByTestId("message").Filter(new() { HasText = "done this week" });
        for (var day = 8; day < 22 && await report.CountAsync() == 0; day++)
        {
            await PressAsync(page, "day", start.AddHours(28).AddDays(day));
            await SayAsync(page, "done with meditate");
        }

        var chart = report.Locator("img");
        await Site.UntilAsync(() => chart.EvaluateAsync<int>("image => image.complete ? image.naturalWidth : 0"), width => width == 1080);
        await PhonePage.ShootAsync(page, "habits-chart");
    }

    private static async Task SayAsync(IPage page, string text)
    {
        var said = await page.GetByTestId("message").CountAsync();
        await page.GetByTestId("composer").FillAsync(text);
        await page.GetByTestId("send").ClickAsync();
        await Expect(page.GetByTestId("message").Nth(said + 1)).ToBeVisibleAsync();
    }

    // It goes on meanwhile, by a minute or two. The strip tells no year.
    private static async Task PressAsync(IPage page, string button, DateTime expected)
    {
        var all = Enumerable.Range(0, 4).Select(minutes => expected.AddMinutes(minutes).ToString("ddd d MMM, HH:mm", CultureInfo.GetCultureInfo("en-GB"))).ToList();
        await page.GetByTestId("clock-" + button).ClickAsync();
        await Site.UntilAsync(() => page.GetByTestId("clock").TextContentAsync(), shown => all.Contains(shown!));
        await Expect(page.GetByTestId("clock-" + button)).ToBeVisibleAsync();
    }
}
