using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

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

    /// <summary>The bot it concerns, where it concerns one that need not be open; an extension attribute.</summary>
    public string? Bot { get; init; }

    /// <summary>The workspace it belongs to; an extension attribute.</summary>
    public required long Workspace { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>W3C trace context.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The event's record.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>Tells of something that concerns a conversation, or nobody's in particular.</summary>
    /// <param name="id">Derived from the cause.</param>
    /// <param name="app">Who tells: a name of <see cref="Apps"/>.</param>
    public static CloudEvent Of<T>(
        string id, string app, string type, long workspace, long? conversation, string? bot, DateTimeOffset time, T data, JsonTypeInfo<T> info) => new()
        {
            Id = id,
            Source = "/" + app,
            Type = type,
            Subject = conversation?.ToString(CultureInfo.InvariantCulture),
            Bot = bot,
            Workspace = workspace,
            Time = time,
            TraceParent = Activity.Current?.Id,
            Data = JsonSerializer.SerializeToElement(data, info),
        };
}
