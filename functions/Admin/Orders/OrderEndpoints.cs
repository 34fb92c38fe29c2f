using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Money.Queries;
using WhatsAppBots.Portraits.Backend.Store;

namespace WhatsAppBots.Admin.Orders;

/// <summary>Endpoint of orders.</summary>
internal sealed class OrderEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "Orders";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<OrderQueries>().AddScoped<JobQueries>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("orders", ListAsync).WithName("ListOrders").WithSummary("Orders, newest first, with what became of each")
            .Needs(Permission.OrdersRead);

    private static async Task<Results<Ok<Page<OrderView>>, ValidationProblem>> ListAsync(
        [AsParameters] PageQuery query, OrderQueries orders, JobQueries jobs, CancellationToken cancellationToken)
    {
        if (!query.TryRead(out var page, out var refusal)) return refusal;
        var found = await orders.ListAsync(page, cancellationToken);
        var made = await jobs.OfOrdersAsync(found.Items.Select(order => order.Id), cancellationToken);
        return TypedResults.Ok(new Page<OrderView>(
            [.. found.Items.Select(order => OrderView.Of(order, made.GetValueOrDefault(order.Id)))], found.Next));
    }
}
