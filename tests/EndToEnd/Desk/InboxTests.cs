using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using WhatsAppBots.EndToEnd.Tests.Access;

namespace WhatsAppBots.EndToEnd.Tests.Desk;

/// <summary>Agents answer people over the API: they find who waits, claim, write, note, and hand back.</summary>
public sealed class InboxTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Agent_FindsWhoWaits_Claims_Answers_AndHandsBack()
    {
        var (ann, _, annId) = await site.PersonAsync("agent");
        var (bob, _, _) = await site.PersonAsync("agent");
        var phone = site.NewPhone();
        await site.SayAsync(phone, "hello");
        await site.HasAsync(phone, "re:hello");
        var id = await site.AskForPeopleAsync(phone);

        var waiting = (await ann.GetAsync("/api/threads?view=waiting&size=200")).Body!["items"]!.AsArray();
        var thread = waiting.Single(each => (long)each!["conversationId"]! == id)!;
        Assert.Equal(("open", "asked", 2), (thread["status"]!.ToString(), thread["reason"]!.ToString(), (int)thread["unread"]!));

        var claims = await Task.WhenAll(new[] { ann, bob }.Select(who => who.PostAsync($"/api/threads/{id}/claim", new { })));
        var late = Assert.Single(claims, claim => claim.Status == HttpStatusCode.Conflict);
        Assert.Equal("claimed", late.Code);
        DeskSite.Done(await ann.PostAsync($"/api/threads/{id}/claim", new { force = true }));
        Assert.Equal(annId, (long)(await bob.GetAsync($"/api/threads/{id}")).Body!["assignee"]!);

        // A double click sends once; the bot is silent.
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => site.SendAsync(ann, id, new { text = "Hi, I'm Ann." }, "double")));
        Assert.All(both, answer => Assert.Equal(HttpStatusCode.Accepted, answer.Status));
        var origin = both[0].Body!["origin"]!.ToString();
        Assert.Equal(origin, both[1].Body!["origin"]!.ToString());
        await site.HasAsync(phone, "Hi, I'm Ann.");
        await site.SayAsync(phone, "thanks!");
        var messages = await Site.UntilAsync(
            async () => (await ann.GetAsync($"/api/conversations/{id}/messages?size=200")).Body!["items"]!.AsArray(),
            items => items.Any(item => item!["text"]!.ToString() == "thanks!"));
        Assert.Single(messages, item => item!["origin"]?.ToString() == origin);
        Assert.DoesNotContain(await site.TextsAsync(phone), text => text.EndsWith("re:thanks!", StringComparison.Ordinal));

        // What the person wrote since is read first.
        var read = (long)messages.Last(item => item!["direction"]!.ToString() == "in")!["id"]!;
        Assert.Equal("moved_on", (await site.SendAsync(ann, id, new { text = "Anything else?", read = read - 1 })).Code);
        Assert.Equal(HttpStatusCode.Accepted, (await site.SendAsync(ann, id, new { text = "Anything else?", read })).Status);
        DeskSite.Done(await ann.PostAsync($"/api/threads/{id}/seen", new { messageId = read }));
        await Site.UntilAsync(() => ann.GetAsync($"/api/threads/{id}"), answer => (int)answer.Body!["unread"]! == 0);
        Assert.Equal(3, (int)(await bob.GetAsync($"/api/threads/{id}")).Body!["unread"]!);

        var back = await ann.SendAsync("POST", $"/api/conversations/{id}/hand-back", new { reason = "solved" }, ("Idempotency-Key",
            "back"));
        Assert.Equal(HttpStatusCode.Accepted, back.Status);
        await Site.UntilAsync(() => site.ThreadAsync(phone), now => now?["status"]?.ToString() == "pending");
        await site.SayAsync(phone, "are you there");
        await site.HasAsync(phone, "re:there");
        Assert.Null((await site.ThreadAsync(phone))!["assignee"]);
    }

    [Theory]
    [InlineData("""{}""", "text is missing.")]
    [InlineData("""{"text":"  "}""", "text is missing.")]
    [InlineData("""{"text":"a","template":{"name":"x","language":"en"}}""", "Either text or template: not both.")]
    [InlineData("""{"text":"a","buttons":["Yes","yes"]}""", "Two buttons have the same title.")]
    [InlineData("""{"text":"a","buttons":["1","2","3","4"]}""", "buttons has 4 titles; 1 to 3 go.")]
    [InlineData("""{"template":{"name":"No Good","language":"en"}}""", "template.name has small letters, digits and _.")]
    [InlineData("""{"template":{"name":"x","language":"EN us"}}""", "template.language is one of Meta's codes: en, pt_BR, …")]
    [InlineData("""{"template":{"name":"x","language":"en","values":["a\nb"]}}""",
        "Each of template.values is one line, without tabs and without five spaces in a row.")]
    public async Task Message_ThatIsNone_IsRefusedInWords(string json, string detail)
    {
        var phone = site.NewPhone();
        var id = await site.AskForPeopleAsync(phone);
        var answer = await site.SendAsync(site.Owner, id, JsonNode.Parse(json)!);
        Assert.Equal((HttpStatusCode.BadRequest, detail), (answer.Status, answer.Detail));
        var empty = await site.Owner.SendAsync("POST", $"/api/conversations/{id}/messages", null, ("Idempotency-Key", "empty"));
        Assert.Equal("The body is missing: this operation takes JSON.", empty.Detail);
        Assert.Contains("Idempotency-Key", (await site.Owner.PostAsync($"/api/conversations/{id}/messages", new { text = "a" })).Detail,
            StringComparison.Ordinal);
    }

    // Of every text of every body: PostgreSQL keeps no NUL, and half a character is none.
    [Theory]
    [InlineData("a\\u0000b")]
    [InlineData("a\\ud800")]
    [InlineData("\\udc00\\ud800b")]
    public async Task Text_ThatNobodyCanKeep_IsRefused_WhereverItStands(string text)
    {
        var document = (await site.Owner.GetAsync("/api/openapi.json")).Body!;
        var count = 0;
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                if (operation!["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"]?.ToString() is not { } type) continue;
                var members = document["components"]!["schemas"]![type.Split('/')[^1]]!["properties"]!.AsObject()
                    .Where(member => member.Value!["format"] is null && member.Value["type"]?.ToJsonString().Contains("\"string\"",
                        StringComparison.Ordinal) == true);
                foreach (var (member, _) in members)
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), path.Replace("{id}", "1", StringComparison.Ordinal));
                    request.Headers.Add("Sec-Fetch-Site", "same-origin");
                    request.Headers.Add("Idempotency-Key", "odd");
                    request.Content = new StringContent($"{{\"{member}\":\"{text}\"}}", Encoding.UTF8, "application/json");
                    using var answer = await site.Owner.Http.SendAsync(request);
                    Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{method} {path} {member}: {answer.StatusCode}");
                    count++;
                }
            }
        }

        Assert.True(count > 20, $"{count} members were tried.");
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Owner.GetAsync("/api/search?q=a%00b")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Owner.GetAsync("/api/threads?number=%00")).Status);
    }

    [Fact]
    public async Task Seen_BeyondWhatIsThere_HidesNothingThatComesLater()
    {
        var (agent, _, _) = await site.PersonAsync("agent");
        var phone = site.NewPhone();
        var id = await site.AskForPeopleAsync(phone);
        DeskSite.Done(await agent.PostAsync($"/api/threads/{id}/seen", new { messageId = long.MaxValue }));
        Assert.Equal(0, (int)(await agent.GetAsync($"/api/threads/{id}")).Body!["unread"]!);
        await site.SayAsync(phone, "later");
        await Site.UntilAsync(() => agent.GetAsync($"/api/threads/{id}"), answer => (int)answer.Body!["unread"]! == 1);
    }

    [Fact]
    public async Task Draft_ThatWasWrittenBeforeWhatComesLater_SaysSo()
    {
        var (agent, _, _) = await site.PersonAsync("agent");
        var phone = site.NewPhone();
        var id = await site.AskForPeopleAsync(phone);
        DeskSite.Done(await agent.SendAsync("PUT", $"/api/threads/{id}/draft", new { body = "a", baseMessageId = long.MaxValue }));
        await site.SayAsync(phone, "later");
        await Site.UntilAsync(
            () => agent.GetAsync($"/api/threads/{id}/drafts"), answer => (bool)answer.Body!.AsArray()[0]!["movedOn"]!);
    }

    [Fact]
    public async Task Thread_IsGivenToNobodyWhoDoesNotSeeIt()
    {
        var id = await site.AskForPeopleAsync(site.NewPhone());
        var (_, _, other) = await site.PersonAsync("agent", [Site.Habits]);
        var refused = await site.Owner.PostAsync($"/api/threads/{id}/assign", new { to = other });
        Assert.Equal((HttpStatusCode.Conflict, "not_seen"), (refused.Status, refused.Code));
        var (_, _, one) = await site.PersonAsync("agent", [Site.Habits, Site.Echo]);
        DeskSite.Done(await site.Owner.PostAsync($"/api/threads/{id}/assign", new { to = one }));
    }

    // Meta's ids have the telephone in them, in Base64.
    [Fact]
    public async Task Reviewer_OpensAFile_AndNeitherAnswerNorLogTellTheTelephone()
    {
        var phone = site.NewPhone();
        await site.DoAsync(phone, "image", new JsonObject { ["id"] = await site.FileAsync(Pictures.Dot, "image/png") });
        var messages = await Site.UntilAsync(() => site.MessagesAsync(phone), messages => messages.Count > 0);
        var provider = messages[0]["providerId"]!.ToString();
        Assert.Contains(phone, Encoding.UTF8.GetString(Convert.FromBase64String(provider["wamid.".Length..])), StringComparison.Ordinal);
        var (reviewer, _, user) = await site.PersonAsync("reviewer");
        var id = (await site.ConversationAsync(phone))!["id"];
        var seen = (await reviewer.GetAsync($"/api/conversations/{id}/messages")).Body!["items"]![0]!;
        Assert.Null(seen["providerId"]);
        var opened = await Site.UntilAsync(
            () => reviewer.GetAsync($"/api/files?message={seen["id"]}"), answer => answer.Status == HttpStatusCode.Redirect);
        var link = opened.Raw.Headers.Location!.ToString();
        var token = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(link.Split('/')[^1].Split('.')[0]));
        Assert.DoesNotContain("wamid", token, StringComparison.Ordinal);
        using var http = new HttpClient();
        Assert.Equal(Pictures.Dot, await http.GetByteArrayAsync(link));
        var rows = await site.QueryAsync<string>($"select object from auth.audit where action = 'OpenFile' and user_id = {user}");
        Assert.All(rows, row => Assert.Matches($"^file [0-9]+ of conversation {id}$", row));
        Assert.NotEmpty(rows);
    }

    [Fact]
    public async Task Buttons_ComeBackAsWhatWasTapped()
    {
        var phone = site.NewPhone();
        var id = await site.AskForPeopleAsync(phone);
        Assert.Equal(
            HttpStatusCode.Accepted, (await site.SendAsync(site.Owner, id, new
            {
                text = "Shall I call?", buttons = new[] { "Yes",
                "No" }
            })).Status);
        await Site.UntilAsync(
            () => site.BubblesAsync(phone), bubbles => bubbles.Exists(bubble =>
                bubble.ToJsonString().Contains("Shall I call?", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Resolved_IsOpenAgainWhenThePersonWrites_AndNotesAreKept()
    {
        var (ann, _, annId) = await site.PersonAsync("agent");
        var phone = site.NewPhone();
        var id = await site.AskForPeopleAsync(phone);
        var version = (long)(await ann.GetAsync($"/api/threads/{id}")).Body!["version"]!;
        DeskSite.Done(await ann.PostAsync($"/api/threads/{id}/status", new { status = "resolved", version }));
        Assert.Equal("changed", (await ann.PostAsync($"/api/threads/{id}/status", new { status = "open", version })).Code);
        await site.SayAsync(phone, "wait");
        await Site.UntilAsync(() => site.ThreadAsync(phone), thread => thread?["status"]?.ToString() == "open");

        var note = await ann.PostAsync($"/api/threads/{id}/notes", new { body = "Wants a refund" });
        Assert.Equal((HttpStatusCode.Created, annId), (note.Status, (long)note.Body!["user"]!));
        Assert.Single((await ann.GetAsync($"/api/threads/{id}/notes")).Body!["items"]!.AsArray());
        Assert.DoesNotContain(await site.TextsAsync(phone), text => text.Contains("refund", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scope_ByNumber_HidesTheConversationsOfOthers_AndViewersSeeNoTelephones()
    {
        var phone = site.NewPhone();
        var id = await site.AskForPeopleAsync(phone);
        var (other, _, _) = await site.PersonAsync("agent", [Site.Habits]);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/threads/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.SendAsync(other, id, new { text = "a" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/api/threads/{id}/claim", new { })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/api/threads/{id}/notes", new { body = "a" })).Status);
        Assert.DoesNotContain(
            (await other.GetAsync("/api/threads?size=200")).Body!["items"]!.AsArray(), thread =>
                thread!["number"]!.ToString() != Site.Habits);
        Assert.Empty((await other.GetAsync("/api/search?q=human")).Body!["items"]!.AsArray());

        var (viewer, _, _) = await site.PersonAsync("viewer");
        var seen = (await viewer.GetAsync($"/api/threads/{id}")).Body!["person"]!;
        Assert.Equal("…" + phone[^2..], seen["phone"]!.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, (await site.SendAsync(viewer, id, new { text = "a" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await viewer.GetAsync($"/api/conversations?phone={phone}")).Status);
    }

    [Fact]
    public async Task Program_WritesWithoutTakingOver_StartsConversations_AndClaimsNothing()
    {
        var (program, keyId) = await site.KeyAsync("shop", "conversations:write", "conversations:read");
        var phone = site.NewPhone();
        await site.SayAsync(phone, "hello");
        await site.HasAsync(phone, "re:hello");
        var thread = await Site.UntilAsync(() => site.ThreadAsync(phone), found => found is not null);
        var id = (long)thread!["conversationId"]!;
        var sent = await site.SendAsync(program, id, new { text = "Your parcel is on its way." });
        Assert.StartsWith($"key:{keyId}/", sent.Body!["origin"]!.ToString(), StringComparison.Ordinal);
        await site.HasAsync(phone, "Your parcel is on its way.");
        await site.SayAsync(phone, "great");
        await site.HasAsync(phone, "re:great");
        Assert.Equal(HttpStatusCode.Forbidden, (await program.PostAsync($"/api/threads/{id}/claim", new { })).Status);

        // Somebody who never wrote: own words do not go, and the history says why.
        var stranger = site.NewPhone();
        var start = new { number = Site.Echo, phone = "+" + stranger, marketing = false, text = "Hello!" };
        var started = await program.SendAsync("POST", "/api/conversations", start, ("Idempotency-Key", "start"));
        Assert.Equal(HttpStatusCode.Accepted, started.Status);
        Assert.Equal(
            started.Body!["origin"]!.ToString(),
            (await program.SendAsync("POST", "/api/conversations", start, ("Idempotency-Key", "start"))).Body!["origin"]!.ToString());
        var found = await Site.UntilAsync(
            async () => (await program.GetAsync(started.Raw.Headers.Location!.ToString())).Body!["items"]!.AsArray(), items =>
                items.Count == 1);
        var messages = await Site.UntilAsync(
            async () => (await program.GetAsync($"/api/conversations/{found[0]!["id"]}/messages")).Body!["items"]!.AsArray(), items =>
                items.Count == 1);
        Assert.Equal(
            ("blocked_by_window", started.Body!["origin"]!.ToString()),
            (messages[0]!["statuses"]![0]!["status"]!.ToString(), messages[0]!["origin"]!.ToString()));
        Assert.Empty(await site.TextsAsync(stranger));
    }

    [Fact]
    public async Task Search_AndStatus_Answer()
    {
        var phone = site.NewPhone();
        await site.SayAsync(phone, "my zeppelin is late");
        var found = await Site.UntilAsync(
            async () => (await site.Owner.GetAsync("/api/search?q=zeppel")).Body!["items"]!.AsArray(), items => items.Count > 0);
        Assert.Contains(found, item => item!["person"]!["phone"]!.ToString() == phone);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Owner.GetAsync("/api/search")).Status);
        var status = (await site.Owner.GetAsync("/api/system-status")).Body!;
        Assert.True((long)status["memoryBytes"]! > 1_000_000 && status["version"]!.ToString().Length > 0);
        Assert.True((int)status["traffic"]!["answers"]!["count"]! > 0 && (double)status["traffic"]!["answers"]!["p99"]! > 0);
    }
}
