using System.Net;
using OtpNet;
using WhatsAppBots.Access;

namespace WhatsAppBots.EndToEnd.Tests.Access;

/// <summary>Ways around what guards an account: each is shut.</summary>
public sealed class WayAroundTests(AccessSite site) : IClassFixture<AccessSite>
{
    [Fact]
    public async Task Invitation_IsNoWayAroundTheSecondFactor()
    {
        var (ann, email, _) = await site.PersonAsync("agent");
        var codes = await TurnOnAsync(ann);
        var token = await InviteElsewhereAsync(email);
        var browser = site.Browse();
        var missing = await browser.PostAsync("/api/auth/accept", new { token, password = AccessSite.Password });
        Assert.Equal((HttpStatusCode.Unauthorized, "code"), (missing.Status, missing.Code));
        var wrong = await browser.PostAsync("/api/auth/accept", new { token, password = AccessSite.Password, code = "000000" });
        Assert.Equal((HttpStatusCode.Conflict, "The code is wrong."), (wrong.Status, wrong.Detail));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/me")).Status);
        var right = await browser.PostAsync("/api/auth/accept", new { token, password = AccessSite.Password, code = codes[0] });
        Assert.Equal(HttpStatusCode.NoContent, right.Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/me")).Status);
    }

    // Whoever invites knows the link, and must not guess faster by it.
    [Fact]
    public async Task Invitation_IsNoPlaceToGuessAPassword()
    {
        var (_, email, _) = await site.PersonAsync("agent");
        var token = await InviteElsewhereAsync(email);
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 13; n++)
        {
            answers.Add((await site.Browse().PostAsync("/api/auth/accept", new { token, password = $"a guess of {n}" })).Status);
        }

        // Ten, and then one each ten seconds.
        Assert.InRange(answers.Count(status => status == HttpStatusCode.Conflict), 10, 12);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Fact]
    public async Task Invitation_OfAMember_ChangesNothing()
    {
        var email = $"{Guid.NewGuid():N}@bots.example";
        var (first, second) = (await InviteAsync(email, "viewer"), await InviteAsync(email, "admin"));
        var browser = site.Browse();
        await browser.PostAsync("/api/auth/accept", new { token = first, name = "Vi", password = AccessSite.Password });
        var again = await site.Browse().PostAsync("/api/auth/accept", new { token = second, password = AccessSite.Password });
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.StartsWith("You are a member already", again.Detail, StringComparison.Ordinal);
        Assert.Equal("viewer", (await browser.GetAsync("/api/me")).Body!["role"]!.ToString());
    }

    [Fact]
    public async Task Token_MakesNeitherTokensNorSessions()
    {
        var (ann, _, _) = await site.PersonAsync("admin");
        var holder = site.Browse((await ann.PostAsync("/api/auth/token")).Body!["token"]!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/conversations")).Status);
        var more = await holder.PostAsync("/api/auth/token");
        Assert.Equal((HttpStatusCode.Forbidden, "A token makes no tokens: bring the session or the key that it was made from."),
            (more.Status, more.Detail));
        foreach (var (method, path, body) in new (string, string, object?)[]
        {
            ("POST", "/api/workspaces/1/enter", null), ("POST", "/api/auth/confirm", new { password = AccessSite.Password }),
            ("POST", "/api/me/password", new { old = AccessSite.Password, @new = "another good phrase" }),
            ("POST", "/api/me/second-factor", null), ("GET", "/api/me/sessions", null), ("POST", "/api/auth/sign-out", null),
        })
        {
            var refused = await holder.SendAsync(method, path, body);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, refused.Status));
            Assert.False(refused.Raw.Headers.Contains("Set-Cookie"), path);
        }

