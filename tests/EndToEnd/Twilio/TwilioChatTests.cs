using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Media;

namespace WhatsAppBots.EndToEnd.Tests.Twilio;

public sealed class TwilioChatTests(TwilioSite site) : IClassFixture<TwilioSite>
{
    [Fact]
    public async Task Chat_WithNumbersInPlaceOfButtons_GoesItsWay()
    {
        const string Phone = "15557770001";
        Assert.Contains("\n2. ", await HearAsync("hi", 1), StringComparison.Ordinal);
        Assert.Contains("1. Begin – Send photos", await HearAsync("Portraits", 2), StringComparison.Ordinal);
        Assert.Contains("1. I'm ready\n2. Show examples", await HearAsync("1.", 1), StringComparison.Ordinal);
        Assert.Contains("Standing, from head to toe", await HearAsync("२", 1), StringComparison.Ordinal);
        Assert.Contains("1. I agree", await HearAsync("1️⃣", 1), StringComparison.Ordinal);
        await HearAsync("i agree", 1);
        Assert.Equal("Collecting", (await site.ConversationAsync(Phone, TwilioSite.TwilioHub))!["state"]!.ToString());

        // As the history shows it: what the person saw.
        Assert.Contains(
            await site.MessagesAsync(Phone, TwilioSite.TwilioHub), message =>
                message["text"]!.ToString().EndsWith("1. I'm ready\n2. Show examples", StringComparison.Ordinal));

        async Task<string> HearAsync(string text, int answers)
        {
            var before = (await site.BubblesAsync(Phone, TwilioSite.TwilioHub)).Count;
            await site.SayAsync(Phone, text, TwilioSite.TwilioHub);
            return (await Site.UntilAsync(() => site.TextsAsync(Phone, TwilioSite.TwilioHub), texts => texts.Count >= before + answers))[^1];
        }
    }

    [Fact]
    public async Task Photo_BehindCredentialsAndARedirect_IsFetchedIntoTheMediaStore()
    {
        const string Phone = "15557770002";
        var file = await site.FileAsync(Pictures.Dot, "image/png");
        var sid = await site.DoAsync(Phone, "image", new JsonObject { ["id"] = file, ["caption"] = "look" }, TwilioSite.TwilioEcho);
        await Site.UntilAsync(
            () => site.GetAsync($"/api/files?message={sid}"), answer => answer.Status == System.Net.HttpStatusCode.OK);
        var key = (await Site.UntilAsync(
            () => site.QueryAsync<string>($"select store_key from chat.media where message_provider_id = '{sid}' and length(sha256) = 64"), keys => keys.Count == 1))[0];
        await using var stored = await site.Services.GetRequiredService<IMediaStore>().OpenAsync(key, CancellationToken.None);
        using var copy = new MemoryStream();
        await stored!.Content.CopyToAsync(copy);
        Assert.Equal(Pictures.Dot, copy.ToArray());
        Assert.Equal("look", (await site.MessagesAsync(Phone, TwilioSite.TwilioEcho))[0]["text"]!.ToString());
    }

    [Fact]
    public async Task File_OfOurStore_IsFetchedByItsLinkAndArrives()
    {
        const string Phone = "15557770003";
        await site.SayAsync(Phone, "send me something", TwilioSite.TwilioEcho);
        await Site.UntilAsync(() => site.BubblesAsync(Phone, TwilioSite.TwilioEcho), bubbles => bubbles.Count == 1);
        var key = MediaKeys.New("png");
        await site.Services.GetRequiredService<IMediaStore>().WriteAsync(key, new MemoryStream(Pictures.Dot), "image/png", CancellationToken.None);
        var media = new MediaMessage(MediaKind.Image, new MediaSource(StoreKey: key), "yours");
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(Phone, media));

        var bubble = (await Site.UntilAsync(() => site.BubblesAsync(Phone, TwilioSite.TwilioEcho), bubbles => bubbles.Count == 2))[1];
        Assert.Equal(("image", "yours"), (bubble["type"]!.ToString(), bubble["body"]!["caption"]!.ToString()));
        Assert.Equal(Pictures.Dot, await site.DownloadAsync($"/sim/media/{bubble["body"]!["id"]}"));

