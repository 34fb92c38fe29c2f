using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WhatsAppBots.EndToEnd.Tests.Portraits;

/// <summary>The whole way in a browser, as somebody who tries the bot for the first time goes it.</summary>
public sealed class PortraitPageTests(PortraitSite site, PhonePage phone) : IClassFixture<PortraitSite>, IClassFixture<PhonePage>
{
    [Fact]
    public async Task Stranger_GoesFromHiToRatedPictures()
    {
        var page = await phone.OpenAsync($"{site.SimulatorUrl}/?as=15553330001&name=Ann&open=portraits&samples=6", height: 1000);
        await page.GetByTestId("composer").FillAsync("hi");
        await page.GetByTestId("send").ClickAsync();
        await ChooseAsync(page, "What would you like to do", "Begin");
        await TapAsync(page, "I'm ready");
        await TapAsync(page, "I agree");
        await Expect(Last(page)).ToContainTextAsync("Send your photos now");

        await page.GetByTestId("attach").ClickAsync();
        await page.GetByTestId("attach-samples").ClickAsync();
        await Expect(Last(page)).ToContainTextAsync("6 photos are in");
        await PhonePage.ShootAsync(page, "portraits-photos");
        await ChooseAsync(page, "6 photos are in", "Done, choose a style");
        await ChooseAsync(page, "How many portraits", "Lite");
        await Expect(Last(page).Locator("img")).ToBeVisibleAsync();
        await PhonePage.ShootAsync(page, "portraits-packs");
        await TapAsync(page, "I want it");
        await TapAsync(page, "I agree");

        await Expect(page.GetByTestId("link-button")).ToBeVisibleAsync();
        var checkout = await page.RunAndWaitForPopupAsync(() => page.GetByTestId("link-button").ClickAsync());
        await checkout.WaitForLoadStateAsync();
        await PhonePage.ShootAsync(checkout, "portraits-checkout");
        await checkout.GetByTestId("pay").ClickAsync();
        await Expect(checkout.GetByText("Paid")).ToBeVisibleAsync();
        await checkout.CloseAsync();

        await Expect(Last(page)).ToContainTextAsync("How do you like");
        await Expect(page.GetByTestId("message").GetByText("Made by AI", new() { Exact = true })).ToHaveCountAsync(12);
        await PhonePage.ShootAsync(page, "portraits-delivered");
        await ChooseAsync(page, "How do you like", "⭐⭐⭐⭐⭐");
        await Expect(page.GetByTestId("message").GetByText("glad you like them")).ToBeVisibleAsync();
        Assert.Empty(await site.ItemsAsync("/api/dead-letters"));
    }

    private static ILocator Last(IPage page) => page.Locator("[data-testid=message][data-direction=in]").Last;

    private static async Task TapAsync(IPage page, string title)
    {
        await Last(page).GetByTestId("reply-button").Filter(new() { HasText = title }).ClickAsync();
    }

    // Not before the list is there: until then the one above it could be opened.
    private static async Task ChooseAsync(IPage page, string asked, string row)
    {
        await Expect(Last(page)).ToContainTextAsync(asked);
        await page.GetByTestId("list-open").Last.ClickAsync();
        await page.GetByTestId("list-row").Filter(new() { HasText = row }).First.ClickAsync();
        await page.GetByTestId("list-send").ClickAsync();
    }
}
