using System.Net.Sockets;
using System.Text;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

public sealed class SlowBodyTests(ITestOutputHelper output)
{
    private const int Bodies = 300;
    private const int Length = 2_900_000;
    private const int MostMegabytes = 100;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task UnsignedBodies_ThatComeSlowlyAllAtOnce_CostLittleMemory_AndDelayNobody()
    {
        await using var trial = await Trial.StartAsync(output);
        var crowd = trial.Crowd(10);
        var host = await trial.HostAsync();
        var webhooks = trial.Webhooks(host);
        for (var n = 0; n < 20; n++) await Task.WhenAll(crowd.People.Select(person => person.ExchangeAsync(webhooks, _patience)));

        await using var memory = MemoryWatch.Start(host);
        var stored = new Latencies("webhooks of others stored");
        var slow = Task.WhenAll(Enumerable.Range(0, Bodies).Select(n => PostSlowlyAsync(new Uri(host.Url), atOnce: n % 2 == 0 ? Length / 2 : 1)));
        for (var n = 0; !slow.IsCompleted; n++)
        {
            var body = Traffic.MetaWebhooks.Body(Traffic.MetaWebhooks.Text(Trial.Number, "15550990001", $"wamid.beside.{n}", "hello"));
            await stored.TakenAsync(() => webhooks.PostAsync(body));
            await Task.Delay(50);
        }

        // Each is turned down in the end: for its time, or since there was no room for it.
        Assert.All(await slow, status => Assert.Contains(status, new[] { 408, 503, 0 }));
        trial.Report($"{Bodies} slow bodies: {memory.Above:0} MB above the {memory.Rest:0} MB at rest.");
        stored.Check(trial);
        Assert.InRange(memory.Above, 0, MostMegabytes);
    }

    // Some bytes at once, then 300 a second, until an answer comes. Zero: the connection was closed without one.
    private static async Task<int> PostSlowlyAsync(Uri host, int atOnce)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Host, host.Port);
        await using var stream = client.GetStream();
        var answer = StatusAsync(stream);
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /webhook/whatsapp HTTP/1.1\r\nHost: {host.Authority}\r\nContent-Length: {Length}\r\nX-Hub-Signature-256: sha256={new string('0', 64)}\r\n\r\n"));
            var first = stream.WriteAsync(new byte[atOnce]).AsTask();
            while (await Task.WhenAny(first, answer) != answer && !answer.IsCompleted)
            {
                await stream.WriteAsync(new byte[30]);
                await Task.WhenAny(answer, Task.Delay(100));
            }
        }
        catch (IOException)
        {
            // It was answered and closed meanwhile.
        }

        return await answer;
    }

    private static async Task<int> StatusAsync(NetworkStream stream)
    {
        try
        {
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            return await reader.ReadLineAsync() is { Length: > 12 } line ? int.Parse(line.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
