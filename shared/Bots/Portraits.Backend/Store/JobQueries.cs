using Dapper;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Portraits.Backend.Store;

/// <summary>Order at the AI provider.</summary>
/// <param name="Model">The provider's id of the trained model.</param>
/// <param name="Pictures">Pictures that are made.</param>
public sealed record OrderJobView(string State, long? Model, int Pictures, string? Error);

/// <summary>Reads where orders stand at the AI provider.</summary>
public sealed class JobQueries(Workspace workspace)
{
    private const string OfOrdersSql =
        """
        select distinct on (j.order_id) j.order_id as Id, j.state as State, j.tune_id as Model, j.error as Error,
               (select count(*) from images.results r where r.order_id = j.order_id and r.attempt = j.attempt)::int as Pictures
        from images.jobs j where j.order_id = any(@orders) order by j.order_id, j.attempt desc
        """;

    /// <summary>The last job of each of these orders; an order that was never asked for has none.</summary>
    public Task<IReadOnlyDictionary<long, OrderJobView>> OfOrdersAsync(IEnumerable<long> orders, CancellationToken cancellationToken) =>
        workspace.RunAsync<IReadOnlyDictionary<long, OrderJobView>>(
            async (connection, transaction) =>
            {
                var rows = await connection.QueryAsync<(long Id, string State, long? Model, string? Error, int Pictures)>(new CommandDefinition(
                    OfOrdersSql, new { orders = orders.ToArray() }, transaction, cancellationToken: cancellationToken));
                return rows.ToDictionary(row => row.Id, row => new OrderJobView(row.State, row.Model, row.Pictures, row.Error));
            },
            cancellationToken);
}
