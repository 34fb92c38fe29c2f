using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Hosting;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Admin.Status;

/// <summary>How the platform does now.</summary>
/// <param name="Version">Of the program that answers: release and commit.</param>
/// <param name="StartedAt">When its process was started.</param>
/// <param name="MemoryBytes">What its process takes of the machine's memory.</param>
/// <param name="DatabaseMs">How long the database took to answer all that is told here.</param>
/// <param name="Traffic">What goes through the workspace's conversations.</param>
/// <param name="Queues">Events that wait, and what was given up.</param>
internal sealed record SystemStatus(
    string Version, DateTimeOffset StartedAt, long MemoryBytes, double DatabaseMs, TrafficView Traffic, QueueView Queues);

/// <summary>Endpoint of the platform's state, for a dashboard. Probes of machines ask <c>/health</c>, which needs no key.</summary>
internal sealed class StatusEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "System";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<TrafficQueries>().AddScoped<QueueQueries>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("system-status", ReadAsync).WithName("GetSystemStatus")
        .WithSummary("How the platform does: version, memory, queues, times of answers").Needs(Permission.StatesRead);

    private static async Task<Ok<SystemStatus>> ReadAsync(TrafficQueries traffic, QueueQueries queues, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var (now, waiting) = (await traffic.ReadAsync(cancellationToken), await queues.ReadAsync(cancellationToken));
        using var process = Process.GetCurrentProcess();
        return TypedResults.Ok(new SystemStatus(
            ProgramVersion.Text, new DateTimeOffset(process.StartTime).ToUniversalTime(), process.WorkingSet64,
            Math.Round(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 1), now, waiting));
    }
}
