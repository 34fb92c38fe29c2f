using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Azure;

/// <summary>Gives each answer over HTTP the headers it has under Standalone.</summary>
internal sealed class AnswerHeaders : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http) SecurityHeaders.Apply(http);
        return next(context);
    }
}
