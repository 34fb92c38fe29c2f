using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Azure;

/// <summary>
/// Gives each answer over HTTP the headers it has under Standalone, and a function that throws the answer 500: the worker by itself answers
/// 200 with an empty body, and whoever called would not call again.
/// </summary>
internal sealed class AnswerHeaders : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext();
        if (http is not null) SecurityHeaders.Apply(http);
        try
        {
            await next(context);
        }
        catch when (http is { Response.HasStarted: false })
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            throw;
        }
    }
}
