using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace WhatsAppBots.Admin.Http;

/// <summary>Answer 409: problem details that say why the present state of things does not allow it.</summary>
internal sealed class Conflicting(string detail) : ProblemAnswer(StatusCodes.Status409Conflict, detail), IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, StatusCodes.Status409Conflict);
}
