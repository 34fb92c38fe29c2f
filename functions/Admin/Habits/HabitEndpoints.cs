using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Habits.Backend.Store;

namespace WhatsAppBots.Admin.Habits;

/// <summary>Endpoint of habits.</summary>
internal sealed class HabitEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "Habits";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<HabitQueries>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("habits", ListAsync).WithName("ListHabits").WithSummary("Habits, newest first, with how today goes")
            .Needs(Permission.HabitsRead);

    private static async Task<Results<Ok<Page<HabitView>>, ValidationProblem>> ListAsync(
        [AsParameters] PageQuery query, HabitQueries habits, CancellationToken cancellationToken) =>
        query.TryRead(out var page, out var refusal) ? TypedResults.Ok(await habits.ListAsync(page, cancellationToken)) : refusal;
}
