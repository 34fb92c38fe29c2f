using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Graph;

/// <summary>Errors in Meta's shape. https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes</summary>
internal static class GraphError
{
    private static readonly Dictionary<int, (int Status, string Title)> _known = new()
    {
        [100] = (400, "Invalid parameter"),
        [190] = (401, "Access token has expired"),
        [130429] = (429, "Rate limit hit"),
        [131000] = (500, "Something went wrong"),
        [131008] = (400, "Required parameter is missing"),
        [131009] = (400, "Parameter value is not valid"),
        [131051] = (400, "Unsupported message type"),
        [131053] = (400, "Media upload error"),
        [132000] = (400, "Template Param Count Mismatch"),
        [132001] = (404, "Template does not exist"),
        [132005] = (400, "Template Hydrated Text Too Long"),
        [131026] = (400, "Message undeliverable"),
        [131047] = (400, "Re-engagement message"),
        [131049] = (400, "Meta chose not to deliver"),
        [131050] = (400, "User has stopped receiving marketing messages"),
        [131056] = (400, "Pair rate limit hit"),
        [131057] = (500, "Account in maintenance mode"),
    };

    public static IResult Answer(int code, string details)
    {
        var (status, title) = _known.GetValueOrDefault(code, (400, "Error"));
        return Results.Json(
            new JsonObject
            {
                ["error"] = new JsonObject
                {
                    ["message"] = $"(#{code}) {title}", ["type"] = "OAuthException", ["code"] = code,
                    ["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = details },
                    ["fbtrace_id"] = "simulated",
                },
            },
            statusCode: status);
    }

    /// <summary>The same inside a failed status.</summary>
    public static JsonObject InStatus(int code, string details) => new()
    {
        ["code"] = code, ["title"] = _known.GetValueOrDefault(code, (400, "Error")).Item2,
        ["error_data"] = new JsonObject { ["details"] = details },
    };
}
