using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace WhatsAppBots.EndToEnd.Tests.Access;

/// <summary>The product with its first owner, made by the link that it prints, and people of each role.</summary>
public partial class AccessSite : Site, IAsyncLifetime
{
    public const string Password = "correct horse battery";
    public const string OtherOrigin = "https://desk.example.com";

    private readonly List<Browser> _browsers = [];
    private int _people;

    /// <summary>The first owner, signed in.</summary>
    public Browser Owner { get; private set; } = null!;

    /// <summary>Accounts before the link was used, and what the link was answered the first and the second time.</summary>
    public (long Before, Answer First, Answer Second) Setup { get; private set; }

    public DateTimeOffset Now => Services.GetRequiredService<TimeProvider>().GetUtcNow();

    protected override IEnumerable<string> Settings => ["--PROXIES_IN_FRONT=1", $"--ALLOWED_ORIGINS={OtherOrigin}"];

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Owner = Browse();
        var token = Token().Match(Welcome).Groups[1].Value;
        var before = await CountAsync("auth.users");
        var first = await Owner.PostAsync("/api/auth/setup",
            new { token, email = "Owner@bots.example", name = "Olga", password = Password });
        var second = await Browse().PostAsync("/api/auth/setup",
            new { token, email = "other@bots.example", name = "Otto", password = Password });
        Setup = (before, first, second);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        foreach (var browser in _browsers) browser.Dispose();
        await DisposeAsync();
    }

    /// <summary>A browser that nobody has signed in with, or a program with a key.</summary>
    public Browser Browse(string? bearer = null)
    {
        var browser = new Browser(Url, bearer);
        _browsers.Add(browser);
        return browser;
    }

    /// <summary>Invites somebody and lets them accept.</summary>
    public async Task<(Browser Browser, string Email, long Id)> PersonAsync(string role, string[]? numbers = null)
    {
        var email = $"person{Interlocked.Increment(ref _people)}@bots.example";
        var invited = await Owner.PostAsync("/api/invitations", new { email, role, numbers });
        Assert.True(invited.Status == HttpStatusCode.Created, invited.Detail);
        var browser = Browse();
        var token = invited.Body!["token"]!.ToString();
        var accepted = await browser.PostAsync("/api/auth/accept", new { token, name = $"A {role}", password = Password });
        Assert.True(accepted.Status == HttpStatusCode.NoContent, accepted.Detail);
        return (browser, email, (long)(await browser.GetAsync("/api/me")).Body!["id"]!);
    }

    /// <summary>A key with scopes.</summary>
    public async Task<(Browser Program, long Id)> KeyAsync(string name, params string[] scopes)
    {
        var made = await Owner.PostAsync("/api/keys", new { name, scopes });
        Assert.True(made.Status == HttpStatusCode.Created, made.Detail);
        return (Browse(made.Body!["key"]!.ToString()), (long)made.Body["id"]!);
    }

    /// <summary>Signs in at a browser of its own.</summary>
    public async Task<(Browser Browser, Answer Answer)> SignInAsync(string email, string password = Password, string? code = null,
        string? address = null)
    {
        var browser = Browse();
        browser.Address = address ?? browser.Address;
        return (browser, await browser.PostAsync("/api/auth/sign-in", new { email, password, code }));
    }

    [GeneratedRegex(@"/setup\?token=([\w-]+)")]
    public static partial Regex Token();
}
