using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace WhatsAppBots.Admin.Http;

/// <summary>Answer of problem details with one status. A class of its own for each status: the OpenAPI document reads it from the
/// type.</summary>
internal abstract class ProblemAnswer(int status, string detail, string? code = null) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => status;

    /// <inheritdoc/>
    public virtual Task ExecuteAsync(HttpContext httpContext) => TypedResults.Problem(
        detail, statusCode: status, extensions: code is null ? null : new Dictionary<string,
            object?>
        { ["code"] = code }).ExecuteAsync(httpContext);

    /// <summary>Says in the metadata of an endpoint that it may answer so.</summary>
    protected static void Describe(EndpointBuilder builder, int status) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), ["application/problem+json"]));
}
