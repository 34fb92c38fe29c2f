using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using WhatsAppBots.Traffic;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

public sealed class GraphTests(ITestOutputHelper output)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    // Each trouble befalls the first try of one message in eight. What was accepted without our knowing is told by its status,
    // so that nothing needs to be sent twice.
    [Fact]
    public async Task Graph_AnsweringBadlyOrNotAtAll_GetsEachReplyOnce()
    {
        await using var trial = await Trial.StartAsync(output);
        trial.Statuses = ["sent"];
        var crowd = trial.Crowd(40);
        var tried = new ConcurrentDictionary<(string, string), bool>();
        var befallen = new ConcurrentDictionary<string, int>();
        trial.Graph.Befall = async (context, message) =>
        {
            if (Random.Shared.Next(8) > 0 || !tried.TryAdd((message.To, message.Text), true)) return false;
            var (name, befall) = _troubles[Random.Shared.Next(_troubles.Length)];
            befallen.AddOrUpdate(name, 1, (_, n) => n + 1);
            await befall(trial.Graph, context, message);
            return true;
        };
        var host = await trial.HostAsync();
        var goesOn = true;
        var talk = Trial.TalkAsync(crowd, trial.Webhooks(host), () => goesOn, _patience);
        await Task.Delay(TimeSpan.FromSeconds(Trial.IsLong ? 120 : 9));

        // A busy machine has not come to each of them by then.
        var longest = System.Diagnostics.Stopwatch.StartNew();
        while (befallen.Count < _troubles.Length && longest.Elapsed < TimeSpan.FromMinutes(2)) await Task.Delay(200);
        goesOn = false;
        await talk;
        await trial.SettleAsync();
        trial.Report(string.Join(", ", befallen.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.Equal(_troubles.Length, befallen.Count);
        Assert.Equal(0, await trial.CheckAsync(crowd));
    }

    // Who may not be written to is nobody else's trouble: not by the answer of 403, and not by a redirect of one request.
    [Fact]
    public async Task OneRestrictedRecipient_DelaysNobodyElse()
    {
        await using var trial = await Trial.StartAsync(output);
        const string Victim = "15559999999";
        const string Strayed = "15558888888";
        var answered = new ConcurrentDictionary<(string To, string Text), TimeSpan>();
        var victims = 0;
        var strayed = 0;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        trial.Graph.OnAccepted = message => answered.TryAdd((message.To, message.Text), clock.Elapsed);
        trial.Graph.Befall = async (context, message) =>
        {
            if (message.To == Victim && Interlocked.Increment(ref victims) > 0) await ErrorAsync(context, 403, 130497);
            else if (message.To == Strayed && Interlocked.Increment(ref strayed) == 1) context.Response.Redirect("https://elsewhere.invalid/");
            else return false;
            return true;
        };
        var host = await trial.HostAsync();
        var webhooks = trial.Webhooks(host);
        var said = new List<(string To, string Text, TimeSpan At)>();
        for (var round = 0; round < (Trial.IsLong ? 50 : 8); round++)
        {
            if (round == 2) await SayAsync(Victim, "I am restricted");
            if (round == 3) await SayAsync(Strayed, "I stray");
            for (var person = 0; person < 5; person++)
            {
                var phone = $"1555000{person:0000}";
                said.Add((phone, $"round-{round}", clock.Elapsed));
                await SayAsync(phone, $"round-{round}");
            }

            await Task.Delay(TimeSpan.FromSeconds(2));
        }

        for (var n = 0; n < 120 && answered.Count < said.Count + 1; n++) await Task.Delay(500);
        var waits = said.Select(message => answered.FirstOrDefault(
            answer => answer.Key.To == message.To && answer.Key.Text.EndsWith(message.Text, StringComparison.Ordinal)).Value - message.At).ToList();

        // What two rounds of answers took before there was any trouble is the machine's part, busy as it may be.
        var before = waits.Take(10).Max();
        trial.Report($"{waits.Count} answers of others, the slowest after {waits.Max().TotalSeconds:0.00} s; before it {before.TotalSeconds:0.00} s");
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(2) + before));
        Assert.Equal(1, victims);
        Assert.Contains(answered.Keys, answer => answer.To == Strayed);

        Task SayAsync(string phone, string text) =>
            webhooks.DeliverAsync(MetaWebhooks.Body(MetaWebhooks.Text(Trial.Number, phone, $"wamid.{phone}.{text}", text)));
    }

    private static readonly (string Name, Func<GraphStandIn, HttpContext, Accepted, Task> Befall)[] _troubles =
    [
        ("500", (_, context, _) => ErrorAsync(context, 500, 1)),
        ("503 and a page", (_, context, _) => TextAsync(context, 503, "<html>Service unavailable</html>")),
        ("429", (_, context, _) => ErrorAsync(context, 429, 80007)),
        ("130429", (_, context, _) => ErrorAsync(context, 400, 130429)),
        ("131056", (_, context, _) => ErrorAsync(context, 400, 131056)),
        ("garbage", (_, context, _) => TextAsync(context, 200, "<html>Sign in to this network</html>")),
        ("half an answer", (_, context, _) => TextAsync(context, 200, "{\"messages\":[{")),
        ("nothing", (_, context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default)),
        ("accepted, not answered", (graph, context, message) =>
        {
            graph.OnAccepted(message);
            context.Abort();
            return Task.CompletedTask;
        }),
        ("accepted, answered too late", (graph, context, message) =>
        {
            graph.OnAccepted(message);
            return Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }),
    ];

    private static Task ErrorAsync(HttpContext context, int status, int code) =>
        TextAsync(context, status, $$$"""{"error":{"message":"(#{{{code}}}) As asked","type":"OAuthException","code":{{{code}}},"fbtrace_id":"A"}}""");

    private static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(text);
    }
}
