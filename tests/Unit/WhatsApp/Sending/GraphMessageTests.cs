using System.Net;
using System.Text.Json.Nodes;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Media;
using WhatsAppBots.WhatsApp.Sending;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Sending;

public class GraphMessageTests
{
    private const string Head = """ "messaging_product":"whatsapp","recipient_type":"individual","to":"15551234567" """;

    [Fact]
    public Task Send_Text_IsGraphJson() => AssertBody(
        new TextMessage("שלום <b> 😀", PreviewUrl: true),
        $$$$"""{{{{{Head}}}},"type":"text","text":{"preview_url":true,"body":"שלום <b> 😀"},"biz_opaque_callback_data":"m:1"}""");

    [Fact]
    public Task Send_Buttons_IsGraphJson() => AssertBody(
        new ButtonsMessage("Sure?", [new Choice("y", "Yes"), new Choice("n", "No")], Footer: "foot")
        {
            HeaderImage = new MediaSource(Link: new Uri("https://example.com/a.jpg")),
        },
        $$$$"""
        {{{{{Head}}}},"type":"interactive","interactive":{"type":"button",
        "header":{"type":"image","image":{"link":"https://example.com/a.jpg"}},"body":{"text":"Sure?"},"footer":{"text":"foot"},
        "action":{"buttons":[{"type":"reply","reply":{"id":"y","title":"Yes"}},{"type":"reply","reply":{"id":"n","title":"No"}}]}},
        "biz_opaque_callback_data":"m:1"}
        """);

    [Fact]
    public Task Send_List_IsGraphJson() => AssertBody(
        new ListMessage("Pick", "Open", [new ListSection("One", [new Choice("1", "First", "the first")])], Header: "head"),
        $$$$"""
        {{{{{Head}}}},"type":"interactive","interactive":{"type":"list","header":{"type":"text","text":"head"},"body":{"text":"Pick"},
        "action":{"button":"Open","sections":[{"title":"One","rows":[{"id":"1","title":"First","description":"the first"}]}]}},
        "biz_opaque_callback_data":"m:1"}
        """);

    [Fact]
    public Task Send_Link_IsGraphJson() => AssertBody(
        new LinkMessage("Pay here", "Pay", new Uri("https://pay.example/x?y=1")),
        $$$$"""
        {{{{{Head}}}},"type":"interactive","interactive":{"type":"cta_url","body":{"text":"Pay here"},
        "action":{"name":"cta_url","parameters":{"display_text":"Pay","url":"https://pay.example/x?y=1"}}},
        "biz_opaque_callback_data":"m:1"}
        """);

    [Fact]
    public Task Send_Document_IsGraphJson() => AssertBody(
        new MediaMessage(MediaKind.Document, new MediaSource(ProviderId: "77"), "cap", "a.pdf"),
        $$$$"""
        {{{{{Head}}}},"type":"document","document":{"id":"77","caption":"cap","filename":"a.pdf"},"biz_opaque_callback_data":"m:1"}
        """);

    [Theory]
    [InlineData("👍", "👍")]
    [InlineData(null, "")]
    public Task Send_Reaction_IsGraphJsonWithoutContext(string? emoji, string sent) => AssertBody(
        new ReactionMessage("wamid.A", emoji),
        $$$$"""
        {{{{{Head}}}},"type":"reaction","reaction":{"message_id":"wamid.A","emoji":"{{{{sent}}}}"},"biz_opaque_callback_data":"m:1"}
        """,
        replyTo: "wamid.B");

    [Fact]
    public Task Send_Template_IsGraphJson() => AssertBody(
        new TemplateMessage("ready", "pt_BR", ["Ana", "3"], "text")
        {
            ButtonPayloads = ["go", "stop"],
            HeaderImage = new MediaSource(ProviderId: "5"),
        },
        $$$$"""
        {{{{{Head}}}},"type":"template","template":{"name":"ready","language":{"code":"pt_BR"},"components":[
        {"type":"header","parameters":[{"type":"image","image":{"id":"5"}}]},
        {"type":"body","parameters":[{"type":"text","text":"Ana"},{"type":"text","text":"3"}]},
        {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"go"}]},
        {"type":"button","sub_type":"quick_reply","index":"1","parameters":[{"type":"payload","payload":"stop"}]}]},
        "biz_opaque_callback_data":"m:1"}
        """);

