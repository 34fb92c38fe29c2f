using System.Net;
using System.Text.Json.Nodes;
using WhatsAppBots.EndToEnd.Tests.Security;

namespace WhatsAppBots.EndToEnd.Tests.Access;

/// <summary>What people, keys and other workspaces may do, over HTTP.</summary>
public sealed class RightTests(AccessSite site) : IClassFixture<AccessSite>
{
    // Refused for what is sent, ending the session that asks, or an answer without an end.
    private static readonly string[] _notWalked =
        ["Confirm", "SignOut", "Setup", "SignIn", "AcceptInvitation", "ResetPassword", "SignInByPasskey", "Live"];

    [Theory]
    [InlineData("owner", 0)]
    [InlineData("admin", 1)]
    [InlineData("finance", 2)]
    [InlineData("agent", 3)]
    [InlineData("reviewer", 4)]
    [InlineData("viewer", 5)]
    public async Task Role_MayDoWhatTheListSays_AndNothingElse(string role, int column)
    {
        var (browser, _, id) = await site.PersonAsync(role);
        var refused = new List<string>();
        foreach (var route in RouteList.Read().Where(route =>
            route.Section == RouteList.Operations && !_notWalked.Contains(route.Function)))
        {
            var path = "/" + route.Route.Replace("{id:long}", "999999", StringComparison.Ordinal)
                .Replace("{session:long}", "999999", StringComparison.Ordinal);
            var answer = await browser.SendAsync(route.Methods, path, route.Methods is "POST" or "PUT" or "PATCH" ? new { } : null);
            var isRefused = answer.Status == HttpStatusCode.Forbidden && answer.Detail.StartsWith("The role ", StringComparison.Ordinal);
            Assert.Equal($"{route.Function} {route.Callers[column]}", $"{route.Function} {!isRefused}");
            if (isRefused) refused.Add(route.Function);
            Assert.True((int)answer.Status < 500 && answer.Status != HttpStatusCode.Unauthorized, $"{route.Function} {answer.Status}");
        }

        // Each refusal of a write or a read has its row.
        var rows = await site.QueryAsync<string>($"select distinct action from auth.audit where user_id = {id} and outcome = 'refused'");
        Assert.Empty(refused.Except(rows));
    }

