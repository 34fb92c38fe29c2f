using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using WhatsAppBots.Media;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

public sealed partial class SlowReaderTests(ITestOutputHelper output)
{
    private const int Readers = 60;
    private const int FileSize = 16 << 20;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Readers_OfALargeArchiveWhoTakeTheirTime_DelayNobody()
    {
        var folder = Directory.CreateTempSubdirectory("whatsappbots-archive-");
        try
        {
            await using var trial = await Trial.StartAsync(output);
            var person = trial.Crowd(1).People[0];
            var host = await trial.HostAsync(null, ("MEDIA_STORE", folder.FullName), ("PAYMENT_WEBHOOK_SECRET", "payment-secret"));
            var webhooks = trial.Webhooks(host);
            await person.ExchangeAsync(webhooks, _patience);
            await KeepFilesAsync(trial, folder.FullName, Trial.IsLong ? 16 : 4);
            await webhooks.DeliverAsync(Traffic.MetaWebhooks.Body(Traffic.MetaWebhooks.Text(Trial.Number, person.Phone, "wamid.mydata", "my data")));
            var link = await LinkAsync(trial);

            using var end = new CancellationTokenSource();
            await using var memory = MemoryWatch.Start(host);
            var begun = Enumerable.Range(0, Readers).Select(_ => new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
            var reading = begun.ConvertAll(one => ReadSlowlyAsync(link, one, end.Token));
            var answers = await Task.WhenAll(begun.Select(one => one.Task)).WaitAsync(_patience);
            Assert.All(answers, line => Assert.StartsWith("HTTP/1.1 200", line, StringComparison.Ordinal));

            using var http = new HttpClient { BaseAddress = new Uri(host.Url), Timeout = _patience };
            var (paid, health) = (new Latencies("payment webhooks taken"), new Latencies("health asked for"));
            for (var n = 0; n < (Trial.IsLong ? 400 : 40); n++)
            {
                var number = n;
                await paid.TakenAsync(() => PayAsync(http, number));
                if (n % 4 == 0) await health.TakenAsync(() => HealthAsync(http));
                await Task.Delay(Trial.IsLong ? 50 : 10);
            }

            Assert.All(reading, reader => Assert.False(reader.IsCompleted, "A reader was at its end before the others were."));
            await end.CancelAsync();
            await Task.WhenAll(reading);
            trial.Report($"{Readers} slow readers of {(Trial.IsLong ? 16 : 4) * FileSize >> 20} MB: {memory.Above:0} MB above the {memory.Rest:0} MB at rest.");
            paid.Check(trial);
            health.Check(trial);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // As large documents that somebody sent.
    private static async Task KeepFilesAsync(Trial trial, string folder, int count)
    {
        var content = RandomNumberGenerator.GetBytes(FileSize);
        for (var n = 0; n < count; n++)
        {
            var key = MediaKeys.New("pdf");
            var path = Path.Combine(folder, key[..2], key[2..4], key);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path + ".type.txt", "application/pdf");
            await File.WriteAllBytesAsync(path, content);
            await trial.ExecuteAsync(
                $"""
                insert into chat.media (workspace_id, conversation_id, message_provider_id, provider_media_id, store_key, mime_type, size_bytes, stored_at)
                select 1, id, 'file-{n}', 'file-{n}', '{key}', 'application/pdf', {FileSize}, now() from chat.conversations
                """);
        }
    }

    private static async Task<Uri> LinkAsync(Trial trial)
    {
        var until = Environment.TickCount64 + (long)_patience.TotalMilliseconds;
        while (Environment.TickCount64 < until)
        {
            foreach (var body in await trial.QueryAsync<string>("select body from chat.messages where direction = 'out'"))
            {
                if (Link().Match(body) is { Success: true } match) return new Uri(match.Value);
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("No link to the data came.");
    }

    // 2 kB a second, with the smallest buffer there is.
    private static async Task ReadSlowlyAsync(Uri link, TaskCompletionSource<string?> begun, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient { ReceiveBufferSize = 4096 };
            await client.ConnectAsync(link.Host, link.Port, cancellationToken);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {link.AbsolutePath} HTTP/1.1\r\nHost: {link.Authority}\r\n\r\n"), cancellationToken);
            var buffer = new byte[200];
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                begun.TrySetResult(Encoding.ASCII.GetString(buffer, 0, read));
                await Task.Delay(100, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // It is told to end.
        }
        catch (IOException e)
        {
            begun.TrySetException(e);
        }
    }

    private static async Task<HttpStatusCode?> PayAsync(HttpClient http, int n)
    {
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = $$"""{"id":"pm_{{n}}","order":"unknown-{{n}}","amount":100,"currency":"EUR","status":"paid"}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/payments/generic") { Content = new StringContent(body) };
        request.Headers.Add("X-Timestamp", seconds);
        request.Headers.Add("X-Signature", "sha256=" + Convert.ToHexStringLower(
            HMACSHA256.HashData("payment-secret"u8.ToArray(), Encoding.UTF8.GetBytes($"{seconds}.{body}"))));
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode?> HealthAsync(HttpClient http)
    {
        using var response = await http.GetAsync("/health");
        return response.StatusCode;
    }

    [GeneratedRegex("""http://[^"\\ ]*/my-data/[^"\\ ]+""")]
    private static partial Regex Link();
}
