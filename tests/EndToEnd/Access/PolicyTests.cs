using System.Net;
using WhatsAppBots.Access;
using WhatsAppBots.Standalone;

namespace WhatsAppBots.EndToEnd.Tests.Access;

/// <summary>What holds for a whole workspace, and how somebody who is locked out gets in.</summary>
public sealed class PolicyTests(AccessSite site) : IClassFixture<AccessSite>
{
    [Fact]
    public async Task Workspace_ThatNeedsASecondFactor_LetsASessionWithoutOneSetOneUpAlone()
    {
        var (agent, _, _) = await site.PersonAsync("agent");
        var (program, _) = await site.KeyAsync("program", "states:read");
        Assert.Equal(HttpStatusCode.NoContent, (await site.Owner.SendAsync("PUT", "/api/policy", new { needsSecondFactor = true })).Status);
        try
        {
            var refused = await agent.GetAsync("/api/conversations");
            Assert.Equal((HttpStatusCode.Forbidden, "second-factor"), (refused.Status, refused.Code));
            Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/states")).Status);
            var prepared = (await agent.PostAsync("/api/me/second-factor")).Body!;
            var code = SecondFactor.Code(OtpNet.Base32Encoding.ToBytes(prepared["secret"]!.ToString()), site.Now);
            Assert.Equal(HttpStatusCode.OK, (await agent.SendAsync("PUT", "/api/me/second-factor", new { code })).Status);
            Assert.Equal(HttpStatusCode.OK, (await agent.GetAsync("/api/conversations")).Status);
        }
        finally
        {
            await site.ExecuteAsync("update auth.policies set needs_second_factor = false");
        }
    }

    [Fact]
    public async Task Somebody_WhoIsLockedOut_GetsInByTheLinkOfTheCommand()
    {
        var (before, email, id) = await site.PersonAsync("agent");
        await site.ExecuteAsync(
            "insert into auth.passkeys (credential_id, user_id, public_key, sign_count, name, created_at) "
            + $"values ('\\x01', {id}, '\\x02', 0, 'of somebody else', now())");
        var printed = await AdminAsync("reset", email);
        var token = printed.Split("token=")[1].Split('\n')[0].Trim();
        var browser = site.Browse();
        Assert.StartsWith("A password has", (await browser.PostAsync("/api/auth/reset", new { token, password = "short" })).Detail,
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent,
            (await browser.PostAsync("/api/auth/reset", new { token, password = "a wholly new phrase" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await before.GetAsync("/api/me")).Status);
        Assert.Empty((await browser.GetAsync("/api/me/passkeys")).Body!["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NoContent, (await site.SignInAsync(email, "a wholly new phrase")).Answer.Status);
        Assert.Equal(HttpStatusCode.Conflict,
            (await site.Browse().PostAsync("/api/auth/reset", new { token, password = "another new phrase" })).Status);
        Assert.Contains("Nobody has the address", await AdminAsync("reset", "nobody@bots.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_MakesAFurtherOwner_AndAKey()
    {
        var token = AccessSite.Token().Match(await AdminAsync("setup")).Groups[1].Value;
        var made = await site.Browse().PostAsync(
            "/api/auth/setup", new { token, email = "second@bots.example", name = "Sam", password = AccessSite.Password });
        Assert.Equal(HttpStatusCode.NoContent, made.Status);
        var key = (await AdminAsync("key", "crm", "states:read")).Trim();
        Assert.Equal(HttpStatusCode.OK, (await site.Browse(key).GetAsync("/api/states")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Browse(key).GetAsync("/api/orders")).Status);
        Assert.Contains("There is no scope all", await AdminAsync("key", "crm", "all"), StringComparison.Ordinal);
        Assert.Contains("admin reset", await AdminAsync("let me in"), StringComparison.Ordinal);
    }

    // A link for the first owner is worth nothing once there is one.
    [Fact]
    public async Task Host_ThatHasAnOwner_PrintsNoLink()
    {
        await site.RestartAsync();
        Assert.DoesNotContain("token=", site.Welcome, StringComparison.Ordinal);
    }

    private async Task<string> AdminAsync(params string[] words)
    {
        await using var output = new StringWriter();
        await AdminCommand.RunAsync(
            [.. words, $"--DATABASE_URL={site.Database.ConnectionString}", $"--ASPNETCORE_URLS={site.Url}", "--ENVIRONMENT=development"],
                output, output);
        return output.ToString();
    }
}
