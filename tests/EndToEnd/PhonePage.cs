using Microsoft.Playwright;

namespace WhatsAppBots.EndToEnd.Tests;

/// <summary>The simulator's page in a real browser, headless.</summary>
public sealed class PhonePage : IAsyncLifetime
{
    private static readonly string[] _browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IBrowser? _bare;
    private DirectoryInfo? _fonts;

    // Milliseconds. A busy machine is slow; a wait ends at once when what it waits for is so.
    private const float Patience = 60_000;

    /// <summary>Pictures of what the tests saw, for people to look at.</summary>
    public static string Artefacts { get; } = Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("TEST_ARTEFACTS") is { Length: > 0 } given
            ? given
            : Path.Combine(AppContext.BaseDirectory, "artefacts")).FullName;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await LaunchAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        if (_bare is not null) await _bare.DisposeAsync();
        _playwright?.Dispose();
        _fonts?.Delete(recursive: true);
    }

    /// <summary>Opens the page; fails the test at its end if the page logged an error.</summary>
    public Task<IPage> OpenAsync(string url, int width = 500, int height = 920, ColorScheme scheme = ColorScheme.Light, bool touch = false) =>
        OpenAsync(_browser!, url, width, height, scheme, touch);

    /// <summary>Opens the page in a browser whose machine has one font, of Latin letters. Linux alone.</summary>
    public async Task<IPage> OpenBareAsync(string url)
    {
        if (_bare is null)
        {
            _fonts = Directory.CreateTempSubdirectory("whatsappbots-fonts-");
            File.Copy(Commands.CommandSite.FileOf("functions/Images/Fonts/NotoSans-Regular.ttf"), Path.Combine(_fonts.FullName, "one.ttf"));
            var fonts = Path.Combine(_fonts.FullName, "fonts.conf");
            await File.WriteAllTextAsync(
                fonts,
                $"""
                <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
                <fontconfig><dir>{_fonts.FullName}</dir><cachedir>{_fonts.FullName}/cache</cachedir></fontconfig>
                """);
            _bare = await LaunchAsync(("FONTCONFIG_FILE", fonts));
        }

        return await OpenAsync(_bare, url, 500, 920, ColorScheme.Light, touch: false);
    }

    private async Task<IBrowser> LaunchAsync(params (string Name, string Value)[] environment)
    {
        var all = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(each => KeyValuePair.Create((string)each.Key, (string)each.Value!))
            .Where(each => environment.All(own => own.Name != each.Key)).Concat(environment.Select(own => KeyValuePair.Create(own.Name, own.Value)));
        return await _playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Find(), Args = ["--no-sandbox"], Env = all });
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, string url, int width, int height, ColorScheme scheme, bool touch)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = scheme, Locale = "en-GB", HasTouch = touch,
            DeviceScaleFactor = 2, TimezoneId = "UTC",
        });
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => throw new InvalidOperationException(error);
        await page.GotoAsync(url);
        await page.Locator("[data-ready=true]").WaitForAsync();
        return page;
    }

    /// <summary>Keeps a picture.</summary>
    public static Task ShootAsync(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Artefacts, name + ".png"), Animations = ScreenshotAnimations.Disabled });

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given) return given;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.SelectMany(folder => _browsers.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                "The page tests need Chromium or Chrome: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.");
    }
}
