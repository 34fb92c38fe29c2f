using System.Net;

namespace WhatsAppBots.EndToEnd.Tests.Access;

/// <summary>Signing in by a passkey.</summary>
public sealed class PasskeyTests(AccessSite site) : IClassFixture<AccessSite>
{
    private string Origin => site.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task Passkey_GetsItsPersonIn_AsASecondFactorToo()
    {
        var (ann, _, id) = await site.PersonAsync("agent");
        using var authenticator = new SoftAuthenticator();
        var made = await AddAsync(ann, authenticator, Origin);
        Assert.Equal(HttpStatusCode.Created, made.Status);
        await site.ExecuteAsync(
            "insert into auth.policies values (1, true) on conflict (workspace_id) do update set needs_second_factor = true");
        try
        {
            Assert.Equal("second-factor", (await ann.GetAsync("/api/states")).Code);
            var (browser, entered) = await EnterAsync(authenticator, Origin);
            Assert.Equal(HttpStatusCode.NoContent, entered.Status);
            Assert.Equal(id, (long)(await browser.GetAsync("/api/me")).Body!["id"]!);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/states")).Status);
            Assert.NotNull((await browser.GetAsync("/api/me/passkeys")).Body!["items"]![0]!["lastUsedAt"]);
            Assert.Equal(HttpStatusCode.NoContent, (await browser.SendAsync("DELETE", $"/api/me/passkeys/{made.Body!["id"]}")).Status);
            Assert.Equal("second-factor", (await browser.GetAsync("/api/states")).Code);
        }
        finally
        {
            await site.ExecuteAsync("update auth.policies set needs_second_factor = false");
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await EnterAsync(authenticator, Origin)).Answer.Status);
    }

    [Fact]
    public async Task Answer_ThatIsNoGood_GetsNobodyIn()
    {
        var (ann, _, _) = await site.PersonAsync("agent");
        using var authenticator = new SoftAuthenticator();
        await AddAsync(ann, authenticator, Origin);

        // Of another site, without the person, a second time, by a copy that counts from before.
        Assert.Equal(HttpStatusCode.Unauthorized, (await EnterAsync(authenticator, "https://elsewhere.example")).Answer.Status);
        authenticator.Verifies = false;
        Assert.Equal(HttpStatusCode.Unauthorized, (await EnterAsync(authenticator, Origin)).Answer.Status);
        authenticator.Verifies = true;
        var asked = (await site.Browse().PostAsync("/api/auth/passkey/challenge")).Body!;
        var answer = new { challenge = asked["challenge"]!.ToString(), response = authenticator.Sign(asked["options"]!, Origin) };
        Assert.Equal(HttpStatusCode.NoContent, (await site.Browse().PostAsync("/api/auth/passkey", answer)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Browse().PostAsync("/api/auth/passkey", answer)).Status);
        authenticator.Count = 1;
        Assert.Equal(HttpStatusCode.Unauthorized, (await EnterAsync(authenticator, Origin)).Answer.Status);
        authenticator.Count = 50;
        Assert.Equal(HttpStatusCode.NoContent, (await EnterAsync(authenticator, Origin)).Answer.Status);
    }

    [Fact]
    public async Task Challenge_OfSomebodyElse_MakesNoPasskey()
    {
        var (ann, _, _) = await site.PersonAsync("agent");
        var (bob, _, _) = await site.PersonAsync("agent");
        using var authenticator = new SoftAuthenticator();
        var asked = (await ann.PostAsync("/api/me/passkeys/challenge")).Body!;
        var response = authenticator.Make(asked["options"]!, Origin);
        var taken = await bob.PostAsync("/api/me/passkeys", new { challenge = asked["challenge"]!.ToString(), name = "Key", response });
        Assert.Equal(HttpStatusCode.BadRequest, taken.Status);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await bob.PostAsync("/api/me/passkeys", new { challenge = "x", name = "Key", response = new { } })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized,
            (await site.Browse().PostAsync("/api/auth/passkey", new { challenge = "x", response = new { } })).Status);
    }

    private static async Task<Answer> AddAsync(Browser browser, SoftAuthenticator authenticator, string origin)
    {
        var asked = (await browser.PostAsync("/api/me/passkeys/challenge")).Body!;
        var response = authenticator.Make(asked["options"]!, origin);
        return await browser.PostAsync("/api/me/passkeys", new { challenge = asked["challenge"]!.ToString(), name = "Key", response });
    }

    private async Task<(Browser Browser, Answer Answer)> EnterAsync(SoftAuthenticator authenticator, string origin)
    {
        var browser = site.Browse();
        var asked = (await browser.PostAsync("/api/auth/passkey/challenge")).Body!;
        var response = authenticator.Sign(asked["options"]!, origin);
        return (browser, await browser.PostAsync("/api/auth/passkey", new { challenge = asked["challenge"]!.ToString(), response }));
    }
}
