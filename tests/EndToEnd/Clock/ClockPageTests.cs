using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WhatsAppBots.EndToEnd.Tests.Clock;

/// <summary>The clock as the page shows it.</summary>
public sealed class ClockPageTests(Site site, PhonePage phone) : IClassFixture<Site>, IClassFixture<PhonePage>
{
    [Fact]
    public async Task Clock_SetAheadOnThePage_DatesWhatIsSaidThere()
    {
        var page = await phone.OpenAsync($"{site.SimulatorUrl}/?as=15554440001&name=Ann&open=echo", 320, 640);
        await SayAsync(page, "first");
        await Expect(page.GetByTestId("message").Last).ToContainTextAsync("n=1 re:first");
        await Expect(page.Locator(".day")).ToHaveTextAsync("Today");
        var before = await ShownAsync(page);
        await PhonePage.ShootAsync(page, "clock-narrow");

        await page.GetByTestId("clock-morning").ClickAsync();
        await Expect(page.GetByTestId("clock")).ToContainTextAsync("08:0");
        Assert.InRange(await ShownAsync(page) - before, TimeSpan.Zero, TimeSpan.FromDays(1));
        await page.GetByTestId("clock-week").ClickAsync();
        await Site.UntilAsync(async () => await ShownAsync(page) - before, moved => moved > TimeSpan.FromDays(6.9));
        await Expect(page.GetByTestId("clock-week")).ToBeVisibleAsync();
        await Expect(page.Locator(".day")).Not.ToHaveTextAsync("Today");

        await SayAsync(page, "second");
        await Expect(page.GetByTestId("message").Last).ToContainTextAsync("n=2 re:second");
        await Expect(page.Locator(".day").Last).ToHaveTextAsync("Today");
        await PhonePage.ShootAsync(page, "clock-week-later");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.True(await page.Locator("#clock").EvaluateAsync<bool>("strip => strip.scrollWidth <= strip.clientWidth"));
    }

    private static async Task<DateTime> ShownAsync(IPage page)
    {
        var at = DateTime.ParseExact((await page.GetByTestId("clock").TextContentAsync())!, "ddd d MMM, HH:mm", CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.None);
        return at;
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.GetByTestId("composer").FillAsync(text);
        await page.GetByTestId("send").ClickAsync();
    }
}
