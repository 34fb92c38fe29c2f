using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Ai;

/// <summary>The emptiest answer that fits a schema.</summary>
internal static class Emptiest
{
    public static JsonNode Of(JsonObject schema)
    {
        var type = schema["type"] is JsonArray several ? several[0]!.ToString() : schema["type"]?.ToString();
        return type switch
        {
            "object" => new JsonObject((schema["properties"] as JsonObject ?? []).Select(property =>
                KeyValuePair.Create(property.Key, (JsonNode?)Of(property.Value!.AsObject())))),
            "array" => new JsonArray(),
            "integer" or "number" => JsonValue.Create(0),
            "boolean" => JsonValue.Create(false),
            _ => JsonValue.Create((schema["enum"] as JsonArray)?[0]?.ToString() ?? ""),
        };
    }
}
