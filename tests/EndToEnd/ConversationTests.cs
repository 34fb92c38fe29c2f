using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Media;

namespace WhatsAppBots.EndToEnd.Tests;

/// <summary>What goes in, what comes out, and what the API tells of it.</summary>
public sealed class ConversationTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Text_IsAnswered_AndBothAreInTheHistoryWithTheirStatuses()
    {
        const string Phone = "15553330001";
        var id = await site.SayAsync(Phone, "hello *there*");
        await Site.UntilAsync(() => site.TextsAsync(Phone), texts => texts.SequenceEqual(["n=1 re:*there*"]));
        await site.SimulateAsync("/sim/read", new JsonObject { ["number"] = Site.Echo, ["from"] = new JsonObject { ["waId"] = Phone } });

        var messages = await Site.UntilAsync(
            () => site.MessagesAsync(Phone), messages => messages.Count == 2 && messages[1]["status"]!.ToString() == "read");
        Assert.Equal(["in", "out"], messages.Select(message => message["direction"]!.ToString()));
        Assert.Equal(["text", "text"], messages.Select(message => message["type"]!.ToString()));
        Assert.Equal(["hello *there*", "n=1 re:*there*"], messages.Select(message => message["text"]!.ToString()));
        Assert.Equal(id, messages[0]["providerId"]!.ToString());
        Assert.Equal("received", messages[0]["status"]!.ToString());
        Assert.Equal((await site.BubblesAsync(Phone))[0]["id"]!.ToString(), messages[1]["providerId"]!.ToString());
        Assert.Equal("hello *there*", messages[0]["raw"]!["text"]!["body"]!.ToString());
        Assert.Superset(
            new HashSet<string> { "sent", "delivered", "read" },
            messages[1]["statuses"]!.AsArray().Select(status => status!["status"]!.ToString()).ToHashSet());
        Assert.All(messages[1]["statuses"]!.AsArray(), status =>
            Assert.EndsWith("Z", status!["at"]!.ToString(), StringComparison.Ordinal));
        var conversation = await site.ConversationAsync(Phone);
        Assert.Equal(("echo", Site.Echo, "Ann", "Echoing"), (
            conversation!["bot"]!.ToString(), conversation["number"]!.ToString(), conversation["person"]!["name"]!.ToString(),
            conversation["state"]!.ToString()));
    }

    [Fact]
    public async Task Lists_ArePaged()
    {
        foreach (var n in Enumerable.Range(0, 5)) await site.SayAsync("15553330002", n.ToString(CultureInfo.InvariantCulture));
        await Site.UntilAsync(() => site.MessagesAsync("15553330002"), messages => messages.Count == 10);
        var id = (await site.ConversationAsync("15553330002"))!["id"];

        List<string> seen = [];
        string? page = null;
        do
        {
            var (status, body) = await site.GetAsync($"/api/conversations/{id}/messages?size=3" + (page is null ? "" : $"&page={page}"));
            Assert.Equal(HttpStatusCode.OK, status);
            var answer = JsonNode.Parse(body)!;
            Assert.InRange(answer["items"]!.AsArray().Count, 1, 3);
            seen.AddRange(answer["items"]!.AsArray().Select(item => item!["id"]!.ToString()));
            page = answer["next"]?.ToString();
        }
        while (page is not null);

        Assert.Equal(10, seen.Distinct().Count());
        Assert.Equal(HttpStatusCode.BadRequest, (await site.GetAsync($"/api/conversations/{id}/messages?page=forged")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.GetAsync("/api/conversations?size=0")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/api/conversations/999999999/messages")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/api/conversations/ten/messages")).Status);
    }

    [Fact]
    public async Task Photo_ThatNoBotWants_IsLeftAtWhatsAppUntilSomebodyAsksForIt()
    {
        const string Phone = "15553330003";
        var file = await site.FileAsync(Pictures.Dot, "image/png");
        var id = await site.DoAsync(Phone, "image", new JsonObject { ["id"] = file, ["caption"] = "look" });

        await Site.UntilAsync(() => site.CountAsync($"chat.media where message_provider_id = '{id}'"), count => count == 1);
        Assert.Null(await StoredAsync(id));
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetAsync($"/api/files?message={id}", key: null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/api/files?message=wamid.nobody")).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync($"/api/files?message={id}")).Status);
        var key = await StoredAsync(id);
        await using var stored = await site.Services.GetRequiredService<IMediaStore>().OpenAsync(key!, CancellationToken.None);
        using var copy = new MemoryStream();
        await stored!.Content.CopyToAsync(copy);
        Assert.Equal(Pictures.Dot, copy.ToArray());
        Assert.Equal("look", (await site.MessagesAsync(Phone))[0]["text"]!.ToString());
    }

    [Fact]
    public async Task File_OfOurStore_IsUploadedAndArrives()
    {
        const string Phone = "15553330004";
        await site.SayAsync(Phone, "send me something");
        var store = site.Services.GetRequiredService<IMediaStore>();
        var key = MediaKeys.New("png");
        await store.WriteAsync(key, new MemoryStream(Pictures.Dot), "image/png", CancellationToken.None);
        var outcome = await site.Services.GetRequiredService<IChannel>().SendAsync(
            new OutgoingMessage(
                Site.Echo, new Recipient(Phone, null), new MediaMessage(MediaKind.Image, new MediaSource(StoreKey: key, MimeType: "image/png"), "yours"),
                "m:0", null),
            CancellationToken.None);

        Assert.IsType<SendOutcome.Accepted>(outcome);
        var bubble = (await Site.UntilAsync(() => site.BubblesAsync(Phone), bubbles => bubbles.Exists(b => b["type"]!.ToString() == "image")))
            .Single(b => b["type"]!.ToString() == "image");
        Assert.Equal("yours", bubble["body"]!["caption"]!.ToString());
        Assert.Equal(Pictures.Dot, await site.DownloadAsync($"/sim/media/{bubble["body"]!["id"]}"));
    }

    [Theory]
    [InlineData("15553330010", "500", 2)]
    [InlineData("15553330011", "130429", 1)]
    [InlineData("15553330012", "131056", 1)]
    [InlineData("15553330013", "slow", 1)]
    [InlineData("15553330014", "lost_answer", 1)]
    [InlineData("15553330015", "garbage", 1)]
    public async Task Graph_ThatFails_CostsNoAnswerAndDoublesNone(string phone, string kind, int count)
    {
        await site.SimulateAsync("/sim/faults", new JsonObject { ["kind"] = kind, ["count"] = count, ["delayMs"] = kind == "slow" ? 700 : 0, ["to"] = phone });
        await site.SayAsync(phone, "one");
        await site.SayAsync(phone, "two");
        await Site.UntilAsync(() => site.TextsAsync(phone), texts => texts.Count >= 2);
        await Site.UntilAsync(
            () => site.MessagesAsync(phone), messages => messages.Count(message => message["status"]!.ToString() == "delivered") == 2);
        Assert.Equal(["n=1 re:one", "n=2 re:two"], await site.TextsAsync(phone));
    }

    [Theory]
    [InlineData("15553330020", "131047", "blocked_by_window")]
    [InlineData("15553330021", "131026", "failed")]
    [InlineData("15553330022", "failed:131049", "failed")]
    public async Task Message_ThatMetaRefuses_IsShownWithItsError(string phone, string kind, string status)
    {
        await site.SimulateAsync("/sim/faults", new JsonObject { ["kind"] = kind, ["count"] = 1, ["to"] = phone });
        await site.SayAsync(phone, "one");
        var messages = await Site.UntilAsync(
            () => site.MessagesAsync(phone), messages => messages.Count == 2 && messages[1]["status"]!.ToString() == status);
        var code = kind.Replace("failed:", "", StringComparison.Ordinal);
        Assert.Contains(messages[1]["statuses"]!.AsArray(), step => step!["error"]?["code"]?.ToString() == code);

        await site.SayAsync(phone, "two");
        await Site.UntilAsync(() => site.TextsAsync(phone), texts => texts.Contains("n=2 re:two"));
    }

    [Fact]
    public async Task Webhooks_BatchedDoubledAndShuffled_AreEachTakenOnce()
    {
        await site.SimulateAsync("/sim/delivery", new JsonObject { ["batch"] = 7, ["double"] = true, ["shuffle"] = true });
        try
        {
            var phones = Enumerable.Range(0, 8).Select(n => $"1555333004{n}").ToList();
            foreach (var phone in phones) await site.SayAsync(phone, "hi");
            foreach (var phone in phones)
            {
                await Site.UntilAsync(() => site.TextsAsync(phone), texts => texts.SequenceEqual(["n=1 re:hi"]));
                await Site.UntilAsync(() => site.MessagesAsync(phone), messages => messages.Count == 2 && messages[1]["status"]!.ToString() == "delivered");
            }
        }
        finally
        {
            await site.SimulateAsync("/sim/delivery", []);
        }
    }

    [Fact]
    public async Task Person_WhoIsErased_LeavesNothing()
    {
        const string Phone = "15553330030";
        await site.SayAsync(Phone, "delete my data", Site.Hub);
        var ask = (await Site.UntilAsync(() => site.BubblesAsync(Phone, Site.Hub), bubbles => bubbles.Count == 1))[0];
        var reply = ask["body"]!["action"]!["buttons"]![0]!["reply"]!.AsObject();
        await site.DoAsync(Phone, "interactive", new JsonObject { ["type"] = "button_reply", ["button_reply"] = reply.DeepClone() }, Site.Hub);

        await Site.UntilAsync(() => site.BubblesAsync(Phone, Site.Hub), bubbles => bubbles.Count == 2);
        await Site.UntilAsync(() => site.ConversationAsync(Phone, Site.Hub), conversation => conversation is null);
        foreach (var table in new[] { "chat.people where phone", "chat.identities where value", "chat.messages where body like '%' ||" })
        {
            await Site.UntilAsync(() => site.CountAsync($"{table} {(table.EndsWith('|') ? $"'{Phone}' || '%'" : $"= '{Phone}'")}"), none => none == 0);
        }
    }

    [Fact]
    public async Task MyData_IsACopyByALinkThatNobodyElseCanMake()
    {
        const string Phone = "15551110077";
        await site.SayAsync(Phone, "a secret of mine");
        var photo = await site.DoAsync(Phone, "image", new JsonObject { ["id"] = await site.FileAsync(Pictures.Dot, "image/png") });
        await Site.UntilAsync(() => site.GetAsync($"/api/files?message={photo}"), answer => answer.Status == HttpStatusCode.OK);
        await site.SayAsync(Phone, "my data");
        var link = await Site.UntilAsync(
            async () => (await site.BubblesAsync(Phone)).Select(bubble => bubble["body"]!["action"]?["parameters"]?["url"]?.ToString()).FirstOrDefault(url => url is not null),
            url => url is not null);

        using var http = new HttpClient();
        await using var zip = await System.IO.Compression.ZipArchive.CreateAsync(
            new MemoryStream(await http.GetByteArrayAsync(link)), System.IO.Compression.ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null);
        async Task<string> TextAsync(string name)
        {
            using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync());
            return await reader.ReadToEndAsync();
        }

        Assert.Equal(Phone, JsonNode.Parse(await TextAsync("profile.json"))!["person"]!["phone"]!.ToString());
        Assert.Contains("a secret of mine", await TextAsync("messages.jsonl"), StringComparison.Ordinal);
        Assert.Single(zip.Entries, entry => entry.FullName.StartsWith("files/", StringComparison.Ordinal));
        Assert.DoesNotContain("15551110078", await TextAsync("messages.jsonl"), StringComparison.Ordinal);
        foreach (var forged in new[] { link![..^1] + (link[^1] == 'A' ? 'B' : 'A'), link.Replace("my-data/", "pictures/", StringComparison.Ordinal), site.Url + "/my-data/x" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(forged)).StatusCode);
        }
    }

    [Fact]
    public async Task Twilio_WithNothingSet_IsStoodInFor()
    {
        const string Number = "+14155238886";
        await site.SayAsync("15553330060", "hi", Number);
        var texts = await Site.UntilAsync(() => site.TextsAsync("15553330060", Number), texts => texts.Count == 1);
        Assert.Matches(@"\n\n1\. \w+ – ", texts[0]);
    }

    [Fact]
    public async Task Health_TellsOfEachDependency()
    {
        var (status, body) = await site.GetAsync("/health", key: null);
        Assert.Equal(HttpStatusCode.OK, status);
        var health = JsonNode.Parse(body)!;
        Assert.True((bool)health["alive"]! && (bool)health["ready"]!);

        // What the host can do without is not among them: it is told in the log, at start.
        Assert.Equal(
            ["ai", "clock", "clock set ahead", "engine", "environment", "media", "media space", "pictures", "postgresql", "twilio", "whatsapp"],
            health["dependencies"]!.AsObject().Select(dependency => dependency.Key).Order());
        foreach (var app in new[] { "messages", "images", "payments", "maintenance", "admin" })
        {
            Assert.Equal(HttpStatusCode.OK, (await site.GetAsync($"/health/{app}", key: null)).Status);
        }
    }

    private async Task<string?> StoredAsync(string messageId) =>
        (await site.QueryAsync<string>($"select store_key from chat.media where message_provider_id = '{messageId}'")).SingleOrDefault();
}
