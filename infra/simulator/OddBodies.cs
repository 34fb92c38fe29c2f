using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsAppBots.Simulator.Graph;

namespace WhatsAppBots.Simulator;

/// <summary>
/// Answers 400, as the providers do, to a body that has another shape than theirs: an array where an object belongs, a word where a
/// number does.
/// </summary>
internal static class OddBodies
{
    /// <summary>Adds it in front of all routes.</summary>
    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (IsFaultOf(e) && HttpMethods.IsPost(context.Request.Method) && !context.Response.HasStarted)
        {
            await Answer(context.Request.Path, e.Message).ExecuteAsync(context);
        }
    });

    /// <summary>Whether it is what reading a body of another shape fails with.</summary>
    public static bool IsFaultOf(Exception e) =>
        e is InvalidOperationException or FormatException or ArgumentException or NullReferenceException or JsonException;

    private static IResult Answer(PathString path, string fault) => path.StartsWithSegments("/graph")
        ? GraphError.Answer(MessageRules.Parameter, "a field has the wrong type")
        : Results.Json(new JsonObject { ["error"] = new JsonObject { ["message"] = fault, ["type"] = "invalid_request_error" } },
            statusCode: StatusCodes.Status400BadRequest);
}
