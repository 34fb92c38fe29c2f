using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhatsAppBots.Conversations.Handling;

/// <summary>JSON of inputs as inbox rows hold them.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Input))]
[JsonSerializable(typeof(Dictionary<string, ParkedState>))]
public sealed partial class HandlingJson : JsonSerializerContext;