        Assert.Equal(HttpStatusCode.OK, (await ann.GetAsync("/api/me")).Status);
    }

    // Else a session that was left open proves who somebody is by a second factor of its own making, and keeps them out.
    [Fact]
    public async Task SecondFactor_IsNotSetUp_WithoutAFreshProof()
    {
        var (ann, _, id) = await site.PersonAsync("admin");
        await site.ExecuteAsync($"update auth.sessions set confirmed_at = confirmed_at - interval '10 minutes' where user_id = {id}");
        foreach (var (method, body) in new (string, object?)[] { ("POST", null), ("PUT", new { code = "000000" }) })
        {
            var refused = await ann.SendAsync(method, "/api/me/second-factor", body);
            Assert.Equal((HttpStatusCode.Forbidden, "confirm"), (refused.Status, refused.Code));
        }
    }

    [Fact]
    public async Task SecondFactor_ThatIsTurnedOff_IsAskedForAgain()
    {
        var (ann, _, _) = await site.PersonAsync("agent");
        await TurnOnAsync(ann);
        await site.ExecuteAsync(
            "insert into auth.policies (workspace_id, needs_second_factor) values (1, true) "
            + "on conflict (workspace_id) do update set needs_second_factor = true");
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await ann.GetAsync("/api/conversations")).Status);
            Assert.Equal(HttpStatusCode.NoContent, (await ann.SendAsync("DELETE", "/api/me/second-factor")).Status);
            Assert.Equal("second-factor", (await ann.GetAsync("/api/conversations")).Code);
        }
        finally
        {
            await site.ExecuteAsync("update auth.policies set needs_second_factor = false");
        }
    }

    [Fact]
    public async Task Admin_OfSomeNumbers_LetsNobodySeeMore()
    {
        var (admin, _, _) = await site.PersonAsync("admin", [Site.Echo]);
        var (_, _, other) = await site.PersonAsync("viewer", [Site.Hub]);
        var (_, _, own) = await site.PersonAsync("viewer", [Site.Echo]);
        foreach (var numbers in new string[]?[] { null, [], [Site.Hub], [Site.Echo, Site.Hub] })
        {
            object key = new { name = "k", scopes = new[] { "conversations:read" }, numbers };
            Assert.Equal(HttpStatusCode.Conflict, (await admin.PostAsync("/api/keys", key)).Status);
            object invitation = new { email = $"{Guid.NewGuid():N}@bots.example", role = "admin", numbers };
            Assert.Equal(HttpStatusCode.Conflict, (await admin.PostAsync("/api/invitations", invitation)).Status);
        }

        object mine = new { name = "k", scopes = new[] { "conversations:read" }, numbers = new[] { Site.Echo } };
        Assert.Equal(HttpStatusCode.Created, (await admin.PostAsync("/api/keys", mine)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SendAsync("PATCH", $"/api/members/{other}", new { role = "agent" })).Status);
        Assert.Equal(HttpStatusCode.Conflict,
            (await admin.SendAsync("PATCH", $"/api/members/{own}", new { numbers = Array.Empty<string>() })).Status);
        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync("PATCH", $"/api/members/{own}", new { role = "agent" })).Status);
    }

    [Fact]
    public async Task Admin_OfSomeNumbers_ReadsNoWebhooksAndReportsOfOthers()
    {
        await site.ExecuteAsync(
            $"insert into chat.updates (received_at, workspace_id, number_id, field, raw) values (now(), 1, '{Site.Hub}', 'x', 'of the hub'), "
            + $"(now(), 1, '{Site.Echo}', 'x', 'of echo'), (now(), 1, null, 'x', 'of no number')");
        var (admin, _, _) = await site.PersonAsync("admin", [Site.Echo]);
        var seen = (await admin.GetAsync("/api/updates")).Body!["items"]!.AsArray().Select(item => item!["raw"]!.ToString());
        Assert.Equal(["of echo"], seen);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync("/api/reports")).Status);
        Assert.True((await site.Owner.GetAsync("/api/updates")).Body!["items"]!.AsArray().Count >= 3);
    }

    [Theory]
    [InlineData("""{"name":"a","scopes":[null]}""")]
    [InlineData("""{"name":"a","scopes":["states:read"],"ipList":[null]}""")]
    [InlineData("""{"name":"a","scopes":["states:read"],"numbers":[null]}""")]
    [InlineData("""{"name":"a","scopes":["states:read"],"scopes":["orders:read"]}""")]
    [InlineData("""{"name":"a","scopes":["states:read"],"Name":"b"}""")]
    public async Task Body_ThatSaysNothingOrTwoThings_IsRefused(string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/keys") { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var response = await site.Owner.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<string> InviteAsync(string email, string role) =>
        (await site.Owner.PostAsync("/api/invitations", new { email, role })).Body!["token"]!.ToString();

    // A colleague's workspace, where the link is the colleague's to read.
    private async Task<string> InviteElsewhereAsync(string email)
    {
        var (maker, _, _) = await site.PersonAsync("owner");
        var made = await maker.PostAsync("/api/workspaces", new { name = $"Of {email}" });
        await maker.PostAsync($"/api/workspaces/{made.Body!["id"]}/enter");
        return (await maker.PostAsync("/api/invitations", new { email, role = "agent" })).Body!["token"]!.ToString();
    }

    private async Task<string[]> TurnOnAsync(Browser browser)
    {
        var prepared = (await browser.PostAsync("/api/me/second-factor")).Body!;
        var code = SecondFactor.Code(Base32Encoding.ToBytes(prepared["secret"]!.ToString()), site.Now);
        var on = await browser.SendAsync("PUT", "/api/me/second-factor", new { code });
        return [.. on.Body!["recoveryCodes"]!.AsArray().Select(each => each!.ToString())];
    }
}
