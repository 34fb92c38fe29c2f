using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace WhatsAppBots.Admin.Http;

/// <summary>Answer 403: problem details that say why the caller may not.</summary>
/// <param name="code">What a program goes by: <c>confirm</c>, <c>second-factor</c>; null where there is nothing to do about it.</param>
internal sealed class Refusal(string detail, string? code = null) : ProblemAnswer(StatusCodes.Status403Forbidden, detail, code),
    IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, StatusCodes.Status403Forbidden);
}

/// <summary>Answer 401: problem details that say what is missing or wrong.</summary>
/// <param name="code">What a program goes by: <c>code</c>, where a code of the second factor is missing; null else.</param>
internal sealed class SignInFirst(string detail, string? code = null)
    : ProblemAnswer(StatusCodes.Status401Unauthorized, detail, code), IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, StatusCodes.Status401Unauthorized);

    /// <inheritdoc/>
    public override Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return base.ExecuteAsync(httpContext);
    }
}

/// <summary>Answer 429: too many calls; <c>Retry-After</c> says when it goes on.</summary>
internal sealed class Waiting(TimeSpan left)
    : ProblemAnswer(StatusCodes.Status429TooManyRequests, $"Too many calls; go on in {Seconds(left)} s."), IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe(builder, StatusCodes.Status429TooManyRequests);

    /// <inheritdoc/>
    public override Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = Seconds(left);
        return base.ExecuteAsync(httpContext);
    }

    private static string Seconds(TimeSpan left) =>
        Math.Max(1, (long)Math.Ceiling(left.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Answer 400: problem details that say what is wrong with what was sent.</summary>
/// <param name="code">What a program goes by; null where the sentence is for people alone.</param>
internal sealed class Wrong(string detail, string? code = null)
    : ProblemAnswer(StatusCodes.Status400BadRequest, detail, code), IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, StatusCodes.Status400BadRequest);
}
