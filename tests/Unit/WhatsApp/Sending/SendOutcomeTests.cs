using System.Net;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Sending;

public class SendOutcomeTests
{
    private static readonly OutgoingMessage _message = new("106", new Recipient("15551234567", null), new TextMessage("hi"), "m:1", null);

    [Fact]
    public async Task Send_Accepted_HasId() => Assert.Equal(
        new SendOutcome.Accepted("wamid.X"),
        await Send(new Graph().Answers(HttpStatusCode.OK, """{"messaging_product":"whatsapp","messages":[{"id":"wamid.X"}]}""")));

    [Theory]
    [InlineData(400, 130429, RetryScope.Number)]
    [InlineData(429, 130429, RetryScope.Number)]
    [InlineData(500, 130429, RetryScope.Number)]
    [InlineData(400, 131057, RetryScope.Number)]
    [InlineData(400, 4, RetryScope.Number)]
    [InlineData(400, 80007, RetryScope.Number)]
    [InlineData(429, 999999, RetryScope.Number)]
    [InlineData(400, 131056, RetryScope.Pair)]
    [InlineData(429, 131056, RetryScope.Pair)]
    public async Task Send_TooFast_IsRetried(int status, int code, RetryScope scope)
    {
        var retry = Assert.IsType<SendOutcome.Retry>(await Send(Error(status, code)));
        Assert.Equal((scope, (TimeSpan?)null, code), (retry.Scope, retry.After, retry.Error.Code));
    }

