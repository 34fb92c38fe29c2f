using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace WhatsAppBots.Admin;

/// <summary>Trigger of the API: every address below <c>/api</c>, behind the function key until there are logins.</summary>
public sealed class AdminTrigger(AdminApi api)
{
    /// <summary>Hands the request to the API. The answer is written before the invocation ends: after it nothing is sure to run.</summary>
    [Function("Api")]
    public async Task<IResult> Answer(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", "put", "patch", "delete", Route = "api/{*path}")] HttpRequest request)
    {
        await api.AnswerAsync(request.HttpContext);
        return Results.Empty;
    }
}
