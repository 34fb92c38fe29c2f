using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.Audit;

/// <summary>Endpoint of the audit log.</summary>
internal sealed class AuditEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "Audit";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services)
    {
    }

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("audit", ListAsync).WithName("ListAudit").WithSummary("What was done and refused, by whom, newest first")
            .Needs(Permission.AuditRead);

    private static async Task<Results<Ok<Page<AuditView>>, ValidationProblem>> ListAsync(
        [AsParameters] PageQuery query, AuditLog audit, CancellationToken cancellationToken) =>
        query.TryRead(out var page, out var refusal) ? TypedResults.Ok(await audit.ListAsync(page, cancellationToken)) : refusal;
}
