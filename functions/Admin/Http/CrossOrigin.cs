using Microsoft.AspNetCore.Http;

namespace WhatsAppBots.Admin.Http;

/// <summary>
/// Lets pages of the origins in ALLOWED_ORIGINS call with a bearer token (CORS). Never with the cookie: browsers are not told that they may
/// send it.
/// </summary>
internal sealed class CrossOrigin(RequestDelegate next, ApiOptions options)
{
    private const string Methods = "GET, POST, PUT, PATCH, DELETE";
    private const string Headers = "authorization, content-type, idempotency-key";
    private const string Exposed = "retry-after, location";
    private const string Remembered = "600";

    /// <summary>Answers a browser's question whether it may call, or runs the rest of the pipeline.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        if (options.AllowedOrigins.Count > 0) headers.Vary = "Origin";
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || !options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)) return next(context);
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = Exposed;
        if (!HttpMethods.IsOptions(request.Method) || request.Headers.AccessControlRequestMethod.Count == 0) return next(context);
        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = Headers;
        headers.AccessControlMaxAge = Remembered;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
