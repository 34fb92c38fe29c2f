using Microsoft.Playwright;
using WhatsAppBots.Access;

namespace WhatsAppBots.EndToEnd.Tests.Access;

/// <summary>The pages of links, and the documentation, in a real browser.</summary>
public sealed class LinkPageTests(AccessSite site, PhonePage browser) : IClassFixture<AccessSite>, IClassFixture<PhonePage>
{
    // Attempts are counted by address: each test comes from its own.
    private async Task<IPage> OpenAsync(string path)
    {
        var page = await browser.OpenAsync($"{site.Url}/{path}".Replace("//127.0.0.1", "//localhost", StringComparison.Ordinal));
        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-Forwarded-For"] = site.Browse().Address });
        return page;
    }

    [Fact]
    public async Task Invitation_IsAcceptedOnItsPage_AndTheSessionReadsTheDocumentation()
    {
        var invited = await site.Owner.PostAsync("/api/invitations", new { email = "page@bots.example", role = "agent" });
        var page = await OpenAsync($"accept?token={invited.Body!["token"]}");
        await page.GetByLabel("Password").FillAsync(AccessSite.Password);
        await page.GetByRole(AriaRole.Button).ClickAsync();

        // A new account has no name yet; the page says so and keeps what was typed.
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Enter your name.");
        await page.GetByLabel("Your name").FillAsync("Paula");
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("You're signed in.");
        await PhonePage.ShootAsync(page, "link-page-done");
        await page.GetByRole(AriaRole.Link).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Signing in" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("/api/conversations").First).ToBeVisibleAsync();
        await PhonePage.ShootAsync(page, "docs");
        Assert.Equal("Paula", await page.EvaluateAsync<string>("fetch('/api/me').then(answer => answer.json()).then(me => me.name)"));
    }

    [Theory]
    [InlineData("reset", "We don't know this link. Check that you copied all of it.")]
    [InlineData("accept", "We don't know this link. Check that you copied all of it.")]
    public async Task Link_ThatNobodyMade_IsSaidToBeUnknown(string path, string said)
    {
        var page = await OpenAsync($"{path}?token=nobody");
        await page.GetByLabel("Password").FillAsync("another long password");
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(said);
    }

    [Fact]
    public async Task SignIn_AsksForTheCodeOfTheSecondFactorWhereThereIsOne()
    {
        var (person, email, _) = await site.PersonAsync("agent");
        var prepared = (await person.PostAsync("/api/me/second-factor")).Body!;
        var secret = OtpNet.Base32Encoding.ToBytes(prepared["secret"]!.ToString());
        await person.SendAsync("PUT", "/api/me/second-factor", new { code = SecondFactor.Code(secret, site.Now.AddSeconds(-30)) });
        var page = await OpenAsync("sign-in");
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync("not the password at all");
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The address, password or code is wrong.");

        await page.GetByLabel("Password").FillAsync(AccessSite.Password);
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Code of your second factor")).ToBeFocusedAsync();
        await page.GetByLabel("Code of your second factor").FillAsync(SecondFactor.Code(secret, site.Now));
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("You're signed in.");
    }
}
