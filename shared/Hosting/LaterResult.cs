using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace WhatsAppBots.Hosting;

/// <summary>Answers 503 with <c>Retry-After</c>: the host is overloaded for the moment.</summary>
public sealed class LaterResult(TimeSpan after) : IResult
{
    /// <summary>Half a minute.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        httpContext.Response.Headers.RetryAfter = ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }
}
