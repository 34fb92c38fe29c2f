using Dapper;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Access.Store;

/// <summary>Members of the caller's workspace to whom a conversation can be given.</summary>
public sealed class Assignees(Workspace workspace)
{
    private const string RoleSql = "select role from auth.memberships where user_id = @id and state = 'active'";

    /// <summary>Tells whether a user is an active member whose role may answer people.</summary>
    public async Task<bool> MayHaveAsync(long id, CancellationToken cancellationToken)
    {
        var role = await workspace.RunAsync(
            (connection, transaction) => connection.QuerySingleOrDefaultAsync<string?>(
                new CommandDefinition(RoleSql, new { id }, transaction, cancellationToken: cancellationToken)),
            cancellationToken);
        return Roles.Read(role)?.May(Permission.ConversationsWrite) == true;
    }
}
