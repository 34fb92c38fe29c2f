using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.Reports;

/// <summary>Endpoint of reports.</summary>
internal sealed class ReportEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "Reports";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<ReportQueries>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("reports",
            ListAsync).WithName("ListReports").WithSummary("Reports of maintenance and of money that moved elsewhere, newest first")
            .Needs(Permission.ReportsRead);

    private static async Task<Results<Ok<Page<ReportView>>, ValidationProblem>> ListAsync(
        [AsParameters] PageQuery query, ReportQueries reports, CancellationToken cancellationToken) =>
        query.TryRead(out var page, out var refusal) ? TypedResults.Ok(await reports.ListAsync(page, cancellationToken)) : refusal;
}
