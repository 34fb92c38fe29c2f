using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace WhatsAppBots.Admin.Http;

/// <summary>Answer 404: problem details that say what there is none of.</summary>
internal sealed class Missing(string detail) : ProblemAnswer(StatusCodes.Status404NotFound, detail), IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, StatusCodes.Status404NotFound);
}
