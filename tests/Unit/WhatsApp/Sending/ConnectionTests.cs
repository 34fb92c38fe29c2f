using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp;
using WhatsAppBots.WhatsApp.Files;
using WhatsAppBots.WhatsApp.Sending;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Sending;

/// <summary>
/// The real HTTP client against real sockets: what .NET reports when a connection fails decides whether a message may be sent
/// twice.
/// </summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);

    [Fact]
    public async Task Send_ConnectionRefused_IsRetried()
    {
        _server.Start();
        var address = _server.LocalEndpoint;
        _server.Stop();
        Assert.IsType<SendOutcome.Retry>(await SendAsync($"http://{address}/v1"));
    }

    [Fact]
    public async Task Send_HostUnknown_IsRetried() => Assert.IsType<SendOutcome.Retry>(await SendAsync("http://nowhere.invalid/v1"));

    [Fact]
    public async Task Send_NoTls_IsRetried()
    {
        _server.Start();
        var serving = ServeAsync("HTTP/1.1 400 Bad Request\r\n\r\n");
        Assert.IsType<SendOutcome.Retry>(await SendAsync($"https://{_server.LocalEndpoint}/v1"));
        await serving;
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"messages\":[")]
    [InlineData("no HTTP at all\r\n\r\n")]
    public async Task Send_AnswerBrokenOff_IsUnknown(string answer)
    {
        _server.Start();
        var serving = ServeAsync(answer);
        Assert.IsType<SendOutcome.Unknown>(await SendAsync($"http://{_server.LocalEndpoint}/v1"));
        await serving;
    }

    [Fact]
    public async Task Send_Answered_IsAccepted()
    {
        _server.Start();
        const string Body = """{"messages":[{"id":"wamid.1"}]}""";
        var serving = ServeAsync($"HTTP/1.1 200 OK\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
        Assert.Equal(new SendOutcome.Accepted("wamid.1"), await SendAsync($"http://{_server.LocalEndpoint}/v1"));
        var request = await serving;
        Assert.StartsWith("POST /v1/106/messages HTTP/1.1", request, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json\r\n", request, StringComparison.Ordinal);
        Assert.DoesNotContain("traceparent", request, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _server.Dispose();

    private async Task<string> ServeAsync(string answer)
    {
        using var client = await _server.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var request = new byte[8192];
        var length = await stream.ReadAsync(request);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        return Encoding.ASCII.GetString(request, 0, length);
    }

    private static async Task<SendOutcome> SendAsync(string url)
    {
        var options = Options.Create(new WhatsAppOptions { ApiUrl = new Uri(url), ApiKey = "k" });
        using var graph = new GraphHttp(options);
        var uploader = new MediaUploader(graph, new MemoryStore(), options, TimeProvider.System, NullLogger<MediaUploader>.Instance);
        var channel = new CloudApiChannel(graph, uploader, options, TimeProvider.System, NullLogger<CloudApiChannel>.Instance);
        return await channel.SendAsync(
            new OutgoingMessage("106", new Recipient("1", null), new TextMessage("hi"), "m:1", null), CancellationToken.None);
    }
}
