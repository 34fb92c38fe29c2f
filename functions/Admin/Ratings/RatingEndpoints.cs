using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.Ratings;

/// <summary>Endpoint of ratings.</summary>
internal sealed class RatingEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "Ratings";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<RatingQueries>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("ratings", ListAsync).WithName("ListRatings").WithSummary("Ratings of orders, newest first, with what people wrote")
            .Needs(Permission.RatingsRead);

    private static async Task<Results<Ok<Page<RatingView>>, ValidationProblem>> ListAsync(
        [AsParameters] PageQuery query, RatingQueries ratings, CancellationToken cancellationToken) =>
        query.TryRead(out var page, out var refusal) ? TypedResults.Ok(await ratings.ListAsync(page, cancellationToken)) : refusal;
}
