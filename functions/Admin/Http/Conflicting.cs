using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace WhatsAppBots.Admin.Http;

/// <summary>Answer 409: problem details that say why the present state of things does not allow it.</summary>
/// <param name="code">What a program goes by: <c>window_closed</c>, <c>claimed</c>; null: there is nothing to tell apart.</param>
internal sealed class Conflicting(string detail, string? code = null)
    : ProblemAnswer(StatusCodes.Status409Conflict, detail, code), IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, StatusCodes.Status409Conflict);
}
