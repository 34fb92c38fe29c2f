using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Twilio;

public class TwilioSendTests
{
    private const string Accepted = """{"sid":"SM1","status":"queued"}""";

    [Fact]
    public async Task Text_IsPostedWithCredentialsAndTheAddressForItsStatuses()
    {
        var server = new TwilioServer().Answers(201, Accepted);
        Assert.Equal(new SendOutcome.Accepted("SM1"), await Send(server, new TextMessage("hi & bye")));
        var (address, authorization, form) = Assert.Single(server.Requests);
        Assert.Equal(("https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json", TwilioServer.Credentials), (address, authorization));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["From"] = "whatsapp:+14155238886", ["To"] = "whatsapp:+15551234567", ["Body"] = "hi & bye",
                ["StatusCallback"] = "https://bots.example/sub/webhook/twilio/status?row=m:1",
            },
            form);
    }

    [Fact]
    public async Task File_IsALinkThatIsSigned()
    {
        var server = new TwilioServer().Answers(201, Accepted);
        server.Store.Files["abcdef.pdf"] = (new byte[10], "application/pdf");
        await Send(server, new MediaMessage(MediaKind.Document, new MediaSource(StoreKey: "abcdef.pdf"), FileName: "bill 1.pdf"));
        Assert.Matches("^https://bots.example/sub/files/[A-Za-z0-9_.-]+/bill%201.pdf$", server.Requests[0].Form["MediaUrl"]);
        Assert.DoesNotContain("abcdef", server.Requests[0].Form["MediaUrl"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_GoneOrTooLarge_FailsWithoutARequest()
    {
        var server = new TwilioServer();
        server.Store.Files["abcdef.jpg"] = (new byte[101], "image/jpeg");
        server.Options.ImageBytes = 100;
        foreach (var key in new[] { "abcdef.jpg", "missing.jpg" })
        {
            var outcome = await Send(server, new MediaMessage(MediaKind.Image, new MediaSource(StoreKey: key)));
            Assert.Equal(FailureKind.Message, Assert.IsType<SendOutcome.Failed>(outcome).Kind);
        }

        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("en", "HX1")]
    [InlineData("es", "HX2")]
    public async Task Template_GoesByTheContentSidOfItsLanguage(string language, string sid)
    {
        var server = new TwilioServer().Answers(201, Accepted);
        await Send(server, new TemplateMessage("hello", language, ["Ann \"A\""], "Hello Ann") { ButtonPayloads = ["go"] });
        Assert.Equal(sid, server.Requests[0].Form["ContentSid"]);
        Assert.Equal("""{"1":"Ann \u0022A\u0022","2":"go"}""", server.Requests[0].Form["ContentVariables"]);
        Assert.DoesNotContain("Body", server.Requests[0].Form.Keys);
    }

    [Fact]
    public async Task Template_WithoutAContentSid_IsBlockedByTheWindow()
    {
        var failed = Assert.IsType<SendOutcome.Failed>(await Send(new TwilioServer(), new TemplateMessage("bye", "en", [], "Bye")));
        Assert.Equal(FailureKind.Window, failed.Kind);
        Assert.Contains("TWILIO_TEMPLATES", failed.Error.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadMarkAndReaction_AreNoRequest()
    {
        var server = new TwilioServer();
        Assert.Equal(new SendOutcome.Accepted(null), await Send(server, new ReadMark("SM1", true)));
        Assert.Equal(new SendOutcome.Accepted(null), await Send(server, new ReactionMessage("SM1", "👍")));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(429, 20429, null, null)]
    [InlineData(429, 20429, "7", 7)]
    [InlineData(400, 63018, null, null)]
    [InlineData(429, 99999, null, null)]
    [InlineData(400, 63038, null, 3600)]
    public async Task Send_TooFast_PausesTheNumber(int status, int code, string? retryAfter, int? seconds)
    {
        var retry = Assert.IsType<SendOutcome.Retry>(await Send(new TwilioServer().Answers(status, Error(code), retryAfter: retryAfter), new TextMessage("hi")));
        Assert.Equal((RetryScope.Number, code, seconds), (retry.Scope, retry.Error.Code, (int?)retry.After?.TotalSeconds));
    }

    [Theory]
    [InlineData(400, 63016, FailureKind.Window)]
    [InlineData(400, 21211, FailureKind.Recipient)]
    [InlineData(400, 63003, FailureKind.Recipient)]
    [InlineData(400, 63024, FailureKind.Recipient)]
    [InlineData(400, 21610, FailureKind.OptedOut)]
    [InlineData(400, 63049, FailureKind.Marketing)]
    [InlineData(401, 20003, FailureKind.Sender)]
    [InlineData(400, 63007, FailureKind.Sender)]
    [InlineData(404, 20404, FailureKind.Sender)]
    [InlineData(403, 99999, FailureKind.Sender)]
    [InlineData(400, 21617, FailureKind.Message)]
    [InlineData(400, 63019, FailureKind.Message)]
    [InlineData(400, 99999, FailureKind.Message)]
    public async Task Send_Refused_FailsForItsReason(int status, int code, FailureKind kind)
    {
        var failed = Assert.IsType<SendOutcome.Failed>(await Send(new TwilioServer().Answers(status, Error(code)), new TextMessage("hi")));
        Assert.Equal((kind, code, "title"), (failed.Kind, failed.Error.Code, failed.Error.Title));
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(503, """{"code":20500}""")]
    [InlineData(201, "<html>")]
    [InlineData(201, "{}")]
    public async Task Send_AnswerThatTellsNothing_IsUnknown(int status, string body) =>
        Assert.IsType<SendOutcome.Unknown>(await Send(new TwilioServer().Answers(status, body), new TextMessage("hi")));

    [Fact]
    public async Task Send_NobodyThere_IsTriedAgain() => Assert.IsType<SendOutcome.Retry>(await Send(new TwilioServer(), new TextMessage("hi")));

    [Fact]
    public async Task Send_ToAPersonWhoHidesTheirPhone_GoesToTheirUserId()
    {
        var server = new TwilioServer().Answers(201, Accepted);
        var message = new OutgoingMessage("+14155238886", new Recipient(null, "US.13491208655302741918"), new TextMessage("hi"), "m:1", null);
        Assert.IsType<SendOutcome.Accepted>(await server.Channel().SendAsync(message, CancellationToken.None));
        Assert.Equal("whatsapp:US.13491208655302741918", server.Requests[0].Form["To"]);
    }

    [Fact]
    public async Task Send_WithoutAnAddress_FailsForThePerson()
    {
        var message = new OutgoingMessage("+14155238886", new Recipient(null, null), new TextMessage("hi"), "m:1", null);
        var outcome = await new TwilioServer().Channel().SendAsync(message, CancellationToken.None);
        Assert.Equal(FailureKind.Recipient, Assert.IsType<SendOutcome.Failed>(outcome).Kind);
    }

    [Fact]
    public void Check_NamesTheField()
    {
        var channel = new TwilioServer().Channel();
        Assert.Empty(channel.Check(new TextMessage(new string('x', 1600))));
        Assert.Equal(["Body: 1601 characters, at most 1600"], channel.Check(new TextMessage(new string('x', 1601))));
        Assert.Equal(["Body: empty"], channel.Check(new TextMessage(" ")));
        Assert.Single(channel.Check(new MediaMessage(MediaKind.Image, new MediaSource(ProviderId: "1"))));
        Assert.Single(channel.Check(new ButtonsMessage("a", [new("b", "c")])));
    }

    private static Task<SendOutcome> Send(TwilioServer server, OutgoingContent content) => server.Channel().SendAsync(
        new OutgoingMessage("+14155238886", new Recipient("15551234567", null), content, "m:1", null), CancellationToken.None);

    private static string Error(int code) => $$"""{"code":{{code}},"message":"title","more_info":"https://www.twilio.com/docs/errors/{{code}}","status":400}""";
}
