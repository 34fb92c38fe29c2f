using System.Net;
using System.Net.Sockets;
using WhatsAppBots.Hosting;
using WhatsAppBots.WhatsApp;

namespace WhatsAppBots.Unit.Tests.Hosting;

/// <summary>Addresses that somebody else names are connected to only where they are public.</summary>
public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.9.9.9", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.128.0.1", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("192.169.0.1", true)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("64:ff9b::a9fe:a9fe", false)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("2606:4700::1111", true)]
    public void Public_addresses_are_told_from_others(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://127.0.0.1/a", false)]
    [InlineData("https://2130706433/a", false)]
    [InlineData("https://0x7f.1/a", false)]
    [InlineData("https://[::1]/a", false)]
    [InlineData("https://[::ffff:10.0.0.1]/a", false)]
    [InlineData("https://example.com/a", true)]
    [InlineData("https://93.184.215.14/a", true)]
    public void Odd_spellings_of_addresses_are_seen_through(string url, bool mayBe) => Assert.Equal(mayBe, PublicAddresses.MayBePublic(new Uri(url)));

    [Fact]
    public async Task A_name_is_checked_when_it_is_connected_to()
    {
        using var http = new HttpClient(new SocketsHttpHandler { ConnectCallback = PublicAddresses.ConnectAsync, UseProxy = false });
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("http://localhost:9/")));
        Assert.IsType<PrivateAddressException>(failure.InnerException);
    }

    // As a redirect of a provider's would lead: to another port of the machine, or by a name to it.
    [Fact]
    public async Task Own_server_may_be_private_and_nothing_beside_it()
    {
        using var own = new TcpListener(IPAddress.Loopback, 0);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        own.Start();
        other.Start();
        var address = new Uri($"http://{own.LocalEndpoint}/");
        using var handler = GraphHttp.Handler(address, 4, TimeSpan.FromSeconds(30));
        using var http = new HttpClient(handler);
        var answer = http.GetAsync(address);
        using (var socket = await own.AcceptTcpClientAsync())
        {
            await socket.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
        }

        foreach (var astray in new[] { $"http://{other.LocalEndpoint}/", $"http://localhost:{((IPEndPoint)other.LocalEndpoint).Port}/", "https://[::1]:9/", "http://169.254.169.254/" })
        {
            var failure = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(astray)));
            Assert.IsType<PrivateAddressException>(failure.InnerException);
        }

        Assert.False(other.Pending());
    }
}
