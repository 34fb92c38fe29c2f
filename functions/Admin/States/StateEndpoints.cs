using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.States;

/// <summary>Endpoint of the states that people are in.</summary>
internal sealed class StateEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "States";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<StateQueries>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("states", ListAsync).WithName("ListStates").WithSummary("Number of people in each state of each bot")
            .Needs(Permission.StatesRead);

    private static async Task<Ok<Page<StateCount>>> ListAsync(StateQueries states, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<StateCount>(await states.ListAsync(cancellationToken), null));
}
