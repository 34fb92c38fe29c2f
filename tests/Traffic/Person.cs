using System.Diagnostics;
using System.Globalization;

namespace WhatsAppBots.Traffic;

/// <summary>Someone who writes to Echo, and what came back.</summary>
public sealed class Person(string number, string phone, string run)
{
    private const string Apology = "Sorry, something went wrong";

    private readonly Lock _lock = new();
    private readonly List<string> _replies = [];
    private readonly HashSet<string> _distinct = [];
    private TaskCompletionSource? _answered;
    private string _expected = "";
    private int _awaited;

    /// <summary>International, digits only.</summary>
    public string Phone => phone;

    /// <summary>Texts written so far.</summary>
    public int Written { get; private set; }

    /// <summary>The next text as a change of a webhook. Each is <c>hello w{n}</c>.</summary>
    public string Next()
    {
        var n = ++Written;
        return MetaWebhooks.Text(number, phone, $"wamid.{run}.{phone}.{n}", $"hello w{n.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>Writes the next text and waits for its answer.</summary>
    /// <returns>How long the webhook's answer and the reply took; posts beyond the first count in the latter.</returns>
    public async Task<(TimeSpan Webhook, TimeSpan Reply)> ExchangeAsync(MetaWebhooks webhooks, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        var body = MetaWebhooks.Body(Next());
        var answered = Expect(Written);
        var started = Stopwatch.GetTimestamp();
        await webhooks.DeliverAsync(body, cancellationToken);
        var webhook = Stopwatch.GetElapsedTime(started);
        await answered.WaitAsync(timeout, cancellationToken);
        return (webhook, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Completes when so many different replies have come.</summary>
    public Task WhenAnswered(int count)
    {
        lock (_lock)
        {
            if (_distinct.Count >= count) return Task.CompletedTask;
            (_awaited, _expected) = (count, "");
            return (_answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>A reply arrived on the phone.</summary>
    public void Receive(string text)
    {
        lock (_lock)
        {
            // Whose message was given up is told so: that is no answer of the bot.
            if (text.StartsWith(Apology, StringComparison.Ordinal)) return;
            _replies.Add(text);
            _distinct.Add(text);
            if (_answered is null || (_expected.Length > 0 ? text != _expected : _distinct.Count < _awaited)) return;
            _answered.TrySetResult();
            _answered = null;
        }
    }

    /// <summary>What is wrong with the replies as they came.</summary>
    public Verdict Judge()
    {
        lock (_lock)
        {
            var expected = Enumerable.Range(1, Written).Select(Reply).ToList();
            var first = _replies.Distinct().ToList();
            var lost = expected.Except(first).ToList();
            return new Verdict(
                Lost: lost.Count,
                Doubled: _replies.Count - first.Count,
                Wrong: first.Except(expected).Count(),
                Disordered: !first.Intersect(expected).SequenceEqual(expected.Except(lost)) ? 1 : 0);
        }
    }

    private Task Expect(int n)
    {
        lock (_lock)
        {
            _expected = Reply(n);
            return (_answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private static string Reply(int n) => string.Create(CultureInfo.InvariantCulture, $"n={n} re:w{n}");
}

/// <summary>What is wrong with replies: never answered, answered more than once, never to be said, people whose answers came out of order.</summary>
public sealed record Verdict(int Lost, int Doubled, int Wrong, int Disordered)
{
    /// <summary>Nothing at all.</summary>
    public static Verdict Sound { get; } = new(0, 0, 0, 0);

    /// <summary>Two verdicts together.</summary>
    public static Verdict operator +(Verdict a, Verdict b) =>
        new(a.Lost + b.Lost, a.Doubled + b.Doubled, a.Wrong + b.Wrong, a.Disordered + b.Disordered);
}
