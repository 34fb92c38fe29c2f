using Dapper;
using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Admin;

/// <summary>Transactions that see one workspace: the role owns nothing, and row-level security reads this setting.</summary>
public sealed class Workspace(Database database)
{
    /// <summary>Until there are logins everyone who has the function key works in the default workspace.</summary>
    private const long Default = 1;

    public async Task<T> RunAsync<T>(
        Func<NpgsqlConnection, NpgsqlTransaction, Task<T>> work, CancellationToken cancellationToken, long workspace = Default)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(
            "select set_config('app.workspace', @workspace, true)",
            new { workspace = workspace.ToString(System.Globalization.CultureInfo.InvariantCulture) }, transaction);
        var result = await work(connection, transaction);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
