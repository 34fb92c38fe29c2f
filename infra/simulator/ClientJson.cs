using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator;

/// <summary>
/// Bodies of requests as JSON. Whoever may call a stand-in may send it anything: what is no good JSON is refused and breaks nothing.
/// </summary>
internal static class ClientJson
{
    /// <summary>No key stands twice in an object.</summary>
    public static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads an object.</summary>
    /// <returns>Null: it is none, a key stands in it twice, or a text holds half a character, which nothing can carry on.</returns>
    public static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, documentOptions: Strict,
                cancellationToken: request.HttpContext.RequestAborted) is JsonObject body
                && IsText(body) ? body : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether all of it can be written down again. JSON can name half of a surrogate pair.</summary>
    public static bool IsText(JsonNode body)
    {
        try
        {
            return body.ToJsonString().Length > 0;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A text; null: it is not there, or is no text and no number.</summary>
    public static string? Text(JsonNode? parent, string name) => parent is JsonObject fields && fields[name] is JsonValue value
        ? value.ToString() : null;
}
