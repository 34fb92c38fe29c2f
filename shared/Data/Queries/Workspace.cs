using System.Globalization;
using Dapper;
using Npgsql;

namespace WhatsAppBots.Data.Queries;

/// <summary>Transactions that see one workspace: the role owns nothing, and row-level security reads this setting.</summary>
public sealed class Workspace(Database database)
{
    /// <summary>Until there are logins everyone who has the function key works in the default workspace.</summary>
    private const long Default = 1;

    /// <summary>Runs work in a transaction of its own, which is committed when the work returns.</summary>
    public async Task<T> RunAsync<T>(
        Func<NpgsqlConnection, NpgsqlTransaction, Task<T>> work, CancellationToken cancellationToken, long workspace = Default)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(
            "select set_config('app.workspace', @workspace, true)",
            new { workspace = workspace.ToString(CultureInfo.InvariantCulture) }, transaction);
        var result = await work(connection, transaction);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>Reads a page of a list.</summary>
    /// <param name="sql">The list in its order, with the parameters <c>@After</c> and <c>@Limit</c>.</param>
    /// <param name="view">Makes an item of a row.</param>
    /// <param name="id">The id of an item by which the list is ordered.</param>
    /// <param name="more">Further parameters.</param>
    public Task<Page<TView>> PageAsync<TRow, TView>(
        string sql, PageRequest page, Func<TRow, TView> view, Func<TView, long> id, CancellationToken cancellationToken,
        params IReadOnlyList<(string Name, string? Value)> more) =>
        RunAsync(
            async (connection, transaction) =>
            {
                var parameters = new DynamicParameters(new { page.After, page.Limit });
                foreach (var (name, value) in more) parameters.Add(name, value);
                var command = new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken);
                var rows = await connection.QueryAsync<TRow>(command);
                return page.Cut([.. rows.Select(view)], id);
            },
            cancellationToken);
}
