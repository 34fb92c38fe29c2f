using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.Benchmarks;

/// <summary>What a load measured.</summary>
/// <param name="Messages">Messages answered.</param>
/// <param name="Took">From the first message to the last answer.</param>
/// <param name="Webhook">Until the webhook was answered.</param>
/// <param name="Reply">From the moment a message was due until its reply was with the Graph API.</param>
internal sealed record Measured(int Messages, TimeSpan Took, Latencies Webhook, Latencies Reply)
{
    public double PerSecond => Messages / Took.TotalSeconds;
}

/// <summary>People who write to Echo, in several ways.</summary>
internal sealed class Load(GraphStandIn graph, MetaWebhooks webhooks)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static int _runs;

    /// <summary>A crowd that nobody has met before; its replies find it.</summary>
    /// <param name="number">The business number they write to; null: Echo's.</param>
    public Crowd Crowd(int count, string? number = null)
    {
        var run = Interlocked.Increment(ref _runs);
        var crowd = new Crowd(number ?? Bench.Number, count, $"{Environment.ProcessId:x}{run}", 490_000_000_000 + (run * 10_000_000L));
        graph.OnAccepted = crowd.Receive;
        return crowd;
    }

    /// <summary>Each person writes, waits for the answer, and writes again.</summary>
    public async Task<Measured> ClosedAsync(Crowd crowd, TimeSpan howLong, int most = int.MaxValue)
    {
        var (webhook, reply) = (new Latencies(), new Latencies());
        var left = most;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(crowd.People.Select(async person =>
        {
            while (Stopwatch.GetElapsedTime(started) < howLong && Interlocked.Decrement(ref left) >= 0)
            {
                var (answered, replied) = await person.ExchangeAsync(webhooks, _patience);
                webhook.Add(answered);
                reply.Add(replied);
            }
        }));
        var took = Stopwatch.GetElapsedTime(started);
        Check(crowd);
        return new Measured(reply.Count, took, webhook, reply);
    }

    /// <summary>Messages fall due at a steady rate, each from the next person, whether the last was answered or not.</summary>
    public async Task<Measured> OpenAsync(Crowd crowd, double perSecond, TimeSpan howLong)
    {
        var (webhook, reply) = (new Latencies(), new Latencies());
        var due = new ConcurrentDictionary<(string, string), long>();
        graph.OnAccepted = message =>
        {
            if (due.TryRemove((message.To, message.Text), out var at)) reply.Add(Stopwatch.GetElapsedTime(at));
            crowd.Receive(message);
        };
        var started = Stopwatch.GetTimestamp();
        var total = (int)(perSecond * howLong.TotalSeconds);
        var posts = new Task[total];
        await Task.Factory.StartNew(
            () =>
            {
                for (var n = 0; n < total; n++)
                {
                    var at = started + (long)(n / perSecond * Stopwatch.Frequency);
                    Clock.SleepUntil(at);
                    posts[n] = PostAsync(crowd.People[n % crowd.People.Count], at);
                }
            }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAll(posts);
        await Task.WhenAll(crowd.People.Select(person => person.WhenAnswered(person.Written))).WaitAsync(_patience);
        var took = Stopwatch.GetElapsedTime(started);
        Check(crowd);
        return new Measured(total, took, webhook, reply);

        async Task PostAsync(Person person, long at)
        {
            var body = MetaWebhooks.Body(person.Next());
            due[(person.Phone, string.Create(CultureInfo.InvariantCulture, $"n={person.Written} re:w{person.Written}"))] = at;
            await webhooks.DeliverAsync(body);
            webhook.Add(Stopwatch.GetElapsedTime(at));
        }
    }

    /// <summary>One POST with all messages of a crowd.</summary>
    public async Task<Measured> BatchAsync(Crowd crowd, int updates)
    {
        var (webhook, reply) = (new Latencies(), new Latencies());
        var body = MetaWebhooks.Body([.. Enumerable.Range(0, updates).Select(n => crowd.People[n % crowd.People.Count].Next())]);
        var started = Stopwatch.GetTimestamp();
        await webhooks.DeliverAsync(body);
        webhook.Add(Stopwatch.GetElapsedTime(started));
        await Task.WhenAll(crowd.People.Select(person => person.WhenAnswered(person.Written))).WaitAsync(_patience);
        reply.Add(Stopwatch.GetElapsedTime(started));
        Check(crowd);
        return new Measured(updates, Stopwatch.GetElapsedTime(started), webhook, reply);
    }

    private static void Check(Crowd crowd)
    {
        var verdict = crowd.Judge();
        if (verdict != Verdict.Sound) throw new BrokenPromiseException(verdict);
    }
}

/// <summary>Replies were lost, doubled or disordered: what was measured is worth nothing.</summary>
internal sealed class BrokenPromiseException(Verdict verdict) : Exception($"The replies are not sound: {verdict}");
