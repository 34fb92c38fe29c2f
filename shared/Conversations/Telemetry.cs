using System.Diagnostics;
using System.Diagnostics.Metrics;
using WhatsAppBots.Conversations.Rounds;

namespace WhatsAppBots.Conversations;

/// <summary>Traces and metrics of the engine, under the name <c>WhatsAppBots.Conversations</c>.</summary>
internal static class Telemetry
{
    private const string Name = "WhatsAppBots.Conversations";

    private static readonly ActivitySource _source = new(Name);
    private static readonly Meter _meter = new(Name);

    private static readonly Histogram<double> _lag = _meter.CreateHistogram<double>(
        "inbox.lag", "s", "From an input's arrival to its handling");
    private static readonly Histogram<double> _commit = _meter.CreateHistogram<double>(
        "engine.commit.duration", "s", "One round of the committer: read, handle, write");
    private static readonly Histogram<int> _roundSize = _meter.CreateHistogram<int>(
        "engine.commit.size", "{input}", "Inputs stored and handled in one commit");
    private static readonly Counter<long> _failures = _meter.CreateCounter<long>(
        "engine.failures", description: "Inputs whose handling failed, by exception");
    private static readonly Counter<long> _dead = _meter.CreateCounter<long>(
        "engine.dead_letters", description: "Inputs and events that were given up");
    private static readonly Counter<long> _refused = _meter.CreateCounter<long>(
        "engine.refused_messages", description: "Messages of a bot that break the channel's limits; plain text was sent instead");
    private static readonly Counter<long> _doubled = _meter.CreateCounter<long>(
        "outbox.possibly_doubled", description: "Messages sent again because nobody knew the outcome of the first try");

    private static readonly Counter<long> _dropped = _meter.CreateCounter<long>(
        "engine.dropped", description: "What came and was neither handled nor kept, by reason and kind: about erased people, or later than the history goes back");

    public static Activity? Start(string name, ActivityKind kind, string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, out var parent)
            ? _source.StartActivity(name, kind, parent)
            : _source.StartActivity(name, kind);

    public static Activity? StartTransition(StoredInput input, LoadedConversation conversation)
    {
        if (!_source.HasListeners()) return null;
        var activity = Start("transition", ActivityKind.Consumer, input.TraceParent);
        activity?.SetTag("conversation.id", conversation.Id).SetTag("bot", conversation.Bot).SetTag("state", conversation.State);
        return activity;
    }

    public static void Handled(StoredInput input, DateTimeOffset now) => _lag.Record((now - input.ReceivedAt).TotalSeconds);

    public static void TransitionFailed(Exception e) =>
        _failures.Add(1, new KeyValuePair<string, object?>("exception", e.GetType().Name));

    public static void Committed(TimeSpan took, int inputs)
    {
        _commit.Record(took.TotalSeconds);
        _roundSize.Record(inputs);
    }

    public static void Died(string source) => _dead.Add(1, new KeyValuePair<string, object?>("source", source));

    public static void Dropped(int count, string reason, string kind) =>
        _dropped.Add(count, new KeyValuePair<string, object?>("reason", reason), new KeyValuePair<string, object?>("kind", kind));

    public static void Refused(string type) => _refused.Add(1, new KeyValuePair<string, object?>("type", type));

    public static void PossiblyDoubled() => _doubled.Add(1);

    public static void ObserveDepth(Func<IEnumerable<Measurement<long>>> depths) =>
        _meter.CreateObservableGauge("queue.depth", depths, description: "Rows waiting, by queue");

    public static void ObserveInboxAge(Func<IEnumerable<Measurement<double>>> age) =>
        _meter.CreateObservableGauge("inbox.age", age, "s", "How long the oldest input has been waiting; 0 where none is");

    public static void ObserveStall(Func<IEnumerable<Measurement<double>>> stall) =>
        _meter.CreateObservableGauge("engine.stalled", stall, "s", "How long work has been waiting in a process that commits nothing; 0 where none is");

    public static void ObserveStopped(Func<IEnumerable<Measurement<long>>> numbers, Func<IEnumerable<Measurement<long>>> messages)
    {
        _meter.CreateObservableGauge("numbers.stopped", numbers, description: "Business numbers that may not send");
        _meter.CreateObservableGauge("outbox.stopped", messages, description: "Messages waiting for a number that may not send");
    }

    public static void ObserveDeadLetters(Func<IEnumerable<Measurement<long>>> open) =>
        _meter.CreateObservableGauge("dead_letters.open", open, description: "Dead letters that nobody has replayed");
}
