using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Graph;

/// <summary>Errors in Meta's shape. https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes</summary>
internal static class GraphError
{
    private static readonly Dictionary<int, (int Status, string Title)> _known = new()
    {
        [0] = (401, "AuthException"),
        [1] = (400, "API Unknown"),
        [2] = (503, "API Service"),
        [3] = (500, "API Method"),
        [10] = (403, "Permission Denied"),
        [100] = (400, "Invalid parameter"),
        [190] = (401, "Access token has expired"),
        [368] = (403, "Temporarily blocked for policies violations"),
        [470] = (400, "Message failed to send because more than 24 hours have passed"),
        [506] = (400, "Duplicate post"),
        [130429] = (429, "Rate limit hit"),
        [130497] = (403, "Business account is restricted from messaging users in this country"),
        [131000] = (500, "Something went wrong"),
        [131005] = (403, "Access denied"),
        [131008] = (400, "Required parameter is missing"),
        [131009] = (400, "Parameter value is not valid"),
        [131016] = (500, "Service unavailable"),
        [131051] = (400, "Unsupported message type"),
        [131053] = (400, "Media upload error"),
        [132000] = (400, "Template Param Count Mismatch"),
        [132001] = (404, "Template does not exist"),
        [132005] = (400, "Template Hydrated Text Too Long"),
        [131026] = (400, "Message undeliverable"),
        [131031] = (403, "Account has been locked"),
        [131042] = (400, "Business eligibility payment issue"),
        [131045] = (500, "Incorrect certificate"),
        [131047] = (400, "Re-engagement message"),
        [131048] = (400, "Spam rate limit hit"),
        [131049] = (400, "Meta chose not to deliver"),
        [131050] = (400, "User has stopped receiving marketing messages"),
        [131056] = (400, "Pair rate limit hit"),
        [131057] = (500, "Account in maintenance mode"),
        [133000] = (500, "Incomplete deregistration"),
        [133004] = (503, "Server temporarily unavailable"),
        [133010] = (400, "Phone number not registered"),
    };

    /// <summary>Whether it is a code of Meta's, where it could be an HTTP status too.</summary>
    public static bool IsKnown(int code) => _known.ContainsKey(code);

    public static IResult Answer(int code, string details, Fault? fault = null)
    {
        var (status, title) = _known.GetValueOrDefault(code, (400, "Error"));
        var error = new JsonObject
        {
            ["message"] = $"(#{code}) {title}", ["type"] = "OAuthException", ["code"] = code,
            ["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = details },
            ["fbtrace_id"] = "simulated",
        };
        if (fault?.Subcode is { } subcode) error["error_subcode"] = subcode;
        if (fault?.IsTransient == true) error["is_transient"] = true;
        return Results.Json(new JsonObject { ["error"] = error }, statusCode: fault?.Status ?? status);
    }

    /// <summary>The same inside a failed status.</summary>
    public static JsonObject InStatus(int code, string details) => new()
    {
        ["code"] = code, ["title"] = _known.GetValueOrDefault(code, (400, "Error")).Item2,
        ["error_data"] = new JsonObject { ["details"] = details },
    };
}