        // Only by a link of ours.
        var link = (await PostedAsync(Phone))[^1]!["MediaUrl"]!.ToString()[site.Url.Length..];
        Assert.Equal(System.Net.HttpStatusCode.OK, (await site.GetAsync(link, key: null)).Status);
        using var http = new HttpClient();
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, site.Url + link));
        Assert.Equal(("image/png", (long?)Pictures.Dot.Length), (head.Content.Headers.ContentType?.MediaType, head.Content.Headers.ContentLength));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.GetAsync($"/files/{key}/{key}", key: null)).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.GetAsync(link.Replace("/files/", "/files/x", StringComparison.Ordinal), key: null)).Status);
    }

    [Theory]
    [InlineData("15557770011", "20429")]
    [InlineData("15557770012", "lost_answer")]
    [InlineData("15557770013", "garbage")]
    public async Task Twilio_ThatFails_CostsNoAnswerAndDoublesNone(string phone, string kind)
    {
        await site.SimulateAsync("/sim/faults", new JsonObject { ["kind"] = kind, ["count"] = 1, ["to"] = phone });
        await site.SayAsync(phone, "one", TwilioSite.TwilioEcho);
        await site.SayAsync(phone, "two", TwilioSite.TwilioEcho);
        await Site.UntilAsync(() => site.TextsAsync(phone, TwilioSite.TwilioEcho), texts => texts.Count >= 2);
        await Site.UntilAsync(
            () => site.MessagesAsync(phone, TwilioSite.TwilioEcho), messages => messages.Count(message => message["status"]!.ToString() == "delivered") == 2);
        Assert.Equal(["n=1 re:one", "n=2 re:two"], await site.TextsAsync(phone, TwilioSite.TwilioEcho));

        // Accepted although nobody said so: asked for once, found out by the status that carries our row's id.
        if (kind is "lost_answer" or "garbage") Assert.Equal(2, (await PostedAsync(phone)).Count);
    }

    [Theory]
    [InlineData("15557770020", "63016", "blocked_by_window", 63016)]
    [InlineData("15557770021", "21211", "failed", 21211)]
    [InlineData("15557770022", "failed:63016", "failed", 63016)]
    [InlineData("15557770023", "21610", "failed", 21610)]
    public async Task Message_ThatTwilioRefuses_IsShownWithItsError(string phone, string kind, string status, int code)
    {
        await site.SimulateAsync("/sim/faults", new JsonObject { ["kind"] = kind, ["count"] = 1, ["to"] = phone });
        await site.SayAsync(phone, "one", TwilioSite.TwilioEcho);
        var messages = await Site.UntilAsync(
            () => site.MessagesAsync(phone, TwilioSite.TwilioEcho), messages => messages.Count == 2 && messages[1]["status"]!.ToString() == status);
        Assert.Contains(messages[1]["statuses"]!.AsArray(), step => (int?)step!["error"]?["code"] == code);
    }

    [Fact]
    public async Task Person_WhoHidesTheirPhone_IsHeardAndAnswered()
    {
        const string UserId = "US.13491208655302741918";
        await site.SayAsync(UserId, "by user id", TwilioSite.TwilioEcho);
        var posted = (await Site.UntilAsync(() => PostedAsync(UserId), posted => posted.Count == 1))[0]!;
        Assert.Equal($"whatsapp:{UserId}", posted["To"]!.ToString());
        Assert.Equal("n=1 re:id", posted["Body"]!.ToString());
        Assert.Equal(1, await site.CountAsync($"chat.people where user_id = '{UserId}' and phone is null"));

        // As JSON, and once the phone is told too: the same person.
        var form = TwilioSite.Text("15557770050", "SMhidden", "and by phone");
        form["ExternalUserId"] = UserId;
        Assert.Equal(System.Net.HttpStatusCode.OK, await site.PostJsonAsync(
            new JsonObject([.. form.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))]).ToJsonString()));
        await Site.UntilAsync(() => PostedAsync("15557770050"), phone => phone.Count == 1);
        Assert.Equal(1, await site.CountAsync($"chat.people where user_id = '{UserId}' and phone = '15557770050'"));
    }

    [Fact]
    public async Task Person_OnBothChannels_IsOneWithTwoConversations()
    {
        const string Phone = "15557770030";
        await site.SayAsync(Phone, "one", TwilioSite.TwilioEcho);
        await site.SayAsync(Phone, "two");
        await Site.UntilAsync(() => site.TextsAsync(Phone), texts => texts.Count == 1);
        await site.SayAsync(Phone, "three", TwilioSite.TwilioEcho);
        await Site.UntilAsync(() => site.TextsAsync(Phone, TwilioSite.TwilioEcho), texts => texts.Count == 2);

        Assert.Equal(["n=1 re:two"], await site.TextsAsync(Phone));
        Assert.Equal(["n=1 re:one", "n=2 re:three"], await site.TextsAsync(Phone, TwilioSite.TwilioEcho));
        Assert.Equal(1, await site.CountAsync($"chat.people where phone = '{Phone}'"));
        Assert.Equal(2, await site.CountAsync($"chat.conversations c join chat.people p on p.id = c.person_id where p.phone = '{Phone}'"));
    }

    [Fact]
    public async Task Template_GoesByItsContentSid_WithoutOneItIsBlocked()
    {
        const string Phone = "15557770040";
        var template = new TemplateMessage("greeting", "en", ["Ann"], "Hello Ann") { ButtonPayloads = ["go"] };
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(Phone, template));
        var bubble = (await Site.UntilAsync(() => site.BubblesAsync(Phone, TwilioSite.TwilioEcho), bubbles => bubbles.Count == 1))[0];
        Assert.Equal("""{"1":"Ann","2":"go"}""", (await PostedAsync(Phone))[0]!["ContentVariables"]!.ToString());
        Assert.Equal("HX22222222222222222222222222222222", bubble["body"]!["name"]!.ToString());

        var outcome = Assert.IsType<SendOutcome.Failed>(await SendAsync(Phone, template with { Name = "farewell" }));
        Assert.Equal(FailureKind.Window, outcome.Kind);
    }

    private Task<SendOutcome> SendAsync(string phone, OutgoingContent content) => site.Services.GetRequiredService<IChannel>().SendAsync(
        new OutgoingMessage(TwilioSite.TwilioEcho, new Recipient(phone, null), content, "m:0", null), CancellationToken.None);

    private async Task<JsonArray> PostedAsync(string phone) => JsonNode.Parse(await site.DownloadAsync($"/sim/outbox?to={phone}"))!.AsArray();
}
