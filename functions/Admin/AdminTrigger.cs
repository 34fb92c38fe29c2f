using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace WhatsAppBots.Admin;

/// <summary>Trigger of the API and its pages: every address that no other function has. The API itself finds out who calls.</summary>
public sealed class AdminTrigger(AdminApi api)
{
    /// <summary>Hands the request to the API. The answer is written before the invocation ends: after it nothing is sure to run.</summary>
    [Function("Api")]
    public async Task<IResult> Answer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", "options", Route = "{*path}")] HttpRequest request)
    {
        await api.AnswerAsync(request.HttpContext);
        return Results.Empty;
    }
}
