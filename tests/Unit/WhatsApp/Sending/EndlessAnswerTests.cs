using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Unit.Tests.WhatsApp.Files;
using WhatsAppBots.WhatsApp;
using WhatsAppBots.WhatsApp.Files;
using WhatsAppBots.WhatsApp.Sending;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Sending;

/// <summary>Servers on real sockets that never stop sending: they decide neither how much memory is used nor how long it takes.</summary>
[Collection("alone")]
public sealed class EndlessAnswerTests : IDisposable
{
    private const long MostBytes = 5 * 1024 * 1024;

    private static readonly byte[] _chunk = Encoding.ASCII.GetBytes($"4000\r\n{new string('x', 0x4000)}\r\n");
    private static readonly byte[] _plain = Encoding.ASCII.GetBytes(new string('x', 0x4000));

    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private long _sent;

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100000000000\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Long: ")]
    public async Task Send_AnsweredWithoutEnd_IsUnknownAndCostsLittle(string head)
    {
        var (outcome, allocated) = await MeasureAsync(head, Timeout.InfiniteTimeSpan);
        Assert.IsType<SendOutcome.Unknown>(outcome);
        Assert.InRange(allocated, 0, MostBytes);
        Assert.InRange(Interlocked.Read(ref _sent), 0, 16 * 1024 * 1024);
    }

    // The status was told before: what follows it changes nothing.
    [Fact]
    public async Task Send_RefusedWithoutEnd_FailsByItsStatus()
    {
        var (outcome, allocated) = await MeasureAsync("HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n", Timeout.InfiniteTimeSpan);
        Assert.Equal(FailureKind.Message, Assert.IsType<SendOutcome.Failed>(outcome).Kind);
        Assert.InRange(allocated, 0, MostBytes);
    }

    [Fact]
    public async Task Send_AnsweredByDrips_EndsWithItsTime()
    {
        var started = TimeProvider.System.GetTimestamp();
        var (outcome, _) = await MeasureAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", TimeSpan.FromMilliseconds(20));
        Assert.IsType<SendOutcome.Unknown>(outcome);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Download_OfADescriptionWithoutEnd_IsTriedAgainLater()
    {
        var address = Serve("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", Timeout.InfiniteTimeSpan);
        var options = Given(address);
        using var graph = new GraphHttp(options);
        var downloader = new MediaDownloader(graph, new MemoryStore(), options, NullLogger<MediaDownloader>.Instance);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var outcome = await downloader.DownloadAsync("media", null, null, CancellationToken.None);
        Assert.True(Assert.IsType<MediaDownloadOutcome.Failed>(outcome).Retryable);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, MostBytes);
    }

    [Fact]
    public async Task Probe_AnsweredWithoutEnd_ReadsNoBody()
    {
        var options = Given(Serve("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", Timeout.InfiniteTimeSpan));
        using var graph = new GraphHttp(options);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await new GraphProbe(graph, options, TimeProvider.System).CheckAsync(CancellationToken.None);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, MostBytes);
    }

    public void Dispose() => _server.Dispose();

    private async Task<(SendOutcome Outcome, long Allocated)> MeasureAsync(string head, TimeSpan pause)
    {
        var options = Given(Serve(head, pause));
        using var graph = new GraphHttp(options);
        var uploader = new MediaUploader(graph, new MemoryStore(), options, TimeProvider.System, NullLogger<MediaUploader>.Instance);
        var channel = new CloudApiChannel(graph, uploader, options, TimeProvider.System, NullLogger<CloudApiChannel>.Instance);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var outcome = await channel.SendAsync(
            new OutgoingMessage("106", new Recipient("1", null), new TextMessage("hi"), "m:1", null), CancellationToken.None);
        return (outcome, GC.GetTotalAllocatedBytes(precise: true) - before);
    }

    private static IOptions<WhatsAppOptions> Given(string url) => Options.Create(new WhatsAppOptions
    {
        ApiUrl = new Uri(url), ApiKey = "k", RequestTimeout = TimeSpan.FromSeconds(2), DownloadTimeout = TimeSpan.FromSeconds(2),
    });

    private string Serve(string head, TimeSpan pause)
    {
        _server.Start();
        _ = Task.Run(async () =>
        {
            using var client = await _server.AcceptTcpClientAsync();
            var stream = client.GetStream();
            _ = await stream.ReadAsync(new byte[8192]);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
            var piece = head.Contains("chunked", StringComparison.Ordinal) ? _chunk : _plain;
            if (pause != Timeout.InfiniteTimeSpan) piece = "1\r\nx\r\n"u8.ToArray();
            while (true)
            {
                await stream.WriteAsync(piece);
                Interlocked.Add(ref _sent, piece.Length);
                if (pause != Timeout.InfiniteTimeSpan) await Task.Delay(pause);
            }
        });
        return $"http://{_server.LocalEndpoint}/v1";
    }
}

/// <summary>Tests that measure what the whole process allocates.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneCollection;
