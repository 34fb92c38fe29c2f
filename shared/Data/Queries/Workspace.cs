using System.Globalization;
using Dapper;
using Npgsql;

namespace WhatsAppBots.Data.Queries;

/// <summary>Whose rows a caller sees.</summary>
/// <param name="Workspace">Id of the workspace.</param>
/// <param name="UserId">The person who calls; null: a key.</param>
/// <param name="Numbers">Business numbers whose conversations are seen; null: all of the workspace.</param>
public sealed record WorkspaceView(long Workspace, long? UserId = null, IReadOnlyList<string>? Numbers = null)
{
    /// <summary>The workspace of numbers that nobody has claimed, all of it.</summary>
    public static WorkspaceView Default { get; } = new(1);
}

/// <summary>
/// Transactions that see one workspace, and of it what the caller may see: the role owns nothing, and row-level security reads these
/// settings.
/// </summary>
/// <param name="view">Whose rows; null: the default workspace's.</param>
public sealed class Workspace(Database database, WorkspaceView? view = null)
{
    private const string SettingsSql =
        """
        select set_config('app.workspace', @workspace, true), set_config('app.user_id', @user, true),
               set_config('app.scope_numbers', @numbers, true)
        """;

    private readonly WorkspaceView _view = view ?? WorkspaceView.Default;

    /// <summary>Whose rows its transactions see.</summary>
    public WorkspaceView View => _view;

    /// <summary>Runs work in a transaction of its own, which is committed when the work returns.</summary>
    public async Task<T> RunAsync<T>(
        Func<NpgsqlConnection, NpgsqlTransaction, Task<T>> work, CancellationToken cancellationToken, long? workspace = null)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(
            SettingsSql,
            new
            {
                workspace = (workspace ?? _view.Workspace).ToString(CultureInfo.InvariantCulture),
                user = _view.UserId?.ToString(CultureInfo.InvariantCulture) ?? "",
                numbers = string.Join(',', _view.Numbers ?? []),
            },
            transaction);
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