    [Theory]
    [InlineData(400, 131047, FailureKind.Window)]
    [InlineData(400, 470, FailureKind.Window)]
    [InlineData(400, 131026, FailureKind.Recipient)]
    [InlineData(500, 131026, FailureKind.Recipient)]
    [InlineData(400, 130472, FailureKind.Recipient)]
    [InlineData(400, 131050, FailureKind.OptedOut)]
    [InlineData(400, 131049, FailureKind.Marketing)]
    [InlineData(400, 131042, FailureKind.Sender)]
    [InlineData(403, 131031, FailureKind.Sender)]
    [InlineData(403, 368, FailureKind.Sender)]
    [InlineData(429, 131048, FailureKind.Sender)]
    [InlineData(403, 130497, FailureKind.Recipient)]
    [InlineData(403, 999999, FailureKind.Message)]
    [InlineData(401, 0, FailureKind.Sender)]
    [InlineData(403, 10, FailureKind.Sender)]
    [InlineData(401, 190, FailureKind.Sender)]
    [InlineData(403, 200, FailureKind.Sender)]
    [InlineData(403, 299, FailureKind.Sender)]
    [InlineData(401, 999999, FailureKind.Sender)]
    [InlineData(400, 100, FailureKind.Message)]
    [InlineData(400, 131009, FailureKind.Message)]
    [InlineData(400, 131051, FailureKind.Message)]
    [InlineData(400, 131062, FailureKind.Message)]
    [InlineData(400, 132000, FailureKind.Message)]
    [InlineData(404, 999999, FailureKind.Message)]
    public async Task Send_Refused_FailsForItsReason(int status, int code, FailureKind kind)
    {
        var failed = Assert.IsType<SendOutcome.Failed>(await Send(Error(status, code)));
        Assert.Equal((kind, code, "title", "details"), (failed.Kind, failed.Error.Code, failed.Error.Title, failed.Error.Details));
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(503, "<html>")]
    [InlineData(500, """{"error":{"code":999999}}""")]
    [InlineData(503, """{"error":{"message":"none"}}""")]
    [InlineData(200, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"messages":[]}""")]
    [InlineData(200, """{"messages":[{"id":null}]}""")]
    public async Task Send_AnswerThatTellsNothing_IsUnknown(int status, string body) =>
        Assert.IsType<SendOutcome.Unknown>(await Send(new Graph().Answers((HttpStatusCode)status, body)));

    [Theory]
    [InlineData(400, "<html>", FailureKind.Message)]
    [InlineData(403, "[]", FailureKind.Sender)]
    [InlineData(401, "", FailureKind.Sender)]
    [InlineData(400, """{"error":{"code":"none"}}""", FailureKind.Message)]
    public async Task Send_RefusalWithoutCode_FailsByStatus(int status, string body, FailureKind kind) =>
        Assert.Equal(kind, Assert.IsType<SendOutcome.Failed>(await Send(new Graph().Answers((HttpStatusCode)status, body))).Kind);

    // The message is not lost, and nothing but it waits: an address that redirects once may be right the next time.
    [Theory]
    [InlineData(302, "")]
    [InlineData(301, "<html>moved</html>")]
    [InlineData(307, "{}")]
    [InlineData(408, "")]
    public async Task Send_Redirected_IsTriedAgainAloneWithTheTokenGoneNowhere(int status, string body)
    {
        var graph = new Graph().Answers((HttpStatusCode)status, body, ("Location", "https://elsewhere.example/"));
        Assert.Equal(RetryScope.Pair, Assert.IsType<SendOutcome.Retry>(await Send(graph)).Scope);
        Assert.Single(graph.Requests);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", null)]
    [InlineData("86400", 3600)]
    [InlineData("soon", null)]
    public async Task Send_RetryAfter_IsHonoured(string header, int? seconds)
    {
        var graph = new Graph().Answers(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", header));
        Assert.Equal(
            seconds is { } s ? TimeSpan.FromSeconds(s) : null, Assert.IsType<SendOutcome.Retry>(await Send(graph)).After);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Send_NoConnection_IsRetried(HttpRequestError error)
    {
        var outcome = await Send(new Graph().Throws(new HttpRequestException(error)));
        Assert.Equal(RetryScope.Number, Assert.IsType<SendOutcome.Retry>(outcome).Scope);
    }

    [Fact]
    public async Task Send_NoConnectionInTime_IsRetried() => Assert.IsType<SendOutcome.Retry>(
        await Send(new Graph().Throws(new TaskCanceledException("connect", new TimeoutException()))));

    [Fact]
    public async Task Send_ResetOnItsWay_IsUnknown()
    {
        Assert.IsType<SendOutcome.Unknown>(await Send(new Graph().Throws(new HttpRequestException(HttpRequestError.ResponseEnded))));
        Assert.IsType<SendOutcome.Unknown>(await Send(new Graph().Throws(new HttpRequestException("reset", new IOException()))));
    }

    [Fact]
    public async Task Send_NoAnswerInTime_IsUnknown()
    {
        var graph = new Graph().Does(_ => new TaskCompletionSource<HttpResponseMessage>().Task);
        graph.Options.RequestTimeout = TimeSpan.FromMilliseconds(20);
        Assert.IsType<SendOutcome.Unknown>(await Send(graph));
    }

    [Fact]
    public async Task Send_CancelledOnItsWay_IsUnknown()
    {
        using var cancel = new CancellationTokenSource();
        var graph = new Graph().Does(_ =>
        {
            cancel.Cancel();
            return new TaskCompletionSource<HttpResponseMessage>().Task;
        });
        Assert.IsType<SendOutcome.Unknown>(await graph.Channel().SendAsync(_message, cancel.Token));
    }

    [Fact]
    public async Task Send_CancelledBefore_Throws() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => new Graph().Channel().SendAsync(_message, new CancellationToken(canceled: true)));

    [Fact]
    public async Task Send_OverALimit_NeverLeaves()
    {
        var graph = new Graph();
        var failed = Assert.IsType<SendOutcome.Failed>(
            await graph.Channel().SendAsync(_message with { Content = new TextMessage("") }, CancellationToken.None));
        Assert.Equal((FailureKind.Message, "text.body: empty"), (failed.Kind, failed.Error.Details));
        Assert.Empty(graph.Requests);
    }

    private static Task<SendOutcome> Send(Graph graph) => graph.Channel().SendAsync(_message, CancellationToken.None);

    private static Graph Error(int status, int code) => new Graph().Answers(
        (HttpStatusCode)status, $$$$"""{"error":{"message":"title","code":{{{{code}}}},"error_data":{"details":"details"}}}""");
}
