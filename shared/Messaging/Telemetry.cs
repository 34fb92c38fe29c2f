using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WhatsAppBots.Messaging;

/// <summary>Traces and metrics of events between apps, under the name <c>WhatsAppBots.Messaging</c>.</summary>
internal static class Telemetry
{
    private const string Name = "WhatsAppBots.Messaging";

    private static readonly ActivitySource _source = new(Name);
    private static readonly Meter _meter = new(Name);

    private static readonly Counter<long> _dead = _meter.CreateCounter<long>(
        "engine.dead_letters", description: "Inputs and events that were given up");

    private static readonly Counter<long> _busFailures = _meter.CreateCounter<long>(
        "bus.failures", description: "Times that the bus did not take what was published");

    public static Activity? Start(string name, ActivityKind kind, string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, out var parent)
            ? _source.StartActivity(name, kind, parent)
            : _source.StartActivity(name, kind);

    public static void Died() => _dead.Add(1, new KeyValuePair<string, object?>("source", "event"));

    public static void BusFailed() => _busFailures.Add(1);
}
