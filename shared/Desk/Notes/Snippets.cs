using Dapper;
using Npgsql;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Feed;
using WhatsAppBots.Desk.Threads;

namespace WhatsAppBots.Desk.Notes;

/// <summary>Text that agents send often.</summary>
/// <param name="Name">What is typed after a slash: 1 to 40 letters, digits, <c>-</c> and <c>_</c>.</param>
public sealed record SnippetView(long Id, string Name, string Body, long Version);

/// <summary>Reads and writes snippets, in the order of their names.</summary>
public sealed class Snippets(Workspace workspace)
{
    /// <summary>Snippets of a workspace at most.</summary>
    public const int Most = 500;

    private const string Own = "nullif(current_setting('app.workspace', true), '')::bigint";
    private const string ListSql = "select id, name, body, version from desk.snippets order by name limit 500";

    private const string AddSql =
        $"""
        insert into desk.snippets (workspace_id, name, body)
        select {Own}, @name, @body where (select count(*) from desk.snippets) < 500
        returning id, name, body, version
        """;

    private const string ChangeSql =
        """
        update desk.snippets set name = @name, body = @body, version = version + 1 where id = @id and version = @version
        returning id, name, body, version
        """;

    private const string DropSql = "delete from desk.snippets where id = @id";
    private const string FindSql = "select version from desk.snippets where id = @id";
    private const string WorkspaceSql = $"select {Own}";

    /// <summary>Reads all snippets.</summary>
    public Task<IReadOnlyList<SnippetView>> ListAsync(CancellationToken cancellationToken) =>
        workspace.RunAsync<IReadOnlyList<SnippetView>>(
        async (connection, transaction) =>
            [.. await connection.QueryAsync<SnippetView>(new CommandDefinition(ListSql, transaction: transaction,
                cancellationToken: cancellationToken))],
        cancellationToken);

    /// <summary>Adds a snippet.</summary>
    /// <exception cref="DeskConflictException">There is one of that name (<c>taken</c>), or there are too many (<c>full</c>).</exception>
    public async Task<SnippetView> AddAsync(string name, string body, CancellationToken cancellationToken) => await WriteAsync(
        (connection, transaction) => QueryAsync(connection, transaction, AddSql, new { name, body }, cancellationToken), name,
            cancellationToken)
            ?? throw new DeskConflictException("full", $"There are {Most} snippets. Delete one first.");

    /// <summary>Changes a snippet.</summary>
    /// <returns>Null: there is no such snippet.</returns>
    /// <exception cref="DeskConflictException">It has changed since (<c>changed</c>), or the name is another's (<c>taken</c>).</exception>
    public Task<SnippetView?> ChangeAsync(long id, string name, string body, long version, CancellationToken cancellationToken) =>
        WriteAsync(
        async (connection, transaction) =>
        {
            if (await QueryAsync(connection, transaction, ChangeSql, new { id, name, body, version },
                cancellationToken) is { } changed) return changed;
            var now = await connection.QuerySingleOrDefaultAsync<long?>(
                new CommandDefinition(FindSql, new { id }, transaction, cancellationToken: cancellationToken));
            return now is null ? null : throw new DeskConflictException("changed", $"The snippet has changed: it has version {now} now.");
        },
        name, cancellationToken);

    /// <summary>Deletes a snippet.</summary>
    /// <returns>False: there was none.</returns>
    public Task<bool> DropAsync(long id, CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync(new CommandDefinition(DropSql, new { id }, transaction,
                cancellationToken: cancellationToken)) == 0) return false;
            await TellAsync(connection, transaction, id, cancellationToken);
            return true;
        },
        cancellationToken);

    private async Task<SnippetView?> WriteAsync(
        Func<NpgsqlConnection, NpgsqlTransaction, Task<SnippetView?>> write, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await workspace.RunAsync(
                async (connection, transaction) =>
                {
                    var written = await write(connection, transaction);
                    if (written is not null) await TellAsync(connection, transaction, written.Id, cancellationToken);
                    return written;
                },
                cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new DeskConflictException("taken", $"There is a snippet called {name} already.");
        }
    }

    private static Task<SnippetView?> QueryAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string sql, object parameters, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<SnippetView?>(new CommandDefinition(sql, parameters, transaction,
            cancellationToken: cancellationToken));

    private static async Task TellAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long id,
        CancellationToken cancellationToken)
    {
        var own = await connection.QuerySingleAsync<long>(new CommandDefinition(WorkspaceSql, transaction: transaction,
            cancellationToken: cancellationToken));
        await FeedStatements.TellAsync(connection, transaction, own, "snippet", null, id, cancellationToken);
    }
}
