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

    private static async Task<Results<Ok<Page<ReportView>>, Refusal, ValidationProblem>> ListAsync(
        [AsParameters] PageQuery query, Caller caller, ReportQueries reports, CancellationToken cancellationToken)
    {
        // They tell of orders, payments and numbers of all of it.
        if (caller.Numbers is not null) return new Refusal("Reports are of the whole workspace, and you are there for some numbers.");
        return query.TryRead(out var page, out var refusal) ? TypedResults.Ok(await reports.ListAsync(page, cancellationToken)) : refusal;
    }
}