    [Fact]
    public Task Send_ReplyToAPersonWithoutPhone_NamesTheUserId() => AssertBody(
        new TextMessage("hi"),
        """
        {"messaging_product":"whatsapp","recipient_type":"individual","recipient":"BR.1","context":{"message_id":"wamid.B"},
        "type":"text","text":{"preview_url":false,"body":"hi"}}
        """,
        new Recipient(null, "BR.1"), "wamid.B", callback: "");

    [Theory]
    [InlineData(true, ""","typing_indicator":{"type":"text"}""")]
    [InlineData(false, "")]
    public async Task Send_ReadMark_IsAcceptedWithoutId(bool typing, string rest)
    {
        var graph = new Graph().Answers(HttpStatusCode.OK, """{"success":true}""");
        var outcome = await graph.Channel().SendAsync(
            new OutgoingMessage("106", new Recipient("1", null), new ReadMark("wamid.A", typing), "", null), CancellationToken.None);
        Assert.Equal(new SendOutcome.Accepted(null), outcome);
        AssertJson($$"""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.A"{{rest}}}""", graph.Requests[0].Body);
    }

    [Fact]
    public async Task Send_HalfASurrogatePair_IsMended()
    {
        var graph = Accepting();
        var said = Assert.Single(((IChannel)graph.Channel()).Render(new TextMessage("a\ud83d"), 0).Parts);
        await graph.Channel().SendAsync(new OutgoingMessage("106", new Recipient("1", null), said, "", null), CancellationToken.None);
        Assert.Equal("a\uFFFD", (string?)JsonNode.Parse(graph.Requests[0].Body)!["text"]!["body"]);
    }

    [Fact]
    public async Task Send_StoredFile_IsUploadedOnceForEachNumber()
    {
        var time = new Testing.ManualTime();
        var graph = new Graph { Time = time };
        var key = MediaKeys.New("jpg");
        graph.Store.Files[key] = ([1, 2, 3], "image/jpeg");
        graph.Answers(HttpStatusCode.OK, """{"id":"900"}""").Then(Accept).Then(Accept);
        var channel = graph.Channel();
        await SendImage(channel, key, "106");
        await SendImage(channel, key, "106");
        Assert.Equal(["106/media", "106/messages", "106/messages"], graph.Requests.Select(request => request.Address[(Graph.Base.Length + 1)..]));
        Assert.Contains("name=\"messaging_product\"", graph.Requests[0].Body, StringComparison.Ordinal);
        Assert.Contains("image/jpeg", graph.Requests[0].Body, StringComparison.Ordinal);
        Assert.All(graph.Requests.Skip(1), request => Assert.Equal("900", (string?)JsonNode.Parse(request.Body)!["image"]!["id"]));

        time.Advance(TimeSpan.FromDays(30));
        graph.Answers(HttpStatusCode.OK, """{"id":"901"}""").Then(Accept).Answers(HttpStatusCode.OK, """{"id":"902"}""").Then(Accept);
        await SendImage(channel, key, "106");
        await SendImage(channel, key, "107");
        Assert.Equal(4 + 3, graph.Requests.Count);
    }

    [Fact]
    public async Task Send_UploadedIdNoLongerTaken_IsUploadedAnew()
    {
        var graph = new Graph();
        var key = MediaKeys.New("jpg");
        graph.Store.Files[key] = ([1], "image/jpeg");
        const string Refusal = """{"error":{"code":100,"message":"no such media"}}""";
        graph.Answers(HttpStatusCode.OK, """{"id":"1"}""").Then(Accept).Answers(HttpStatusCode.BadRequest, Refusal)
            .Answers(HttpStatusCode.OK, """{"id":"2"}""").Answers(HttpStatusCode.BadRequest, Refusal);
        var channel = graph.Channel();
        Assert.IsType<SendOutcome.Accepted>(await SendImage(channel, key, "106"));
        Assert.Equal(RetryScope.Pair, Assert.IsType<SendOutcome.Retry>(await SendImage(channel, key, "106")).Scope);
        Assert.IsType<SendOutcome.Failed>(await SendImage(channel, key, "106"));
    }

