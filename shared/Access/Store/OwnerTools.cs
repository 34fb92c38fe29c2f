using Dapper;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Data;

namespace WhatsAppBots.Access.Store;

/// <summary>
/// What whoever runs the program does with the database's own login: a link for the first owner, one for somebody who is locked out, and a
/// key. No
/// account and no key exist before.
/// </summary>
public sealed class OwnerTools(Database database, TimeProvider time)
{
    /// <summary>How long a link is good for.</summary>
    public static readonly TimeSpan LinkLives = TimeSpan.FromMinutes(30);

    private const string HasOwnerSql = "select auth.has_owner(@workspace)";

    private const string UserSql = "select id from auth.users where email = @email";

    private const string LinkSql =
        """
        insert into auth.links (token_hash, purpose, user_id, first_only, created_at, expires_at)
        values (@hash, @purpose, @user, @first, @now, @expires)
        """;

    private const string RevokeNamedSql =
        "update auth.api_keys set revoked_at = @now where workspace_id = @workspace and name = @name and revoked_at is null";

    /// <summary>Token of a link for the first owner; null where the default workspace has one.</summary>
    public async Task<string?> FirstOwnerAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<bool>(HasOwnerSql, new { workspace = Workspaces.Default }) ? null
            : await LinkAsync(connection, "setup", null, isFirst: true);
    }

    /// <summary>Token of a link for a further owner of the default workspace.</summary>
    public async Task<string> SetupAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        return await LinkAsync(connection, "setup", null, isFirst: false);
    }

    /// <summary>Token of a link by which somebody sets a new password and loses the second factor; null where nobody has the
    /// address.</summary>
    public async Task<string?> ResetAsync(string email, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var user = await connection.QuerySingleOrDefaultAsync<long?>(UserSql, new { email = Email.Read(email) });
        return user is null ? null : await LinkAsync(connection, "reset", user, isFirst: false);
    }

    /// <summary>Makes a key in the default workspace in place of one with the same name.</summary>
    public async Task<KeyToken> KeyAsync(string name, IReadOnlyList<string> scopes, CancellationToken cancellationToken, long workspace =
        Workspaces.Default)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var (now, secret) = (time.GetUtcNow(), Secrets.Make());
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(RevokeNamedSql, new { workspace, name, now = now.UtcDateTime }, transaction);
        var id = await connection.QuerySingleAsync<long>(
            KeyStore.AddSql, KeyStore.Parameters(new NewKey(name, scopes), secret, workspace, null, now), transaction);
        await AuditLog.InsertAsync(
            connection, transaction, workspace, null, null, null, new AuditEntry("CreateKey", $"key {id}", After: new { name, scopes }),
                now);
        await transaction.CommitAsync(cancellationToken);
        return new KeyToken(id, secret);
    }

    private async Task<string> LinkAsync(NpgsqlConnection connection, string purpose, long? user, bool isFirst)
    {
        var (now, token) = (time.GetUtcNow(), Secrets.Make());
        await connection.ExecuteAsync(
            LinkSql,
            new
            {
                hash = Secrets.Hash(token), purpose, user, first = isFirst, now = now.UtcDateTime, expires =
                (now + LinkLives).UtcDateTime
            });
        return token;
    }
}
