using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.Updates;

/// <summary>Endpoint of webhook content that was received and not understood.</summary>
internal sealed class UpdateEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "Updates";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<UpdateQueries>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("updates", ListAsync).WithName("ListUpdates").WithSummary("Updates that were received and not understood, newest first")
            .Needs(Permission.UpdatesRead);

    private static async Task<Results<Ok<Page<UpdateView>>, ValidationProblem>> ListAsync(
        [AsParameters] PageQuery query, UpdateQueries updates, CancellationToken cancellationToken) =>
        query.TryRead(out var page, out var refusal) ? TypedResults.Ok(await updates.ListAsync(page, cancellationToken)) : refusal;
}
