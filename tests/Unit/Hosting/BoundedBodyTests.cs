using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Unit.Tests.Hosting;

/// <summary>Bodies of unknown senders, over real sockets.</summary>
[Collection("alone")]
public sealed class BoundedBodyTests : IAsyncLifetime
{
    private const int Limit = 3 * 1024 * 1024;

    private readonly ConcurrentQueue<string> _log = [];
    private readonly TaskCompletionSource _goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication _app = null!;
    private int _handled;
    private Uri _url = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(new Kept(_log));

        // What Standalone's server has.
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(server => server.Limits.MaxRequestBufferSize = 32 * 1024);
        _app = builder.Build();
        _app.MapPost("/", async (HttpContext context) =>
        {
            var body = await BoundedBody.ReadAsync(context.Request, Limit, context.RequestAborted);
            return body.Refusal ?? Results.Text(body.Value.Length.ToString(CultureInfo.InvariantCulture));
        });
        _app.MapPost("/slow", async (HttpContext context) =>
        {
            var body = await BoundedBody.ReadAsync(context.Request, Limit, context.RequestAborted);
            if (body.Refusal is not null) return body.Refusal;
            Interlocked.Increment(ref _handled);
            await _goesOn.Task;
            return Results.Text(body.Value.Length.ToString(CultureInfo.InvariantCulture));
        });
        await _app.StartAsync();
        _url = new Uri(_app.Urls.First());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("0\r\n\r\n", "200")]
    [InlineData("5\r\nhello\r\n0\r\n\r\n", "200")]
    [InlineData("FFFFFFFFFFFFFFFF\r\n", "400")]
    [InlineData("-1\r\n", "400")]
    [InlineData("xyz\r\n", "400")]
    public async Task A_chunk_of_no_size_is_the_callers_fault(string chunks, string status)
    {
        using var socket = await OpenAsync("Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunks);
        Assert.StartsWith("HTTP/1.1 " + status, await AnswerAsync(socket), StringComparison.Ordinal);
        Assert.DoesNotContain(_log, line => line.Contains("Exception", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData((16 * 1024) + 1)]
    [InlineData(Limit)]
    public async Task What_fits_comes_whole(int length)
    {
        var sent = new byte[length];
        new Random(length).NextBytes(sent);
        using var http = new HttpClient();
        using var answer = await http.PostAsync(_url, new ByteArrayContent(sent));
        Assert.Equal(length.ToString(CultureInfo.InvariantCulture), await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_does_not_fit_is_answered_by_413()
    {
        using var http = new HttpClient();
        using var told = await http.PostAsync(_url, new ByteArrayContent(new byte[Limit + 1]));
        Assert.Equal(413, (int)told.StatusCode);
        using var socket = await OpenAsync("Transfer-Encoding: chunked\r\n\r\n");
        var piece = Encoding.ASCII.GetBytes("10000\r\n" + new string('x', 0x10000) + "\r\n");
        try
        {
            for (var n = 0; n < 60; n++) await socket.GetStream().WriteAsync(piece);
        }
        catch (IOException)
        {
            // It was answered, and closed, before all of it was sent.
        }

        Assert.StartsWith("HTTP/1.1 413", await AnswerAsync(socket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_goes_leaves_nothing_in_the_log()
    {
        for (var n = 0; n < 20; n++)
        {
            using var socket = await OpenAsync("Content-Length: 100000\r\n\r\nbeginning");
            await Task.Delay(20);
            if (n % 2 == 0) socket.Client.LingerState = new LingerOption(true, 0);
        }

        await Task.Delay(500);
        Assert.DoesNotContain(_log, line => line.Contains("already in progress", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Three_hundred_large_bodies_that_come_slowly_have_one_budget_and_turn_no_small_one_down()
    {
        const int Callers = 300;
        var beginning = new byte[2_900_000];
        var sockets = new List<TcpClient>();
        GC.Collect();
        var before = Environment.WorkingSet;
        try
        {
            var sent = Enumerable.Range(0, Callers).Select(async _ =>
            {
                var socket = await OpenAsync("Content-Length: 3000000\r\n\r\n");
                lock (sockets) sockets.Add(socket);
                await socket.GetStream().WriteAsync(beginning);
            }).ToList();
            await Task.WhenAny(Task.WhenAll(sent), Task.Delay(TimeSpan.FromSeconds(4)));
            List<TcpClient> open;
            lock (sockets) open = [.. sockets];
            var answers = open.Select(AnswerAsync).ToList();

            using var http = new HttpClient();
            for (var n = 0; n < 20; n++)
            {
                using var small = await http.PostAsync(_url, new ByteArrayContent(new byte[4_000]));
                Assert.Equal(200, (int)small.StatusCode);
            }

            // The 300 callers and their sockets are in this process too.
            Assert.InRange(Environment.WorkingSet - before, long.MinValue, 150L << 20);
            var told = await Task.WhenAll(answers).WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Contains(told, answer => answer.StartsWith("HTTP/1.1 503", StringComparison.Ordinal) && answer.Contains("Retry-After: 5", StringComparison.Ordinal));
        }
        finally
        {
            foreach (var socket in sockets) socket.Dispose();
        }

        // All of it is given back.
        using var later = new HttpClient();
        for (var n = 0; ; n++)
        {
            using var again = await later.PostAsync(_url, new ByteArrayContent(new byte[2_000_000]));
            if (again.IsSuccessStatusCode) return;
            Assert.InRange(n, 0, 60);
            await Task.Delay(200);
        }
    }

    [Fact]
    public async Task A_large_body_has_its_share_of_the_budget_until_it_is_answered()
    {
        using var http = new HttpClient();
        var slow = new Uri(_url, "slow");
        const int Fit = BoundedBody.Budget / Limit;
        var first = Enumerable.Range(0, Fit).Select(_ => http.PostAsync(slow, new ByteArrayContent(new byte[Limit]))).ToList();
        for (var n = 0; Volatile.Read(ref _handled) < Fit; n++)
        {
            Assert.InRange(n, 0, 600);
            await Task.Delay(100);
        }

        using (var more = await http.PostAsync(_url, new ByteArrayContent(new byte[Limit]))) Assert.Equal(503, (int)more.StatusCode);
        using (var small = await http.PostAsync(_url, new ByteArrayContent(new byte[4_000]))) Assert.Equal(200, (int)small.StatusCode);
        _goesOn.SetResult();
        var whole = Limit.ToString(CultureInfo.InvariantCulture);
        foreach (var answer in await Task.WhenAll(first)) Assert.Equal(whole, await answer.Content.ReadAsStringAsync());
        for (var n = 0; ; n++)
        {
            using var again = await http.PostAsync(_url, new ByteArrayContent(new byte[Limit]));
            if (again.IsSuccessStatusCode) return;
            Assert.InRange(n, 0, 60);
            await Task.Delay(200);
        }
    }

    [Fact]
    public async Task A_body_that_never_ends_is_ended()
    {
        using var socket = await OpenAsync("Content-Length: 100000\r\n\r\n");
        var drip = Task.Run(async () =>
        {
            try
            {
                while (true)
                {
                    await socket.GetStream().WriteAsync(new byte[100]);
                    await Task.Delay(100);
                }
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
            {
            }
        });
        var answer = await AnswerAsync(socket).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        socket.Dispose();
        await drip;
    }

    private async Task<TcpClient> OpenAsync(string rest)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(_url.Host, _url.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nHost: a\r\n" + rest));
        return socket;
    }

    private static async Task<string> AnswerAsync(TcpClient socket)
    {
        var buffer = new byte[4096];
        try
        {
            var length = await socket.GetStream().ReadAsync(buffer);
            return Encoding.ASCII.GetString(buffer, 0, length);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private sealed class Kept(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) lines.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
