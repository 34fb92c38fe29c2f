using System.Diagnostics;
using System.Diagnostics.Metrics;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.WhatsApp;

/// <summary>Traces and metrics of the channel, under the name <c>WhatsAppBots.WhatsApp</c>.</summary>
internal static class Telemetry
{
    private const string Name = "WhatsAppBots.WhatsApp";

    private static readonly ActivitySource _source = new(Name);
    private static readonly Meter _meter = new(Name);

    private static readonly Histogram<double> _sends = _meter.CreateHistogram<double>(
        "whatsapp.send.duration", "s", "From a send's start to its outcome, an upload before it included");
    private static readonly Counter<long> _failures = _meter.CreateCounter<long>(
        "whatsapp.send.failures", description: "Sends that were not accepted, by the provider's error code");
    private static readonly Counter<long> _downloads = _meter.CreateCounter<long>(
        "whatsapp.media.downloads", description: "Downloads, by outcome");

    public static Activity? StartSend(string type) =>
        _source.StartActivity("whatsapp send", ActivityKind.Client)?.SetTag("message.type", type);

    public static Activity? StartDownload() => _source.StartActivity("whatsapp download", ActivityKind.Client);

    public static void Sent(Activity? activity, string type, SendOutcome outcome, TimeSpan took)
    {
        var (name, code) = outcome switch
        {
            SendOutcome.Accepted => ("accepted", null),
            SendOutcome.Retry retry => ("retry", (int?)retry.Error.Code),
            SendOutcome.Failed failed => ("failed", failed.Error.Code),
            SendOutcome.Unknown => ("unknown", null),
            _ => throw new UnreachableException(),
        };
        _sends.Record(took.TotalSeconds, new("type", type), new("outcome", name));
        if (name != "accepted") _failures.Add(1, new KeyValuePair<string, object?>("code", code ?? (object)name));
        activity?.SetTag("outcome", name).SetTag("error.code", code)
            .SetStatus(name == "accepted" ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
    }

    public static void Downloaded(string outcome) => _downloads.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
