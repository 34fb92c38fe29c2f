using Dapper;
using WhatsAppBots.Data;

namespace WhatsAppBots.Access.Store;

/// <summary>Row of the audit log that is not as it was written, or that is missing.</summary>
/// <param name="Number">The row it was found at.</param>
/// <param name="Fault">A few words.</param>
public sealed record BrokenAudit(long Workspace, long Number, string Fault);

/// <summary>Reckons the chain of the audit log again.</summary>
public sealed class AuditCheck(Database database)
{
    private const int Most = 20;

    private const string BrokenSql = "select workspace_id as Workspace, number, fault from auth.broken_audit() limit @most";

    /// <summary>The first faults; none where all is well.</summary>
    public Task<IReadOnlyList<BrokenAudit>> FindAsync(CancellationToken cancellationToken) => database.UseAsync<IReadOnlyList<BrokenAudit>>(
        async connection => [.. await connection.QueryAsync<BrokenAudit>(new CommandDefinition(
            BrokenSql, new { most = Most }, commandTimeout: 300, cancellationToken: cancellationToken))],
        cancellationToken);
}
