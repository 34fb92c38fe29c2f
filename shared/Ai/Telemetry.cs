using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenAI.Chat;

namespace WhatsAppBots.Ai;

/// <summary>Traces and metrics of the AI, under the name <c>WhatsAppBots.Ai</c>.</summary>
internal static class Telemetry
{
    private const string Name = "WhatsAppBots.Ai";
    private const decimal Million = 1_000_000;

    private static readonly ActivitySource _source = new(Name);
    private static readonly Meter _meter = new(Name);

    private static readonly Histogram<double> _duration = _meter.CreateHistogram<double>(
        "ai.duration", "s", "From a question to its answer, or until there is none");
    private static readonly Counter<long> _calls = _meter.CreateCounter<long>("ai.calls", description: "Requests to the provider, second tries included");
    private static readonly Counter<long> _failures = _meter.CreateCounter<long>("ai.failures", description: "Questions without an answer, by kind");
    private static readonly Counter<long> _tokens = _meter.CreateCounter<long>("ai.tokens", "{token}", "Tokens that were paid for, by direction");
    private static readonly Counter<double> _cost = _meter.CreateCounter<double>("ai.cost", "USD", "By AI_PRICES");

    public static Activity? Start(string task) => _source.StartActivity("ai ask", ActivityKind.Client)?.SetTag("ai.task", task);

    public static void Called(string task) => _calls.Add(1, new KeyValuePair<string, object?>("task", task));

    public static void Paid(string task, ChatTokenUsage? usage, AiPrices? prices)
    {
        if (usage is null) return;
        _tokens.Add(usage.InputTokenCount, new("task", task), new("direction", "in"));
        _tokens.Add(usage.OutputTokenCount, new("task", task), new("direction", "out"));
        if (prices is null) return;
        var cost = ((usage.InputTokenCount * prices.In) + (usage.OutputTokenCount * prices.Out)) / Million;
        _cost.Add((double)cost, new KeyValuePair<string, object?>("task", task));
    }

    public static void Ended(Activity? activity, string task, AiReply reply, TimeSpan took)
    {
        var outcome = reply.Failure ?? "answered";
        _duration.Record(took.TotalSeconds, new("task", task), new("outcome", outcome));
        if (reply.Failure is not null) _failures.Add(1, new("task", task), new("kind", reply.Failure));
        activity?.SetTag("outcome", outcome).SetStatus(reply.Failure is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
    }
}
