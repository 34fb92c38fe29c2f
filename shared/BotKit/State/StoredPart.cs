using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhatsAppBots.BotKit.State;

/// <summary>Base of every record in a stored document. Members that only a later release knows are kept and written back.</summary>
public abstract record StoredPart
{
    /// <summary>Members that this release does not know; null: none.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
