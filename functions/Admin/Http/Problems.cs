using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WhatsAppBots.Admin.Http;

/// <summary>
/// Errors of the API as problem details (RFC 9457), whatever they come from: no such route, a method that a route does not take, a
/// parameter that
/// cannot be read, an endpoint that throws.
/// </summary>
internal sealed partial class Problems(RequestDelegate next, ILogger<Problems> logger)
{
    /// <summary>Runs the rest of the pipeline, and answers where that does not.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        string? detail = null;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone.
            return;
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            (context.Response.StatusCode, detail) = (e.StatusCode, Said(e));
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Log.Failed(logger, e, context.Request.Method, context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        var response = context.Response;
        if (response.HasStarted || response.StatusCode < StatusCodes.Status400BadRequest || response.ContentType is not null) return;
        await TypedResults.Problem(detail ?? Of(response.StatusCode), statusCode: response.StatusCode).ExecuteAsync(context);
    }

    // What the framework refuses without a word.
    private static string? Of(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => "The body is not JSON by its Content-Type: send application/json.",
        _ => null,
    };

    private const string TooLarge = "The body is too large.";
    private const string NoBody = "Implicit body inferred";

    // The framework names our types; the caller wants to know where in what they sent.
    private static string Said(BadHttpRequestException e) => e.InnerException switch
    {
        JsonException { Path: { Length: > 1 } path } => $"The body is not what this operation takes: look at {path}.",
        JsonException => "The body is not the JSON that this operation takes: a name is unknown, or it is no JSON.",
        _ when e.StatusCode == StatusCodes.Status413PayloadTooLarge => TooLarge,
        _ when e.Message.StartsWith(NoBody, StringComparison.Ordinal) => "The body is missing: this operation takes JSON.",
        _ => e.Message,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed")]
        public static partial void Failed(ILogger logger, Exception e, string method, string path);
    }
}
