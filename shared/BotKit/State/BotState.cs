using System.Text.Json.Serialization;

namespace WhatsAppBots.BotKit.State;

/// <summary>Base of the document that a bot stores with each conversation. <see cref="StateFormat{T}"/> reads and writes it.</summary>
public abstract record BotState : StoredPart
{
    /// <summary>
    /// Version of the release that wrote the document last. An older release that writes a newer document puts its own number there: the upcasts
    /// of the newer one then run again, over what the older one changed. Documents without a number are of version 1.
    /// </summary>
    [JsonPropertyName("v")]
    [JsonPropertyOrder(-1)]
    public int Version { get; set; }
}
