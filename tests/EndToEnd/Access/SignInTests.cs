using System.Net;
using WhatsAppBots.Access;

namespace WhatsAppBots.EndToEnd.Tests.Access;

/// <summary>How people get in, stay in and get out.</summary>
public sealed class SignInTests(AccessSite site) : IClassFixture<AccessSite>
{
    [Fact]
    public async Task FirstStart_PrintsALink_ThatMakesTheFirstOwnerOnce()
    {
        Assert.Single(AccessSite.Token().Matches(site.Welcome));
        Assert.Contains("http://localhost:", site.Welcome, StringComparison.Ordinal);
        Assert.Equal((0, HttpStatusCode.NoContent), (site.Setup.Before, site.Setup.First.Status));
        Assert.Equal((HttpStatusCode.Conflict, "This link was used. Sign in, or ask for a new one."),
            (site.Setup.Second.Status, site.Setup.Second.Detail));
        var cookie = Assert.Single(site.Setup.First.Raw.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var me = (await site.Owner.GetAsync("/api/me")).Body!;
        Assert.Equal(("person", "owner", "owner@bots.example"), (me["kind"]!.ToString(), me["role"]!.ToString(), me["email"]!.ToString()));
    }

    [Fact]
    public async Task Invitation_IsGoodOnce_ForThreeDays()
    {
        var invited = (await site.Owner.PostAsync("/api/invitations", new { email = "Ivy@bots.example", role = "agent" })).Body!;
        Assert.EndsWith($"/accept?token={invited["token"]}", invited["link"]!.ToString(), StringComparison.Ordinal);
        object accept = new { token = invited["token"]!.ToString(), name = "Ivy", password = AccessSite.Password };
        var ivy = site.Browse();
        Assert.Equal(HttpStatusCode.NoContent, (await ivy.PostAsync("/api/auth/accept", accept)).Status);
        Assert.Equal("agent", (await ivy.GetAsync("/api/me")).Body!["role"]!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await ivy.GetAsync("/api/conversations")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ivy.GetAsync("/api/members")).Status);
        Assert.Equal("This link was used. Sign in instead.", (await site.Browse().PostAsync("/api/auth/accept", accept)).Detail);

        invited = (await site.Owner.PostAsync("/api/invitations", new { email = "late@bots.example", role = "viewer" })).Body!;
        await site.ExecuteAsync($"update auth.invitations set expires_at = '{site.Now:O}' where id = {invited["id"]}");
        var late = await site.Browse().PostAsync(
            "/api/auth/accept", new { token = invited["token"]!.ToString(), name = "Lea", password = AccessSite.Password });
        Assert.Equal((HttpStatusCode.Conflict, "This invitation has ended; ask Olga for a new one."), (late.Status, late.Detail));
        Assert.Equal(72, await HoursAsync("late@bots.example"));
    }

    private async Task<double> HoursAsync(string email)
    {
        var invited = (await site.Owner.PostAsync("/api/invitations", new { email, role = "viewer" })).Body!;
        return (await site.QueryAsync<double>(
            $"select extract(epoch from expires_at - created_at)::float8 / 3600 from auth.invitations where id = {invited["id"]}"))[0];
    }

    [Fact]
    public async Task WrongPassword_SixTimesAMinute_HasToWait_ThenTheRightOneWorks()
    {
        var (_, email, _) = await site.PersonAsync("agent");
        var address = site.Browse().Address;
        for (var n = 0; n < 5; n++)
        {
            var (_, wrong) = await site.SignInAsync(email, "not the password", address: address);
            Assert.Equal((HttpStatusCode.Unauthorized, "The address, the password or the code is wrong."), (wrong.Status, wrong.Detail));
        }

        var (_, sixth) = await site.SignInAsync(email, address: address);
        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.Status);
        Assert.InRange(sixth.Raw.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await site.ExecuteAsync("update auth.throttle set window_start = window_start - interval '1 minute'");
        var (browser, right) = await site.SignInAsync(email, address: address);
        Assert.Equal(HttpStatusCode.NoContent, right.Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/me")).Status);
    }

    // From everywhere: an account is slow then, and nobody is locked out.
    [Fact]
    public async Task Account_ThatFailedTenTimes_TakesOneAttemptInTenSeconds()
    {
        var (_, email, _) = await site.PersonAsync("agent");
        for (var n = 0; n < 10; n++) await site.SignInAsync(email, "not the password");
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 4; n++) answers.Add((await site.SignInAsync(email, "not the password")).Answer.Status);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        await site.ExecuteAsync("update auth.throttle set window_start = window_start - interval '10 seconds' where key like 'slow %'");
        Assert.Equal(HttpStatusCode.NoContent, (await site.SignInAsync(email)).Answer.Status);
    }

    [Fact]
    public async Task Somebody_NobodyKnows_IsAnsweredTheSame()
    {
        var (_, email, _) = await site.PersonAsync("agent");
        var (_, known) = await site.SignInAsync(email, "not the password");
        var (_, unknown) = await site.SignInAsync("nobody@bots.example", "not the password");
        foreach (var answer in new[] { known, unknown }) answer.Body!.AsObject().Remove("traceId");
        Assert.Equal((known.Status, known.Body!.ToJsonString()), (unknown.Status, unknown.Body!.ToJsonString()));
    }

