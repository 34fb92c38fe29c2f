using System.Net;
using System.Security.Cryptography;
using WhatsAppBots.Unit.Tests.WhatsApp.Sending;
using WhatsAppBots.WhatsApp.Files;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Files;

public class DownloadTests
{
    private const string Lookaside = "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1";

    // A header, a scan, the end: what a photo consists of. Nothing in it is left out before it is stored.
    private static readonly byte[] _jpeg =
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, .. new byte[5000], 0xFF, 0xD9,
    ];


    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Download_GoodFile_IsStored(bool hex)
    {
        var graph = Describing(hex ? Convert.ToHexStringLower(Hash(_jpeg)) : null).Answers(HttpStatusCode.OK, _jpeg);
        var outcome = await graph.Downloader().DownloadAsync("1", "image/jpeg", Convert.ToBase64String(Hash(_jpeg)), CancellationToken.None);
        var stored = Assert.IsType<MediaDownloadOutcome.Stored>(outcome);
        Assert.Equal(("image/jpeg", _jpeg.LongLength, Convert.ToHexStringLower(Hash(_jpeg))), (stored.MimeType, stored.Size, stored.Sha256));
        Assert.EndsWith(".jpg", stored.Key, StringComparison.Ordinal);
        Assert.Equal(_jpeg, graph.Store.Files[stored.Key].Content);
        Assert.Equal([Graph.Base + "/1", Lookaside], graph.Requests.Select(request => request.Address));
        Assert.All(graph.Requests, request => Assert.Equal("Bearer secret-token", request.Authorization));
    }

    [Fact]
    public async Task Download_HashDiffersFromEither_IsRejected()
    {
        var wrong = Hash([1]);
        await AssertRejected(Describing(null).Answers(HttpStatusCode.OK, _jpeg), "image/jpeg", Convert.ToBase64String(wrong));
        await AssertRejected(Describing(Convert.ToHexString(wrong)).Answers(HttpStatusCode.OK, _jpeg), "image/jpeg", null);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    [InlineData("video/mp4")]
    [InlineData("application/pdf; x=y")]
    public Task Download_OtherTypeThanDeclared_IsRejected(string mime) =>
        AssertRejected(Describing(null).Answers(HttpStatusCode.OK, _jpeg), mime, null);

    [Fact]
    public Task Download_Empty_IsRejected() =>
        AssertRejected(Describing(null).Answers(HttpStatusCode.OK, Array.Empty<byte>()), "image/jpeg", null);

    [Fact]
    public Task Download_TooLongByItsHeader_IsRejected()
    {
        var graph = Describing(null).Answers(HttpStatusCode.OK, _jpeg);
        graph.Options.Limits.ImageBytes = 100;
        return AssertRejected(graph, "image/jpeg", null);
    }

    [Fact]
    public async Task Download_TooLongOnItsWay_StopsReading()
    {
        var endless = new EndlessStream();
        var graph = Describing(null).Does(_ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(endless) }));
        graph.Options.Limits.AudioBytes = 1_000_000;
        await AssertRejected(graph, "audio/ogg; codecs=opus", null);
        Assert.InRange(endless.BytesRead, 1_000_000, 1_500_000);
    }

    [Fact]
    public async Task Download_PhotoSentAsDocument_MayBeLarger()
    {
        var graph = Describing(null).Answers(HttpStatusCode.OK, _jpeg);
        graph.Options.Limits.ImageBytes = 100;
        Assert.IsType<MediaDownloadOutcome.Stored>(await graph.Downloader().DownloadAsync(
            new MediaRequest("1", "image/jpeg", null, "document"), CancellationToken.None));
    }

    [Theory]
    [InlineData(404, "{}")]
    [InlineData(400, """{"error":{"code":100,"error_subcode":33}}""")]
    public async Task Download_IdMetaDoesNotKnow_IsGone(int status, string body) =>
        Assert.IsType<MediaDownloadOutcome.Gone>(await Download(new Graph().Answers((HttpStatusCode)status, body)));

    [Fact]
    public async Task Download_AddressExpired_AsksForAnother()
    {
        var graph = Describing(null).Answers(HttpStatusCode.NotFound, "").Then(Describe).Answers(HttpStatusCode.OK, _jpeg);
        Assert.IsType<MediaDownloadOutcome.Stored>(await Download(graph));
        Assert.IsType<MediaDownloadOutcome.Gone>(await Download(
            Describing(null).Answers(HttpStatusCode.NotFound, "").Then(Describe).Answers(HttpStatusCode.NotFound, "")));
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(429, true)]
    [InlineData(401, true)]
    [InlineData(405, false)]
    public async Task Download_Refused_SaysWhetherToTryAgain(int status, bool retryable)
    {
        var first = await Download(new Graph().Answers((HttpStatusCode)status, "{}"));
        var second = await Download(Describing(null).Answers((HttpStatusCode)status, "{}"));
        Assert.All([first, second], outcome => Assert.Equal(retryable, Assert.IsType<MediaDownloadOutcome.Failed>(outcome).Retryable));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"url":"file:///etc/passwd"}""")]
    [InlineData("""{"url":7}""")]
    public async Task Download_UnreadableDescription_IsTriedAgain(string body) => Assert.True(
        Assert.IsType<MediaDownloadOutcome.Failed>(await Download(new Graph().Answers(HttpStatusCode.OK, body))).Retryable);

    [Fact]
    public async Task Download_BreaksOff_LeavesNothing()
    {
        var graph = Describing(null).Does(_ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) }));
        Assert.True(Assert.IsType<MediaDownloadOutcome.Failed>(await Download(graph)).Retryable);
        Assert.Empty(graph.Store.Files);
    }

    [Fact]
    public async Task Download_NoAnswerInTime_IsTriedAgain()
    {
        var graph = new Graph().Does(_ => new TaskCompletionSource<HttpResponseMessage>().Task);
        graph.Options.DownloadTimeout = TimeSpan.FromMilliseconds(20);
        Assert.True(Assert.IsType<MediaDownloadOutcome.Failed>(await Download(graph)).Retryable);
    }

    [Theory]
    [InlineData("https://elsewhere.example/file", null)]
    [InlineData("https://fbsbx.com.evil.example/file", null)]
    [InlineData("https://evilfbsbx.com/file", null)]
    [InlineData("https://scontent.whatsapp.net/file", "Bearer secret-token")]
    [InlineData("/v23.0/file", "Bearer secret-token")]
    public async Task Download_Redirected_GivesTheTokenToMetaAlone(string location, string? authorization)
    {
        var graph = Describing(null).Answers(HttpStatusCode.Redirect, "", ("Location", location)).Answers(HttpStatusCode.OK, _jpeg);
        Assert.IsType<MediaDownloadOutcome.Stored>(await Download(graph));
        Assert.Equal(authorization, graph.Requests[^1].Authorization);
    }

    [Theory]
    [InlineData("http://lookaside.fbsbx.com/file")]
    [InlineData("http://169.254.169.254/latest")]
    public async Task Download_RedirectedToPlainHttp_IsNotFollowed(string location)
    {
        var graph = Describing(null).Answers(HttpStatusCode.Redirect, "", ("Location", location));
        Assert.False(Assert.IsType<MediaDownloadOutcome.Failed>(await Download(graph)).Retryable);
        Assert.Equal(2, graph.Requests.Count);
    }

    [Fact]
    public async Task Download_RedirectedForEver_GivesUp()
    {
        var graph = Describing(null);
        for (var i = 0; i < 10; i++) graph.Answers(HttpStatusCode.Redirect, "", ("Location", Lookaside));
        Assert.IsType<MediaDownloadOutcome.Failed>(await Download(graph));
    }

    private static Task<MediaDownloadOutcome> Download(Graph graph) =>
        graph.Downloader().DownloadAsync("1", "image/jpeg", null, CancellationToken.None);

    private static async Task AssertRejected(Graph graph, string mime, string? hash)
    {
        Assert.IsType<MediaDownloadOutcome.Rejected>(await graph.Downloader().DownloadAsync("1", mime, hash, CancellationToken.None));
        Assert.Empty(graph.Store.Files);
    }

    private static byte[] Hash(byte[] bytes) => SHA256.HashData(bytes);

    private static Graph Describe(Graph graph) => graph.Answers(HttpStatusCode.OK, $$"""{"url":"{{Lookaside}}","mime_type":"image/jpeg"}""");

    private static Graph Describing(string? hash) => new Graph().Answers(
        HttpStatusCode.OK, $$"""{"url":"{{Lookaside}}","mime_type":"image/jpeg","sha256":"{{hash}}","id":"1"}""");
}
