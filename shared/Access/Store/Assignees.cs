using Dapper;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Access.Store;

/// <summary>Member to whom conversations can be given.</summary>
/// <param name="Numbers">Business numbers whose conversations they see; null: all.</param>
public sealed record Assignee(IReadOnlyList<string>? Numbers);

/// <summary>Members of the caller's workspace to whom a conversation can be given.</summary>
public sealed class Assignees(Workspace workspace)
{
    private const string MemberSql = "select role, numbers from auth.memberships where user_id = @id and state = 'active'";

    /// <summary>Finds an active member whose role may answer people; null: there is none.</summary>
    public async Task<Assignee?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var row = await workspace.RunAsync(
            (connection, transaction) => connection.QuerySingleOrDefaultAsync<Row?>(
                new CommandDefinition(MemberSql, new { id }, transaction, cancellationToken: cancellationToken)),
            cancellationToken);
        return Roles.Read(row?.Role)?.May(Permission.ConversationsWrite) == true ? new Assignee(row!.Numbers) : null;
    }

    [method: ExplicitConstructor]
    private sealed record Row(string Role, string[]? Numbers);
}