    [Theory]
    [InlineData(500, "{}", true)]
    [InlineData(200, "{}", true)]
    [InlineData(400, """{"error":{"code":131053}}""", false)]
    public async Task Send_UploadFails_IsRetriedOrFailedNeverUnknown(int status, string body, bool retried)
    {
        var graph = new Graph().Answers((HttpStatusCode)status, body);
        var key = MediaKeys.New("jpg");
        graph.Store.Files[key] = ([1], "image/jpeg");
        var outcome = await SendImage(graph.Channel(), key, "106");
        Assert.Equal(retried, outcome is SendOutcome.Retry);
        Assert.Equal(!retried, outcome is SendOutcome.Failed);
        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task Send_UploadBreaksOff_IsRetried()
    {
        var graph = new Graph().Throws(new HttpRequestException(HttpRequestError.ResponseEnded));
        var key = MediaKeys.New("jpg");
        graph.Store.Files[key] = ([1], "image/jpeg");
        Assert.IsType<SendOutcome.Retry>(await SendImage(graph.Channel(), key, "106"));
    }

    [Fact]
    public async Task Send_StoredFileGoneOrTooLarge_FailsBeforeAnyRequest()
    {
        var graph = new Graph();
        Assert.IsType<SendOutcome.Failed>(await SendImage(graph.Channel(), MediaKeys.New("jpg"), "106"));
        var key = MediaKeys.New("jpg");
        graph.Store.Files[key] = (new byte[11], "image/jpeg");
        graph.Options.Limits.ImageBytes = 10;
        var failed = Assert.IsType<SendOutcome.Failed>(await SendImage(graph.Channel(), key, "106"));
        Assert.Equal("image: 11 bytes, at most 10", failed.Error.Details);
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task Send_ButtonsWhosePictureIsGone_AreSentWithoutIt()
    {
        var graph = Accepting();
        var buttons = new ButtonsMessage("Which one?", [new("a", "A")]) { HeaderImage = new MediaSource(StoreKey: MediaKeys.New("jpg")) };
        var message = new OutgoingMessage("106", new Recipient("1", null), buttons, "", null);
        Assert.IsType<SendOutcome.Accepted>(await graph.Channel().SendAsync(message, CancellationToken.None));
        var sent = JsonNode.Parse(Assert.Single(graph.Requests).Body)!["interactive"]!;
        Assert.Equal("Which one?", (string?)sent["body"]!["text"]);
        Assert.Null(sent["header"]);
    }

    private static Task<SendOutcome> SendImage(CloudApiChannel channel, string key, string number) => channel.SendAsync(
        new OutgoingMessage(number, new Recipient("1", null), new MediaMessage(MediaKind.Image, new MediaSource(StoreKey: key)), "", null),
        CancellationToken.None);

    private static Graph Accepting() => Accept(new Graph());

    private static Graph Accept(Graph graph) => graph.Answers(HttpStatusCode.OK, """{"messages":[{"id":"wamid.X"}]}""");

    private static async Task AssertBody(
        OutgoingContent content, string json, Recipient? recipient = null, string? replyTo = null, string callback = "m:1")
    {
        var graph = Accepting();
        var outcome = await graph.Channel().SendAsync(
            new OutgoingMessage("106", recipient ?? new Recipient("15551234567", "US.1"), content, callback, replyTo), CancellationToken.None);
        Assert.Equal(new SendOutcome.Accepted("wamid.X"), outcome);
        var asked = Assert.Single(graph.Requests);
        Assert.Equal((Graph.Base + "/106/messages", "Bearer secret-token"), (asked.Address, asked.Authorization));
        AssertJson(json, asked.Body);
    }

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}