    [Fact]
    public async Task SecondFactor_IsAskedForOnEveryPath_AndACodeIsTakenOnce()
    {
        var (ann, email, _) = await site.PersonAsync("agent");
        var prepared = (await ann.PostAsync("/api/me/second-factor")).Body!;
        var secret = OtpNet.Base32Encoding.ToBytes(prepared["secret"]!.ToString());
        Assert.StartsWith("otpauth://totp/", prepared["address"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await ann.SendAsync("PUT", "/api/me/second-factor", new { code = "000000" })).Status);
        var now = site.Now;
        var on = await ann.SendAsync("PUT", "/api/me/second-factor", new { code = SecondFactor.Code(secret, now.AddSeconds(-30)) });
        var codes = on.Body!["recoveryCodes"]!.AsArray().Select(code => code!.ToString()).ToList();
        Assert.Equal(10, codes.Count);

        var (_, without) = await site.SignInAsync(email);
        Assert.Equal((HttpStatusCode.Unauthorized, "code"), (without.Status, without.Code));
        var code = SecondFactor.Code(secret, now);
        Assert.Equal(HttpStatusCode.NoContent, (await site.SignInAsync(email, code: code)).Answer.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.SignInAsync(email, code: code)).Answer.Status);
        Assert.Equal(HttpStatusCode.NoContent, (await site.SignInAsync(email, code: codes[3])).Answer.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.SignInAsync(email, code: codes[3])).Answer.Status);

        // A password alone confirms nothing any more.
        Assert.Equal("code", (await ann.PostAsync("/api/auth/confirm", new { password = AccessSite.Password })).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await ann.PostAsync("/api/auth/confirm", new { code = codes[4] })).Status);
    }

    [Fact]
    public async Task Sessions_AreListedAndEnded()
    {
        var (first, email, id) = await site.PersonAsync("agent");
        var (second, _) = await site.SignInAsync(email);
        var listed = (await first.GetAsync("/api/me/sessions")).Body!["items"]!.AsArray();
        Assert.Equal([false, true], listed.Select(session => (bool)session!["isThis"]!));
        var other = listed[0]!["id"]!;
        Assert.Equal(HttpStatusCode.NoContent, (await first.SendAsync("DELETE", $"/api/me/sessions/{other}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync("/api/me")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await first.SendAsync("DELETE", $"/api/me/sessions/{other}")).Status);

        // Somebody else's is nobody's; one who manages members ends it.
        var (third, _) = await site.SignInAsync(email);
        var session = (await site.Owner.GetAsync($"/api/members/{id}/sessions")).Body!["items"]![0]!["id"];
        var (stranger, _, _) = await site.PersonAsync("agent");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync("DELETE", $"/api/me/sessions/{session}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await site.Owner.SendAsync("DELETE", $"/api/members/{id}/sessions/{session}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await third.GetAsync("/api/me")).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await first.PostAsync("/api/auth/sign-out")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await first.GetAsync("/api/me")).Status);
    }

    [Theory]
    [InlineData("seen_at = seen_at - interval '12 hours 1 minute'")]
    [InlineData("created_at = created_at - interval '7 days 1 minute'")]
    public async Task Session_ThatIsOldOrUnused_HasEnded(string change)
    {
        var (browser, _, id) = await site.PersonAsync("agent");
        await site.ExecuteAsync($"update auth.sessions set {change} where user_id = {id}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/me")).Status);
    }

    [Fact]
    public async Task NewPassword_EndsTheOtherSessions()
    {
        var (here, email, _) = await site.PersonAsync("agent");
        var (there, _) = await site.SignInAsync(email);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await here.PostAsync("/api/me/password", new { old = AccessSite.Password, @new = "short" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden,
            (await here.PostAsync("/api/me/password", new { old = "wrong", @new = "another horse battery" })).Status);
        var changed = await here.PostAsync("/api/me/password", new { old = AccessSite.Password, @new = "another horse battery" });
        Assert.Equal(HttpStatusCode.NoContent, changed.Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/api/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.GetAsync("/api/me")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await site.SignInAsync(email, "another horse battery")).Answer.Status);
    }

    // A page of another site can have a browser send the cookie.
    [Theory]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", null, false)]
    [InlineData(null, "https://elsewhere.example", false)]
    [InlineData(null, AccessSite.OtherOrigin, false)]
    [InlineData(null, null, false)]
    [InlineData("same-origin", null, true)]
    [InlineData(null, "own", true)]
    public async Task WriteByCookie_FromAPageOfAnotherSite_IsRefused(string? fetchSite, string? origin, bool isTaken)
    {
        var (browser, _, _) = await site.PersonAsync("agent");
        browser.FetchSite = fetchSite;
        var answer = origin is null ? await browser.PostAsync("/api/auth/sign-out")
            : await browser.SendAsync("POST", "/api/auth/sign-out", null, ("Origin", origin == "own" ? site.Url : origin));
        Assert.Equal(isTaken ? HttpStatusCode.NoContent : HttpStatusCode.Forbidden, answer.Status);
    }
}
