using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using WhatsAppBots.Understanding;
using static Microsoft.Playwright.Assertions;

namespace WhatsAppBots.EndToEnd.Tests;

/// <summary>What a person sees and does on the page.</summary>
public sealed class PageTests(Site site, PhonePage phone) : IClassFixture<Site>, IClassFixture<PhonePage>
{
    [Fact]
    public async Task Chat_WriteTapAndSeeTwoBlueTicks()
    {
        var page = await OpenAsync("15552220001");
        await page.GetByTestId("contact-" + Site.Hub).ClickAsync();
        await WriteAsync(page, "Hi!");
        await Expect(Answers(page).First).ToContainTextAsync("What would you like to do?");

        // The hub marks what it reads; the ticks under "Hi!" turn blue without a reload.
        await Expect(Own(page).First).ToHaveAttributeAsync("data-status", "read");
        await Expect(Own(page).First.Locator(".tick.read")).ToBeVisibleAsync();

        await page.GetByTestId("list-open").ClickAsync();
        await Expect(page.GetByTestId("list-send")).ToBeDisabledAsync();
        await PhonePage.ShootAsync(page, "list");
        await page.GetByTestId("list-row").Filter(new() { HasText = "Echo" }).ClickAsync();
        await page.GetByTestId("list-send").ClickAsync();
        await Expect(Answers(page).Last).ToContainTextAsync("last word");

        await WriteAsync(page, "good morning");
        await Expect(Answers(page).Last).ToContainTextAsync("n=1 re:morning");
        await WriteAsync(page, "help");
        await page.GetByTestId("reply-button").Filter(new() { HasText = "Languages" }).ClickAsync();
        await Expect(Answers(page).Last).ToContainTextAsync("Which language");
        await page.Mouse.MoveAsync(0, 0);
        await PhonePage.ShootAsync(page, "chat");

        // What the person has on screen is read, and the business learns it.
        await Site.UntilAsync(
            () => site.MessagesAsync("15552220001", Site.Hub),
            messages => messages.Where(message => message["direction"]!.ToString() == "out").All(message => message["status"]!.ToString() == "read"));
    }

    [Fact]
    public async Task Chat_RightToLeft_IsSetFromTheRight()
    {
        var page = await OpenAsync("972521234567", "&open=hub", ColorScheme.Dark);
        await WriteAsync(page, "שלום, מה אפשר לעשות כאן?");
        await Expect(Answers(page).First).ToContainTextAsync("מה תרצו לעשות");
        await PhonePage.ShootAsync(page, "hebrew-dark");
        Assert.Equal("rtl", await Answers(page).First.Locator("p.text").EvaluateAsync<string>("node => getComputedStyle(node).direction"));
    }

    [Fact]
    public async Task Page_OfAHebrewPhone_IsMirrored_WithItsWords()
    {
        var page = await OpenAsync("972521234560", "&open=echo");
        Assert.Equal("rtl he", await page.EvaluateAsync<string>("`${document.dir} ${document.documentElement.lang}`"));
        await WriteAsync(page, "שלום");
        await Expect(Answers(page)).ToHaveCountAsync(1);
        await Expect(page.Locator(".day")).ToHaveTextAsync("היום");
        await Expect(page.GetByTestId("composer")).ToHaveAttributeAsync("placeholder", "הודעה");
        Assert.True(await XOf(page.GetByTestId("back")) > await XOf(page.Locator("#title")));
        Assert.True(await XOf(page.GetByTestId("send")) < await XOf(page.GetByTestId("attach")));
        Assert.True(await XOf(Own(page).First) < await XOf(Answers(page).First));
        await PhonePage.ShootAsync(page, "hebrew-page");
        await page.GetByTestId("back").ClickAsync();
        await page.GetByTestId("me").ClickAsync();
        await page.GetByTestId("person-34600001111").ClickAsync();
        await Expect(page.Locator(".me")).ToContainTextAsync("Lucía");
        Assert.Equal("ltr es", await page.EvaluateAsync<string>("`${document.dir} ${document.documentElement.lang}`"));
        await Expect(page.Locator("section.contacts h1")).ToHaveTextAsync("Chats");
    }

