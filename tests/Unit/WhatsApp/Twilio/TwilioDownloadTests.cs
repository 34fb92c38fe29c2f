using System.Security.Cryptography;
using WhatsAppBots.WhatsApp.Files;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Twilio;

public class TwilioDownloadTests
{
    private const string Media = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";
    private const string Store = "https://mms.twiliocdn.com/ME1?Signature=s";

    private static readonly byte[] _jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[5000]];

    [Fact]
    public async Task Download_ByARedirect_IsStoredAndTheCredentialsStayWithTwilio()
    {
        var server = new TwilioServer().Answers(307, "", Store).Answers(302, "", "/elsewhere").Answers(200, _jpeg);
        var stored = Assert.IsType<MediaDownloadOutcome.Stored>(await Download(server));
        Assert.Equal((_jpeg.LongLength, Convert.ToHexStringLower(SHA256.HashData(_jpeg))), (stored.Size, stored.Sha256));
        Assert.Equal(
            [(Media, TwilioServer.Credentials), (Store, null), ("https://mms.twiliocdn.com/elsewhere", null)],
            server.Requests.Select(request => (request.Address, request.Authorization)));
    }

    [Theory]
    [InlineData("https://evil.example/ME1")]
    [InlineData("https://api.twilio.com.evil.example/ME1")]
    [InlineData("https://evil.example/?https://api.twilio.com/")]
    [InlineData("https://api.twilio.com@evil.example/ME1")]
    [InlineData("https://api.twilio.com:8443/ME1")]
    [InlineData("http://api.twilio.com/ME1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ME1")]
    public async Task Download_FromAForeignHost_AsksNobody(string address)
    {
        var server = new TwilioServer().Answers(200, _jpeg);
        Assert.False(Assert.IsType<MediaDownloadOutcome.Failed>(await Download(server, address)).Retryable);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Download_RedirectedToAForeignHostAndBack_KeepsTheCredentialsBack()
    {
        var server = new TwilioServer().Answers(302, "", "https://evil.example/").Answers(302, "", Media).Answers(401, "");
        Assert.IsType<MediaDownloadOutcome.Failed>(await Download(server));
        Assert.Equal([TwilioServer.Credentials, null, null], server.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task Download_RedirectedUnencryptedOrForEver_Fails()
    {
        var bare = new TwilioServer().Answers(302, "", "http://mms.twiliocdn.com/ME1");
        Assert.False(Assert.IsType<MediaDownloadOutcome.Failed>(await Download(bare)).Retryable);
        Assert.Single(bare.Requests);

        var endless = new TwilioServer();
        for (var n = 0; n < 10; n++) endless.Answers(302, "", Store);
        Assert.IsType<MediaDownloadOutcome.Failed>(await Download(endless));
        Assert.Equal(4, endless.Requests.Count);
    }

    [Fact]
    public async Task Download_FromTheConfiguredApi_HasTheCredentials()
    {
        var server = new TwilioServer().Answers(200, _jpeg);
        server.Options.ApiUrl = new Uri("http://127.0.0.1:7080/twilio");
        Assert.IsType<MediaDownloadOutcome.Stored>(await Download(server, "http://127.0.0.1:7080/twilio/Media/1"));
        Assert.Equal(TwilioServer.Credentials, server.Requests[0].Authorization);
    }

    [Theory]
    [InlineData(404, typeof(MediaDownloadOutcome.Gone))]
    [InlineData(410, typeof(MediaDownloadOutcome.Gone))]
    [InlineData(503, typeof(MediaDownloadOutcome.Failed))]
    public async Task Download_Refused_IsToldFor(int status, Type outcome) =>
        Assert.IsType(outcome, await Download(new TwilioServer().Answers(status, "")));

    [Fact]
    public async Task Download_OfAnotherTypeOrTooLarge_IsRejectedAndNotKept()
    {
        var server = new TwilioServer().Answers(200, "<html>").Answers(200, new byte[6 * 1024 * 1024]);
        Assert.IsType<MediaDownloadOutcome.Rejected>(await Download(server));
        Assert.IsType<MediaDownloadOutcome.Rejected>(await Download(server));
        Assert.Empty(server.Store.Files);
    }

    private static Task<MediaDownloadOutcome> Download(TwilioServer server, string address = Media) =>
        server.Downloader().DownloadAsync(new MediaRequest(address, "image/jpeg", null, "image"), CancellationToken.None);
}
