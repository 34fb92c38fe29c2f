using System.Net;

namespace WhatsAppBots.EndToEnd.Tests.Access;

/// <summary>People sign in by their organisation's identity provider.</summary>
public sealed class ProviderTests(AccessSite site) : IClassFixture<AccessSite>, IAsyncLifetime
{
    private StandInProvider _provider = null!;

    public async Task InitializeAsync()
    {
        _provider = await StandInProvider.StartAsync();
        _provider.Subject = Guid.NewGuid().ToString();
        _provider.Email = $"{_provider.Subject[..8]}@company.example";
        var set = await site.Owner.SendAsync("PUT", "/api/sign-in-provider", Settings());
        Assert.True(set.Status == HttpStatusCode.OK, set.Detail);
        Assert.Equal($"{site.Url}/api/auth/oidc/1/callback", set.Body!["redirectAddress"]!.ToString());
    }

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Fact]
    public async Task Person_HasTheRoleOfTheirGroup_AndIsOutWithinFifteenMinutesOfLeavingIt()
    {
        _provider.Groups = ["everybody", "support"];
        var (dora, end) = await SignInAsync();
        Assert.Equal("/docs/", end);
        var me = (await dora.GetAsync("/api/me")).Body!;
        Assert.Equal(("agent", "Dora", _provider.Email), (me["role"]!.ToString(), me["name"]!.ToString(), me["email"]!.ToString()));
        Assert.Equal("openid profile email offline_access", _provider.Asked!["scope"]);
        Assert.Equal("S256", _provider.Asked["code_challenge_method"]);

        // Another group, another role; of several the mightiest.
        _provider.Groups = ["support", "bosses"];
        await LaterAsync(11);
        Assert.Equal("admin", (await dora.GetAsync("/api/me")).Body!["role"]!.ToString());

        // While the provider is away the session waits for it.
        _provider.IsDown = true;
        await LaterAsync(11);
        Assert.Equal(HttpStatusCode.OK, (await dora.GetAsync("/api/me")).Status);
        await LaterAsync(5);
        Assert.Equal(HttpStatusCode.Unauthorized, (await dora.GetAsync("/api/me")).Status);
        _provider.IsDown = false;
        await LaterAsync(1);

        // A page asks several times at once, and its refresh token is good once.
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => dora.GetAsync("/api/me")));
        Assert.All(all, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));

        _provider.Groups = ["everybody"];
        await LaterAsync(11);
        Assert.Equal(HttpStatusCode.Unauthorized, (await dora.GetAsync("/api/me")).Status);
        Assert.EndsWith("fault=no_group", (await SignInAsync()).End, StringComparison.Ordinal);

        _provider.Groups = ["support"];
        var (again, _) = await SignInAsync();
        Assert.Equal((long)me["id"]!, (long)(await again.GetAsync("/api/me")).Body!["id"]!);
    }

    [Fact]
    public async Task Stranger_HasNoAccountAfterwards()
    {
        _provider.Groups = ["cleaners"];
        Assert.EndsWith("/sign-in?fault=no_group", (await SignInAsync()).End, StringComparison.Ordinal);
        (_provider.Groups, _provider.IsVerified) = (["support"], false);
        Assert.EndsWith("/sign-in?fault=no_address", (await SignInAsync()).End, StringComparison.Ordinal);
        Assert.Equal(0, (await site.QueryAsync<long>($"select count(*) from auth.users where email = '{_provider.Email}'"))[0]);
    }

    [Fact]
    public async Task Account_OfTheSameAddress_IsConnectedByItsPersonAlone()
    {
        var (person, email, id) = await site.PersonAsync("viewer");
        (_provider.Email, _provider.Groups) = (email, ["bosses"]);
        Assert.EndsWith("/sign-in?fault=address_taken", (await SignInAsync()).End, StringComparison.Ordinal);

        var address = (await person.PostAsync("/api/me/sign-in-provider")).Body!["address"]!.ToString();

        // In another browser the address leads nowhere.
        Assert.EndsWith("fault=provider_failed", await FollowAsync(site.Browse(), address), StringComparison.Ordinal);
        address = (await person.PostAsync("/api/me/sign-in-provider")).Body!["address"]!.ToString();
        Assert.Equal("/docs/", await FollowAsync(person, address));

        // The role that people gave stays: the provider's groups say nothing of it.
        var (dora, _) = await SignInAsync();
        var me = (await dora.GetAsync("/api/me")).Body!;
        Assert.Equal((id, "viewer"), ((long)me["id"]!, me["role"]!.ToString()));
    }

    [Fact]
    public async Task Session_EndsWhenTheProviderSaysSo()
    {
        _provider.Groups = ["support"];
        var (dora, _) = await SignInAsync();
        var path = "/api/auth/oidc/1/logout";
        Assert.Equal(HttpStatusCode.BadRequest, (await LogOutAsync(path, _provider.LogOutToken("somebody else"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await LogOutAsync(path, "x.y.z")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await dora.GetAsync("/api/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await LogOutAsync(path, _provider.LogOutToken())).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await dora.GetAsync("/api/me")).Status);

        var (again, _) = await SignInAsync();
        _provider.HasForgotten = true;
        await LaterAsync(11);
        Assert.Equal(HttpStatusCode.Unauthorized, (await again.GetAsync("/api/me")).Status);
    }

    [Fact]
    public async Task Person_WhoWasSignedInAtTheProviderAlready_ConfirmsForWhatAsksForIt()
    {
        (_provider.Groups, _provider.AuthenticatedAt) = (["bosses"], TimeProvider.System.GetUtcNow().AddHours(-3));
        var (dora, _) = await SignInAsync();
        var invitation = new { email = $"x{_provider.Subject[..8]}@bots.example", role = "viewer" };
        Assert.Equal("confirm", (await dora.PostAsync("/api/invitations", invitation)).Code);

        _provider.AuthenticatedAt = null;
        var (_, end) = await SignInAsync("?confirm=true&returnTo=/docs/here", dora);
        Assert.Equal("/docs/here", end);
        Assert.Equal(("login", "0"), (_provider.Asked!["prompt"].ToString(), _provider.Asked["max_age"].ToString()));
        Assert.Equal(HttpStatusCode.Created, (await dora.PostAsync("/api/invitations", invitation)).Status);
        Assert.Equal("/docs/", (await SignInAsync("?returnTo=//evil.example")).End);
    }

    // The account may be in other workspaces, too, of which this provider's owner is no owner.
    [Fact]
    public async Task Session_OfAProvider_OpensNoOtherDoor()
    {
        var (person, email, _) = await site.PersonAsync("owner");
        var made = await person.PostAsync("/api/workspaces", new { name = "Other " + email });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var address = (await person.PostAsync("/api/me/sign-in-provider")).Body!["address"]!.ToString();
        Assert.Equal("/docs/", await FollowAsync(person, address));

        var (byProvider, _) = await SignInAsync("?confirm=true");
        Assert.Equal("owner", (await byProvider.GetAsync("/api/me")).Body!["role"]!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await byProvider.PostAsync($"/api/workspaces/{made.Body!["id"]}/enter")).Status);
        foreach (var path in new[] { "/api/me/passkeys/challenge", "/api/me/second-factor", "/api/me/sign-in-provider" })
        {
            var answer = await byProvider.PostAsync(path);
            Assert.Equal((HttpStatusCode.Forbidden, true), (answer.Status, answer.Detail.StartsWith("You signed in by", StringComparison.Ordinal)));
        }

        var (byPassword, _) = await site.SignInAsync(email);
        Assert.Equal(HttpStatusCode.NoContent, (await byPassword.PostAsync($"/api/workspaces/{made.Body["id"]}/enter")).Status);
    }

    [Fact]
    public async Task Settings_ThatWouldNotWork_AreRefusedInWords()
    {
        var url = _provider.Url;
        await RefusedAsync(Settings(issuer: "http://company.example"), "issuer is no https address of a provider.");
        await RefusedAsync(
            Settings(issuer: "http://127.0.0.1:9"),
            "http://127.0.0.1:9/.well-known/openid-configuration does not answer with a provider's metadata.");
        await RefusedAsync(
            Settings(issuer: url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)),
            $"The provider calls itself {url}: give that as the issuer.");
        await RefusedAsync(
            Settings(role: "owner"), "roles names 1 to 100 groups, each with admin, finance, agent, reviewer or viewer.");
        var shown = await site.Owner.GetAsync("/api/sign-in-provider");
        Assert.DoesNotContain(StandInProvider.ClientSecret, shown.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            StandInProvider.ClientSecret,
            (await site.Owner.GetAsync("/api/audit?size=200")).Body!.ToJsonString(), StringComparison.Ordinal);

        async Task RefusedAsync(object settings, string detail)
        {
            var answer = await site.Owner.SendAsync("PUT", "/api/sign-in-provider", settings);
            Assert.Equal((HttpStatusCode.BadRequest, detail), (answer.Status, answer.Detail));
        }
    }

    private object Settings(string? issuer = null, string role = "admin") => new
    {
        issuer = issuer ?? _provider.Url, clientId = StandInProvider.ClientId, clientSecret = StandInProvider.ClientSecret,
        roles = new Dictionary<string, string> { ["support"] = "agent", ["bosses"] = role },
    };

    private async Task<(Browser Browser, string End)> SignInAsync(string query = "", Browser? browser = null)
    {
        browser ??= site.Browse();
        var begun = await browser.GetAsync("/api/auth/oidc/1" + query);
        Assert.Equal(HttpStatusCode.Redirect, begun.Status);
        return (browser, await FollowAsync(browser, begun.Raw.Headers.Location!.ToString()));
    }

    // The provider sends the browser back; where that ends is answered.
    private static async Task<string> FollowAsync(Browser browser, string address)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var back = await http.GetAsync(address);
        var end = await browser.GetAsync(back.Headers.Location!.PathAndQuery);
        Assert.True(end.Status == HttpStatusCode.Redirect, $"{end.Status} {end.Detail} {end.Body}");
        return end.Raw.Headers.Location!.ToString();
    }

    private async Task<HttpResponseMessage> LogOutAsync(string path, string token)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent([new("logout_token", token)]);
        return await http.PostAsync(site.Url + path, form);
    }

    // The sessions' last answers of the provider grow older.
    private Task<List<int>> LaterAsync(int minutes) => site.QueryAsync<int>(
        $"""
        with older as (
          update auth.sessions set checked_at = checked_at - interval '{minutes} minutes',
            tried_at = tried_at - interval '{minutes} minutes'
          where subject = '{_provider.Subject}' returning 1)
        select count(*)::int from older
        """);
}
