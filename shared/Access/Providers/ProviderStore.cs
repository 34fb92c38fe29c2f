using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Options;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Data;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Access.Providers;

/// <summary>Identity providers of workspaces.</summary>
public sealed class ProviderStore(Database database, IOptions<SecretKey> secret)
{
    private const string FindSql =
        """
        select issuer, client_id as ClientId, client_secret as ClientSecret, scopes, groups_claim as GroupsClaim,
               roles::text as Roles, version
        from auth.providers
        """;

    private const string SetSql =
        """
        insert into auth.providers as p (workspace_id, issuer, client_id, client_secret, scopes, groups_claim, roles)
        values (@workspace, @Issuer, @ClientId, @box, @Scopes, @GroupsClaim, @roles::jsonb)
        on conflict (workspace_id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
          client_secret = excluded.client_secret, scopes = excluded.scopes, groups_claim = excluded.groups_claim, roles = excluded.roles,
          version = p.version + 1
        """;

    private const string RemoveSql = "delete from auth.providers where workspace_id = @workspace";

    private const string EndSql =
        "update auth.sessions set ended_at = @now where workspace_id = @workspace and issuer is not null and ended_at is null";

    private readonly SecretBox _box = new(secret.Value, "sign-in provider");

    /// <summary>The provider of a workspace; null: it has none, or its secret cannot be read any more.</summary>
    public async Task<SignInProvider?> FindAsync(long workspace, CancellationToken cancellationToken) =>
        await new Workspace(database, new WorkspaceView(workspace)).RunAsync(
            async (connection, transaction) =>
            {
                var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
                    FindSql, transaction: transaction, cancellationToken: cancellationToken));
                return row is null || _box.Open(row.ClientSecret, Owner(workspace)) is not { } plain ? null : new SignInProvider(
                    workspace, row.Issuer, row.ClientId, Encoding.UTF8.GetString(plain), row.Scopes, row.GroupsClaim,
                    JsonSerializer.Deserialize<Dictionary<string, string>>(row.Roles)!
                        .ToDictionary(pair => pair.Key, pair => Roles.Read(pair.Value) ?? Role.Viewer),
                    row.Version);
            },
            cancellationToken);

    /// <summary>Sets the provider of the caller's workspace.</summary>
    public Task SetAsync(Workspace workspace, AuditLog audit, SignInProvider provider, CancellationToken cancellationToken) =>
        workspace.RunAsync(
            async (connection, transaction) =>
            {
                var roles = provider.Roles.ToDictionary(pair => pair.Key, pair => pair.Value.Name());
                await connection.ExecuteAsync(
                    SetSql,
                    new
                    {
                        workspace = provider.Workspace, provider.Issuer, provider.ClientId, provider.Scopes, provider.GroupsClaim,
                        box = _box.Close(Encoding.UTF8.GetBytes(provider.ClientSecret), Owner(provider.Workspace)),
                        roles = JsonSerializer.Serialize(roles),
                    },
                    transaction);
                await audit.AddAsync(connection, transaction, new AuditEntry(
                    "SetSignInProvider", "workspace", After: new { provider.Issuer, provider.ClientId, provider.GroupsClaim, roles }));
                return true;
            },
            cancellationToken);

    /// <summary>Takes the provider of the caller's workspace away. Sessions that began there end.</summary>
    /// <returns>False: there was none.</returns>
    public static Task<bool> RemoveAsync(Workspace workspace, AuditLog audit, DateTimeOffset now, CancellationToken cancellationToken) =>
        workspace.RunAsync(
            async (connection, transaction) =>
            {
                var values = new { workspace = workspace.View.Workspace, now = now.UtcDateTime };
                if (await connection.ExecuteAsync(RemoveSql, values, transaction) == 0) return false;
                await connection.ExecuteAsync(EndSql, values, transaction);
                await audit.AddAsync(connection, transaction, new AuditEntry("RemoveSignInProvider", "workspace"));
                return true;
            },
            cancellationToken);

    private static string Owner(long workspace) => FormattableString.Invariant($"workspace {workspace}");

    private sealed record Row(
        string Issuer, string ClientId, byte[] ClientSecret, string Scopes, string GroupsClaim, string Roles, long Version);
}
