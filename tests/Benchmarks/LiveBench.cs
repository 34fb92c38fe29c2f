using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Npgsql;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Benchmarks;

/// <summary>
/// The live stream of changes: how soon a person's message is at a client that stays connected, and whether clients that are cut off again
/// and again miss anything, while people write.
/// </summary>
internal static class LiveBench
{
    private const int Rate = 200;
    private const int Steady = 5;
    private const int CutOff = 55;
    private const int Cuts = 19;
    private const int LongCuts = 10;
    private const double LatencyLimit = 1000;
    private const double ResumeLimit = 2000;

    private static readonly TimeSpan _fast = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _long = TimeSpan.FromSeconds(90);

    /// <returns>0 where all limits hold and nothing is missing.</returns>
    public static async Task<int> RunAsync()
    {
        await using var bench = await Bench.StartAsync();
        await bench.StartHostAsync();
        await bench.Load.ClosedAsync(bench.Load.Crowd(50), TimeSpan.FromSeconds(5));
        var keys = new List<string>();
        for (var n = 0; n < Steady + CutOff + LongCuts; n++) keys.Add(await ApiKeys.MakeAsync(bench.Database, $"live{n}"));
        var latency = await LatencyAsync(bench, keys[..Steady]);
        Console.WriteLine(Text(
            $"{Rate} messages a second, {Steady} clients: a change is there after p50 {latency.At(0.5):0} ms, p99 {latency.At(0.99):0} ms"));
        var (resumed, faults) = await CutAsync(bench, keys[Steady..]);
        Console.WriteLine(Text(
            $"{resumed.Count} cuts of 0.1 to 3 s and of {_long.TotalSeconds:0} s: all is there after p50 {resumed.At(0.5):0} ms, "));
        Console.WriteLine(Text($"at most {resumed.At(1):0} ms; {faults} faults"));
        var holds = latency.At(0.99) <= LatencyLimit && resumed.At(1) <= ResumeLimit && faults == 0;
        Console.WriteLine(holds ? "Each is within its limit." : "NOT within the limits.");
        return holds ? 0 : 1;
    }

    // Each person writes once: the first change of their conversation is their message.
    private static async Task<Latencies> LatencyAsync(Bench bench, List<string> keys)
    {
        var crowd = bench.Load.Crowd((int)(Rate * _fast.TotalSeconds));
        var heard = new ConcurrentDictionary<(int Client, long Conversation), long>();
        using var stop = new CancellationTokenSource();
        var clients = keys.Select((key, n) => FollowAsync(bench, key, null, (_, conversation) =>
            heard.TryAdd((n, conversation), Stopwatch.GetTimestamp()), stop.Token)).ToList();
        await Task.Delay(1000);
        var began = Stopwatch.GetTimestamp();
        await bench.Load.OpenAsync(crowd, Rate, _fast);
        await Task.Delay(3000);
        await stop.CancelAsync();
        await Task.WhenAll(clients);
        await using var connection = new NpgsqlConnection(bench.Database);
        var rows = await connection.QueryAsync<(long Id, string Phone)>(
            "select c.id, p.phone from chat.conversations c join chat.people p on p.id = c.person_id");
        var conversations = rows.ToDictionary(row => row.Phone, row => row.Id);
        var latencies = new Latencies();
        for (var n = 0; n < crowd.People.Count; n++)
        {
            var due = began + (long)(n / (double)Rate * Stopwatch.Frequency);
            for (var client = 0; client < keys.Count; client++)
            {
                if (!heard.TryGetValue((client, conversations[crowd.People[n].Phone]), out var at))
                {
                    throw new TimeoutException("A change did not come.");
                }

                latencies.Add(Stopwatch.GetElapsedTime(due, at));
            }
        }

        return latencies;
    }

    private static async Task<(Latencies Resumed, int Faults)> CutAsync(Bench bench, List<string> keys)
    {
        var (resumed, faults) = (new Latencies(), 0);
        using var over = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested) await bench.Load.OpenAsync(bench.Load.Crowd(100), 20, TimeSpan.FromSeconds(5));
        });
        await Task.WhenAll(keys.Select(async (key, n) =>
        {
            long? last = null;
            var random = new Random(n);
            for (var cut = 0; cut <= (n < CutOff ? Cuts : 1); cut++)
            {
                // Where the feed stands when the client comes back; all up to there must be told, in order and without a hole.
                var target = last is null ? 0 : await LastAsync(bench);
                var began = Stopwatch.GetTimestamp();
                using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                var isThere = last is null;
                await FollowAsync(bench, key, last, (seq, _) =>
                {
                    if (last is { } before && seq != before + 1) Interlocked.Increment(ref faults);
                    last = seq;
                    if (!isThere && seq >= target)
                    {
                        isThere = true;
                        resumed.Add(Stopwatch.GetElapsedTime(began));
                    }

                    if (isThere) stop.CancelAfter(TimeSpan.FromMilliseconds(300));
                }, stop.Token);
                if (!isThere && last < target) Interlocked.Increment(ref faults);
                await Task.Delay(n < CutOff ? TimeSpan.FromMilliseconds(random.Next(100, 3000)) : _long);
            }
        }));
        await over.CancelAsync();
        await writing;
        return (resumed, faults);
    }

    private static async Task<long> LastAsync(Bench bench)
    {
        await using var connection = new NpgsqlConnection(bench.Database);
        return await connection.QuerySingleAsync<long>("select coalesce(max(last_seq), 0) from desk.feeds");
    }

    private static async Task FollowAsync(Bench bench, string key, long? after, Action<long, long> told, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = new Uri(bench.Host.Url), Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/live");
        request.Headers.Authorization = new("Bearer", key);
        if (after is { } last) request.Headers.Add("Last-Event-ID", last.ToString(CultureInfo.InvariantCulture));
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            answer.EnsureSuccessStatusCode();
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
            while (await lines.ReadLineAsync(stop) is { } line)
            {
                if (!line.StartsWith("data:", StringComparison.Ordinal)) continue;
                using var change = JsonDocument.Parse(line["data:".Length..]);
                if (!change.RootElement.TryGetProperty("seq", out var seq)) continue;
                var conversation = change.RootElement.GetProperty("conversationId");
                told(seq.GetInt64(), conversation.ValueKind == JsonValueKind.Number ? conversation.GetInt64() : 0);
            }
        }
        catch (OperationCanceledException)
        {
            // The client was cut off.
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