    [Fact]
    public async Task Key_DoesWhatItsScopesSay_AndTheLogNamesIt()
    {
        var (program, id) = await site.KeyAsync("crm", "dead-letters:write");
        var letter = (await site.QueryAsync<long>(
            """
            insert into events.dead_letters (workspace_id, source, receiver, cause, payload, error, attempts, died_at)
            values (1, 'event', 'payments', 'c', '{}', 'why', 5, now()) returning id
            """))[0];
        Assert.Equal(HttpStatusCode.Accepted, (await program.PostAsync($"/api/dead-letters/{letter}/replay")).Status);
        var refused = await program.GetAsync("/api/conversations");
        Assert.Equal((HttpStatusCode.Forbidden, "The key lacks the scope conversations:read."), (refused.Status, refused.Detail));
        Assert.NotNull(refused.Body!["traceId"]);
        var log = (await site.Owner.GetAsync("/api/audit?size=200")).Body!["items"]!.AsArray().Where(row =>
            (long?)row!["keyId"] == id).ToList();
        Assert.Equal(
            [("ListConversations", "refused", "crm"), ("ReplayDeadLetter", "done", "crm")],
            log.Select(row => (row!["action"]!.ToString(), row["outcome"]!.ToString(), row["key"]!.ToString())));

        Assert.Equal(HttpStatusCode.NoContent, (await site.Owner.SendAsync("DELETE", $"/api/keys/{id}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/me")).Status);
        var listed = (await site.Owner.GetAsync("/api/keys")).Body!["items"]!.AsArray().Single(key => (long)key!["id"]! == id)!;
        Assert.NotNull(listed["revokedAt"]);
        Assert.False(listed.ToJsonString().Contains("secret", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Key_OfOtherAddresses_OrPastItsEnd_IsNone()
    {
        var made = await site.Owner.PostAsync("/api/keys",
            new { name = "near", scopes = new[] { "states:read" }, ipList = new[] { "10.77.0.0/16" } });
        var program = site.Browse(made.Body!["key"]!.ToString());
        program.Address = "10.77.3.4";
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/states")).Status);
        program.Address = "10.78.3.4";
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/states")).Status);
        program.Address = "10.77.3.4";
        await site.ExecuteAsync($"update auth.api_keys set expires_at = '{site.Now:O}' where id = {made.Body["id"]}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/states")).Status);
    }

    [Fact]
    public async Task ShortToken_IsWorthWhatItWasMadeFrom()
    {
        var (program, id) = await site.KeyAsync("minter", "states:read");
        var token = (await program.PostAsync("/api/auth/token")).Body!;
        Assert.Equal(600, (int)token["expiresIn"]!);
        var holder = site.Browse(token["token"]!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/states")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await holder.GetAsync("/api/orders")).Status);
        var forged = token["token"]!.ToString().Split('.');
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Browse($"{forged[0]}.{forged[1]}.AAAA").GetAsync("/api/states")).Status);
        await site.Owner.SendAsync("DELETE", $"/api/keys/{id}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.GetAsync("/api/states")).Status);

        var (ann, _, _) = await site.PersonAsync("finance");
        var own = site.Browse((await ann.PostAsync("/api/auth/token")).Body!["token"]!.ToString());
        Assert.Equal("finance", (await own.GetAsync("/api/me")).Body!["role"]!.ToString());
        await ann.PostAsync("/api/auth/sign-out");
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.GetAsync("/api/me")).Status);
    }

    [Fact]
    public async Task Admin_WhoIsDemoted_IsRefusedAtTheNextCall()
    {
        var (admin, _, id) = await site.PersonAsync("admin");
        Assert.Equal(HttpStatusCode.Created, (await InviteAsync(admin)).Status);
        var demoted = await site.Owner.SendAsync("PATCH", $"/api/members/{id}", new { role = "viewer" });
        Assert.Equal("viewer", demoted.Body!["role"]!.ToString());
        var refused = await InviteAsync(admin);
        Assert.Equal((HttpStatusCode.Forbidden, "The role viewer may not do this. owner, admin may."), (refused.Status, refused.Detail));
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync("/api/members")).Status);
        await site.Owner.SendAsync("PATCH", $"/api/members/{id}", new { state = "inactive" });
        Assert.Equal(HttpStatusCode.Unauthorized, (await admin.GetAsync("/api/states")).Status);

        static Task<Answer> InviteAsync(Browser browser) =>
            browser.PostAsync("/api/invitations", new { email = $"x{Guid.NewGuid():N}@bots.example", role = "agent" });
    }

    [Fact]
    public async Task Owner_WhoIsTheLast_DoesNotLeave_AndNobodyRaisesThemselves()
    {
        var me = (await site.Owner.GetAsync("/api/me")).Body!["id"];
        var others = $"role = 'owner' and workspace_id = 1 and user_id <> {me}";
        await site.ExecuteAsync($"update auth.memberships set state = 'inactive' where {others}");
        var left = await site.Owner.SendAsync("PATCH", $"/api/members/{me}", new { state = "inactive" });
        Assert.Equal(HttpStatusCode.Conflict, left.Status);
        Assert.StartsWith("A workspace always has an active owner", left.Detail, StringComparison.Ordinal);
        var lower = await site.Owner.SendAsync("PATCH", $"/api/members/{me}", new { role = "admin" });
        Assert.Equal(HttpStatusCode.Conflict, lower.Status);
        var (admin, _, id) = await site.PersonAsync("admin");
        Assert.StartsWith("Only an owner", (await admin.SendAsync("PATCH", $"/api/members/{id}", new { role = "owner" })).Detail,
            StringComparison.Ordinal);
        Assert.StartsWith("Nobody changes", (await admin.SendAsync("PATCH", $"/api/members/{id}", new { role = "agent" })).Detail,
            StringComparison.Ordinal);
        Assert.StartsWith("Only an owner", (await admin.SendAsync("PATCH", $"/api/members/{me}", new { role = "agent" })).Detail,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_AndRoles_WantAFreshProof()
    {
        var (admin, _, id) = await site.PersonAsync("admin");
        await site.ExecuteAsync($"update auth.sessions set confirmed_at = confirmed_at - interval '10 minutes' where user_id = {id}");
        object key = new { name = "late", scopes = new[] { "states:read" } };
        var asked = await admin.PostAsync("/api/keys", key);
        Assert.Equal((HttpStatusCode.Forbidden, "confirm"), (asked.Status, asked.Code));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/api/keys")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PostAsync("/api/auth/confirm", new { password = "wrong" })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsync("/api/auth/confirm", new { password = AccessSite.Password })).Status);
        Assert.Equal(HttpStatusCode.Created, (await admin.PostAsync("/api/keys", key)).Status);
    }

    [Theory]
    [InlineData("/api/keys", """{"name":"x"}""", "scopes is empty")]
    [InlineData("/api/keys", """{"name":"x","scopes":["everything"]}""", "There is no scope everything")]
    [InlineData("/api/keys", """{"name":"x","scopes":["states:read"],"ipList":["here"]}""", "ipList: here is neither")]
    [InlineData("/api/keys", """{"name":"x","scopes":["states:read"],"expiresAt":"2020-01-01T00:00:00Z"}""", "expiresAt is past.")]
    [InlineData("/api/keys", """{"name":"x","scope":["states:read"]}""", "The body is not")]
    [InlineData("/api/keys", """{"name":"x","scopes":"states:read"}""", "The body is not what this operation takes: look at $.scopes.")]
    [InlineData("/api/keys", "[]", "The body is not")]
    [InlineData("/api/invitations", """{"email":"nobody","role":"agent"}""", "email is no address.")]
    [InlineData("/api/invitations", """{"email":"a@bots.example","role":"king"}""", "role is one of owner, admin")]
    [InlineData("/api/invitations", """{"email":"a@bots.example","role":"agent","numbers":["1,2"]}""", "numbers takes ids")]
    [InlineData("/api/workspaces", """{"name":" "}""", "name is missing")]
    public async Task Request_ThatIsWrong_IsToldWhatIsWrong(string path, string body, string detail)
    {
        var answer = await site.Owner.PostAsync(path, JsonNode.Parse(body));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith(detail, answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agent_OfSomeNumbers_SeesTheirConversationsAlone()
    {
        await site.SayAsync("15558100001", "to echo");
        await site.SayAsync("15558100001", "hi", Site.Hub);
        await Site.UntilAsync(() => site.MessagesAsync("15558100001", Site.Hub), messages => messages.Count >= 2);
        await Site.UntilAsync(() => site.MessagesAsync("15558100001"), messages => messages.Count >= 2);
        var hub = (await site.ConversationAsync("15558100001", Site.Hub))!["id"];
        var (agent, _, _) = await site.PersonAsync("agent", [Site.Echo]);
        var seen = (await agent.GetAsync("/api/conversations?size=200")).Body!["items"]!.AsArray();
        Assert.Equal([Site.Echo], seen.Select(item => item!["number"]!.ToString()).Distinct());
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync($"/api/conversations/{hub}/messages")).Status);
        Assert.Equal(HttpStatusCode.OK, (await agent.GetAsync($"/api/conversations/{seen[0]!["id"]}/messages")).Status);

        // Who answers nobody does not need to know who they are.
        var (reviewer, _, _) = await site.PersonAsync("reviewer");
        var masked = (await reviewer.GetAsync("/api/conversations?size=200")).Body!.ToJsonString();
        var history = (await reviewer.GetAsync($"/api/conversations/{hub}/messages")).Body!.ToJsonString();
        Assert.DoesNotContain("15558100001", masked + history, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", masked + history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherWorkspace_SeesNothingOfThisOne()
    {
        await site.SayAsync("15558100002", "here");
        await Site.UntilAsync(() => site.MessagesAsync("15558100002"), messages => messages.Count >= 2);
        var conversation = (await site.ConversationAsync("15558100002"))!["id"];
        var letter = (await site.QueryAsync<long>(
            """
            insert into events.dead_letters (workspace_id, source, receiver, cause, payload, error, attempts, died_at)
            values (1, 'event', 'payments', 'd', '{}', 'why', 5, now()) returning id
            """))[0];
        var (maker, _, _) = await site.PersonAsync("owner");
        var made = await maker.PostAsync("/api/workspaces", new { name = "Second" });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(HttpStatusCode.Conflict, (await maker.PostAsync("/api/workspaces", new { name = "Second" })).Status);
        var (other, _, _) = await site.PersonAsync("owner");
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/api/workspaces/{made.Body!["id"]}/enter")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await maker.PostAsync($"/api/workspaces/{made.Body["id"]}/enter")).Status);

        foreach (var list in RouteList.Read().Where(route => route.Section == RouteList.Operations && route.Methods == "GET"
            && route.Route.StartsWith("api/", StringComparison.Ordinal) && !route.Route.Contains('{', StringComparison.Ordinal)
            && !route.Route.Contains("/me", StringComparison.Ordinal)
            && route.Function is not ("OpenFile" or "OpenApiDocument" or "ListMembers" or "ListAudit" or "CountThreads" or "Live"
                or "GetSystemStatus" or "SearchMessages" or "ListSnippets" or "GetSignInProvider" or "ReadDuty")))
        {
            Assert.Empty((await maker.GetAsync("/" + list.Route)).Body!["items"]!.AsArray());
        }

        await site.Owner.PostAsync("/api/snippets", new { name = "hours", body = "9 to 18" });
        Assert.Empty((await maker.GetAsync("/api/snippets")).Body!.AsArray());
        var shift = new { user = (long)(await site.Owner.GetAsync("/api/me")).Body!["id"]!, weekday = 1, from = "09:00", to = "10:00" };
        var roster = new { zone = "Europe/Madrid", version = 0, shifts = new[] { shift } };
        Assert.Equal(HttpStatusCode.NoContent, (await site.Owner.SendAsync("PUT", "/api/duty", roster)).Status);
        Assert.Equal(0, (int)(await maker.GetAsync("/api/duty")).Body!["version"]!);
        Assert.Equal(HttpStatusCode.BadRequest, (await maker.SendAsync("PUT", "/api/duty", roster)).Status);
        Assert.Empty((await maker.GetAsync("/api/search?q=here")).Body!["items"]!.AsArray());
        Assert.Equal(0, (int)(await maker.GetAsync("/api/system-status")).Body!["traffic"]!["answers"]!["count"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await maker.GetAsync($"/api/threads/{conversation}")).Status);
        var send = await maker.SendAsync(
            "POST", $"/api/conversations/{conversation}/messages", new { text = "a" }, ("Idempotency-Key", "foreign"));
        Assert.Equal(HttpStatusCode.NotFound, send.Status);
        Assert.Single((await maker.GetAsync("/api/members")).Body!["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await maker.GetAsync($"/api/conversations/{conversation}/messages")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await maker.PostAsync($"/api/dead-letters/{letter}/replay")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await maker.GetAsync("/api/files?message=wamid.nobody")).Status);
        var key = await maker.PostAsync("/api/keys", new { name = "second", scopes = new[] { "conversations:read" } });
        var program = site.Browse(key.Body!["key"]!.ToString());
        Assert.Empty((await program.GetAsync("/api/conversations")).Body!["items"]!.AsArray());
        Assert.Equal((long)made.Body["id"]!, (long)(await program.GetAsync("/api/me")).Body!["workspace"]!);
    }

    [Fact]
    public async Task PageOfAnotherOrigin_CallsWithATokenAlone()
    {
        var (program, _) = await site.KeyAsync("page", "states:read");
        program.FetchSite = "cross-site";
        (string, string)[] asks = [("Origin", AccessSite.OtherOrigin), ("Access-Control-Request-Method", "GET")];
        var nobody = site.Browse();
        nobody.FetchSite = "cross-site";
        var allowed = await nobody.SendAsync("OPTIONS", "/api/states", null, asks);
        Assert.Equal(HttpStatusCode.NoContent, allowed.Status);
        Assert.Equal(AccessSite.OtherOrigin, Assert.Single(allowed.Raw.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(allowed.Raw.Headers.Contains("Access-Control-Allow-Credentials"));
        var read = await program.SendAsync("GET", "/api/states", null, asks[0]);
        Assert.Equal((HttpStatusCode.OK, true), (read.Status, read.Raw.Headers.Contains("Access-Control-Allow-Origin")));
        var elsewhere = await nobody.SendAsync("OPTIONS", "/api/states", null, ("Origin", "https://elsewhere.example"), asks[1]);
        Assert.Equal((HttpStatusCode.Unauthorized, false),
            (elsewhere.Status, elsewhere.Raw.Headers.Contains("Access-Control-Allow-Origin")));
    }
}
