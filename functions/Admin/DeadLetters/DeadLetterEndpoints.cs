using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Admin.DeadLetters;

/// <summary>Endpoints of dead letters.</summary>
internal sealed class DeadLetterEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "Dead letters";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<DeadLetterQueries>().AddScoped<DeadLetterReplay>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("dead-letters",
            ListAsync).WithName("ListDeadLetters").WithSummary("Inputs, events and messages that were given up, newest first")
            .Needs(Permission.DeadLettersRead);
        api.MapPost("dead-letters/{id:long}/replay", ReplayAsync).WithName("ReplayDeadLetter")
            .WithSummary("Puts a dead letter back at the end of its queue").Needs(Permission.DeadLettersWrite);
    }

    private static async Task<Results<Ok<Page<DeadLetterView>>, ValidationProblem>> ListAsync(
        [AsParameters] PageQuery query, DeadLetterQueries letters, CancellationToken cancellationToken) =>
        query.TryRead(out var page, out var refusal) ? TypedResults.Ok(await letters.ListAsync(page, cancellationToken)) : refusal;

    /// <param name="id">Id of the dead letter.</param>
    private static async Task<Results<Accepted, Missing, Conflicting>> ReplayAsync(
        long id, DeadLetterReplay replay, CancellationToken cancellationToken)
    {
        try
        {
            return await replay.ReplayAsync(id, cancellationToken)
                ? TypedResults.Accepted((string?)null)
                : new Missing($"There is no dead letter {id}.");
        }
        catch (ReplayRefusedException e)
        {
            return new Conflicting(e.Message);
        }
    }
}
