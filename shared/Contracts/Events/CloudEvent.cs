using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhatsAppBots.Contracts.Events;

/// <summary>CloudEvents 1.0 in JSON. https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md</summary>
public sealed record CloudEvent
{
    /// <summary>Always <c>1.0</c>.</summary>
    [JsonPropertyName("specversion")]
    public string SpecVersion { get; init; } = "1.0";

    /// <summary>Unique; derived from the cause, so that doing a thing twice tells of it once.</summary>
    public required string Id { get; init; }

    /// <summary>The app it comes from: <c>/messages</c>, <c>/images</c>, …</summary>
    public required string Source { get; init; }

    /// <summary>A name of <see cref="EventTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>The conversation's id, where it concerns one.</summary>
    public string? Subject { get; init; }

    /// <summary>The workspace it belongs to; an extension attribute.</summary>
    public required long Workspace { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>W3C trace context.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The event's record.</summary>
    public required JsonElement Data { get; init; }
}
