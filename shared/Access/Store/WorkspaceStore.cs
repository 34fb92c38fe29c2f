using Dapper;
using Npgsql;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Access.Store;

/// <summary>Workspace of a person, and what they are in it.</summary>
public sealed record WorkspaceMembership(long Id, string Name, string Role);

/// <summary>Workspaces of the caller: the list, a new one, going to another, and what one asks of its people.</summary>
public sealed class WorkspaceStore(Workspace workspace, AuditLog audit, TimeProvider time)
{
    private const string ListSql = "select workspace_id as Id, workspace as Name, role from auth.memberships_of(@user)";

    private const string MakeSql = "select auth.make_workspace(@name, @now)";

    private const string PolicySql =
        """
        insert into auth.policies (workspace_id, needs_second_factor) values (@workspace, @needs)
        on conflict (workspace_id) do update set needs_second_factor = excluded.needs_second_factor
        """;

    /// <summary>The person's workspaces.</summary>
    public Task<IReadOnlyList<WorkspaceMembership>> ListAsync(long user, CancellationToken cancellationToken) =>
        workspace.RunAsync<IReadOnlyList<WorkspaceMembership>>(
            async (connection, transaction) => [.. await connection.QueryAsync<WorkspaceMembership>(ListSql, new { user }, transaction)],
            cancellationToken);

    /// <summary>Makes a workspace that the caller owns.</summary>
    /// <returns>Its id; null where one has the name.</returns>
    public async Task<long?> MakeAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await workspace.RunAsync<long?>(
                async (connection, transaction) =>
                {
                    var id = await connection.QuerySingleAsync<long>(MakeSql, new { name, now = time.GetUtcNow().UtcDateTime },
                        transaction);
                    await audit.AddAsync(connection, transaction,
                        new AuditEntry("CreateWorkspace", $"workspace {id}", After: new { name }));
                    return id;
                },
                cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return null;
        }
    }

    /// <summary>Lets a session go on in another workspace of its person.</summary>
    /// <returns>The session's new token; null where the person is in no such workspace.</returns>
    public Task<string?> EnterAsync(Person person, long id, CancellationToken cancellationToken) => workspace.RunAsync<string?>(
        async (connection, transaction) =>
        {
            var mine = await connection.QueryAsync<WorkspaceMembership>(ListSql, new { user = person.Id }, transaction);
            if (mine.All(each => each.Id != id)) return null;
            var token = await SessionStore.MoveAsync(connection, transaction, person.Session, id);
            await audit.AddAsync(connection, transaction, new AuditEntry("EnterWorkspace", $"workspace {id}"));
            return token;
        },
        cancellationToken);

    /// <summary>Says whether everybody needs a second factor. Sessions without one may then only set one up; keys go on.</summary>
    public Task<bool> SetPolicyAsync(bool needsSecondFactor, CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(PolicySql, new { workspace = workspace.View.Workspace, needs = needsSecondFactor }, transaction);
            await audit.AddAsync(connection, transaction, new AuditEntry("SetPolicy", "workspace", After: new { needsSecondFactor }));
            return true;
        },
        cancellationToken);
}