    // A reader on a button, with the emoji open, goes on while messages come.
    [Fact]
    public async Task Messages_AreAdded_AndWhatIsThereStays()
    {
        var page = await OpenAsync("15552220006", "&open=echo");
        await WriteAsync(page, "one");
        await Expect(Answers(page)).ToHaveCountAsync(1);
        await Answers(page).First.HoverAsync();
        await Answers(page).First.GetByTestId("react").ClickAsync();
        await page.EvaluateAsync("window.first = document.querySelector('[data-direction=in]')");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "React with 🙏" }).First.FocusAsync();
        await site.SayAsync("15552220006", "two");
        await Expect(Answers(page)).ToHaveCountAsync(2);
        Assert.True(await page.EvaluateAsync<bool>("window.first === document.querySelector('[data-direction=in]')"));
        Assert.Equal("React with 🙏", await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')"));
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "React with 🙏" }).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Answers(page).First.Locator(".reaction")).ToHaveTextAsync("🙏");
    }

    [Fact]
    public async Task VoiceNoteStickerAndContact_AreSentByThePaperClip()
    {
        var page = await OpenAsync("15552220007", "&open=echo");
        foreach (var (kind, shown) in new[] { ("voice", "audio"), ("sticker", "img.sticker"), ("contact", ".file") })
        {
            await page.GetByTestId("attach").ClickAsync();
            await page.GetByTestId("attach-" + kind).ClickAsync();
            await Expect(Own(page).Last.Locator(shown)).ToBeVisibleAsync();
        }

        await Site.UntilAsync(
            async () => (await site.MessagesAsync("15552220007"))
                .Where(message => message["direction"]!.ToString() == "in").Select(message => message["type"]!.ToString()),
            types => types.Order().SequenceEqual(["audio", "contacts", "sticker"]));
    }

    // Asha is in India, whatever the zone of the browser.
    [Fact]
    public async Task Times_AreThoseOfThePerson()
    {
        var page = await OpenAsync("919800001112", "&lang=hi&open=echo");
        await WriteAsync(page, "hello");
        await Expect(Answers(page)).ToHaveCountAsync(1);
        var sent = DateTimeOffset.Parse((await Own(page).First.Locator("time").GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture);
        var there = sent.ToOffset(TimeSpan.FromHours(5.5)).ToString("hh:mm", CultureInfo.InvariantCulture);
        await Expect(Own(page).First.Locator("time")).ToContainTextAsync(there);
    }

    [Fact]
    public async Task Clock_ThatIsStuck_SaysWhy()
    {
        var page = await OpenAsync("15552220008");
        await Expect(page.Locator("#why")).ToBeHiddenAsync();
        await page.RouteAsync("**/sim/clock", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = """{"now":"2026-12-03T02:10:00Z","move":{"state":"stuck","reason":"conversation 5 still has messages to send"}}""",
        }));
        await page.GetByTestId("clock-hour").ClickAsync();
        await Expect(page.Locator("#why")).ToHaveTextAsync("conversation 5 still has messages to send");
    }

    // Emoji, Hebrew and Hindi are drawn where the machine has no letters for them.
    [Fact]
    public async Task Page_OnAMachineWithOneFont_BringsThoseItLacks()
    {
        if (!OperatingSystem.IsLinux()) return;
        var page = await phone.OpenBareAsync($"{site.SimulatorUrl}/?as=15552220009&name=Ann&open=echo");
        await WriteAsync(page, "🎉 👍🏽 ✅ שלום नमस्ते");
        await Expect(Own(page).First).ToContainTextAsync("שלום");
        await Site.UntilAsync(
            () => page.EvaluateAsync<string[]>("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family.replaceAll('\"', ''))"),
            families => new[] { "Page Hebrew", "Page Devanagari", "Page Emoji" }.All(families.Contains));
        await PhonePage.ShootAsync(page, "bare");
    }

    [Fact]
    public async Task Photo_ByThePaperClip_IsShownAndStored()
    {
        var page = await OpenAsync("15552220002", "&open=echo");
        await page.GetByTestId("composer").FillAsync("a *very* small picture");
        await page.GetByTestId("attach-input").SetInputFilesAsync(new FilePayload { Name = "dot.png", MimeType = "image/png", Buffer = Pictures.Dot });
        await Expect(Own(page).Last.Locator("img")).ToBeVisibleAsync();
        await Expect(Own(page).Last.Locator("strong")).ToHaveTextAsync("very");
        await Expect(Answers(page).Last).ToContainTextAsync("only read texts");
        Assert.True(await Own(page).Last.Locator("img").EvaluateAsync<bool>("image => image.complete && image.naturalWidth > 0"));
    }

    [Fact]
    public async Task Bubbles_OfEveryKind_AreDrawn()
    {
        var page = await OpenAsync("15552220003", "&open=echo");
        await WriteAsync(page, "show me");
        await Expect(Answers(page)).ToHaveCountAsync(1);
        var (photo, video, sound) = (
            await site.FileAsync(Pictures.Dot, "image/png"), await site.FileAsync(Pictures.Dot, "video/mp4"), await site.FileAsync(Pictures.Dot, "audio/mpeg"));
        foreach (var (type, content) in Kinds(photo, video, sound)) await GraphAsync("15552220003", type, content);

        await Expect(Answers(page)).ToHaveCountAsync(9);
        await Expect(page.GetByTestId("link-button")).ToHaveAttributeAsync("href", "https://example.com/pay");
        await Expect(Answers(page).Nth(1).Locator("img")).ToBeVisibleAsync();
        await Expect(Answers(page).Nth(2).Locator("video")).ToBeVisibleAsync();
        await Expect(Answers(page).Nth(3)).ToContainTextAsync("invoice.pdf");
        await Expect(Answers(page).Nth(7)).ToContainTextAsync("Your portraits “City Nights” are ready!");
        await Expect(Answers(page).Nth(7).GetByTestId("reply-button")).ToHaveTextAsync("Show my portraits");
        await page.Locator("#messages").EvaluateAsync("log => log.scrollTop = 0");
        await PhonePage.ShootAsync(page, "kinds-top");
        await page.Locator("#messages").EvaluateAsync("log => log.scrollTop = log.scrollHeight");
        await PhonePage.ShootAsync(page, "kinds-end");
    }

    [Fact]
    public async Task Message_IsRepliedToAndReactedTo()
    {
        var page = await OpenAsync("15552220004", "&open=echo");
        await WriteAsync(page, "first");
        await Expect(Answers(page)).ToHaveCountAsync(1);
        await Answers(page).First.HoverAsync();
        await Answers(page).First.GetByTestId("reply").ClickAsync();
        await WriteAsync(page, "second");
        await Expect(Own(page).Last.Locator(".quoted")).ToHaveTextAsync("n=1 re:first");

        await Answers(page).First.HoverAsync();
        await Answers(page).First.GetByTestId("react").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "React with 👍" }).First.ClickAsync();
        await Expect(Answers(page).First.Locator(".reaction")).ToHaveTextAsync("👍");
        await Site.UntilAsync(() => site.MessagesAsync("15552220004"), messages => messages.Exists(message => message["type"]!.ToString() == "reaction"));
    }

    [Fact]
    public async Task Page_ByKeyboardAloneOnANarrowScreen()
    {
        var page = await OpenAsync("15552220005", width: 320, height: 560);
        await page.Locator("#contacts button").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("typed blind");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Answers(page).Last).ToContainTextAsync("n=1 re:blind");
        await PhonePage.ShootAsync(page, "narrow");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".contacts")).ToBeVisibleAsync();
        await PhonePage.ShootAsync(page, "contacts");
    }

    private Task<IPage> OpenAsync(string person, string query = "", ColorScheme scheme = ColorScheme.Light, int width = 500, int height = 920) =>
        phone.OpenAsync($"{site.SimulatorUrl}/?as={person}&name=Ann{query}", width, height, scheme);

    private static async Task WriteAsync(IPage page, string text)
    {
        await page.GetByTestId("composer").FillAsync(text);
        await page.GetByTestId("send").ClickAsync();
    }

    private static async Task<float> XOf(ILocator element) => (await element.BoundingBoxAsync())!.X;

    private static ILocator Answers(IPage page) => page.Locator("[data-testid=message][data-direction=in]");

    private static ILocator Own(IPage page) => page.Locator("[data-testid=message][data-direction=out]");

    // As any business would send it, by the Graph API.
    private async Task GraphAsync(string to, string type, JsonObject content)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "simulator-token");
        using var answer = await http.PostAsync($"{site.SimulatorUrl}/graph/v23.0/{Site.Echo}/messages", System.Net.Http.Json.JsonContent.Create(new JsonObject
        {
            ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = type, [type] = content,
        }));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static IEnumerable<(string Type, JsonObject Content)> Kinds(string photo, string video, string sound)
    {
        yield return ("image", new JsonObject { ["id"] = photo, ["caption"] = "Pack *Old Money*, 24 pictures" });
        yield return ("video", new JsonObject { ["id"] = video, ["caption"] = "Examples" });
        yield return ("document", new JsonObject { ["id"] = photo, ["filename"] = "invoice.pdf" });
        yield return ("audio", new JsonObject { ["id"] = sound });
        yield return ("interactive", Parse("""{"type":"cta_url","header":{"type":"text","text":"Order 17"},"body":{"text":"Your pictures cost ₹499."},"footer":{"text":"Paid once"},"action":{"name":"cta_url","parameters":{"display_text":"Pay now","url":"https://example.com/pay"}}}"""));
        yield return ("interactive", Parse("""{"type":"button","body":{"text":"Did you keep _Meditation_ today?"},"action":{"buttons":[{"type":"reply","reply":{"id":"y","title":"Done"}},{"type":"reply","reply":{"id":"n","title":"Not today"}}]}}"""));
        yield return ("template", Parse("""{"name":"portraits_ready","language":{"code":"en"},"components":[{"type":"body","parameters":[{"type":"text","text":"City Nights"}]},{"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"show"}]}]}"""));
        yield return ("text", Parse("""{"body":"*bold* _italic_ ~gone~ ```code``` and https://example.com/a?b=c."}"""));
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
