using Dapper;
using WhatsAppBots.Data;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Access.Store;

/// <summary>Passkey as its person sees it.</summary>
public sealed record PasskeyView(long Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

/// <summary>Passkey as an authenticator is checked against it.</summary>
public sealed record Passkey(byte[] CredentialId, long UserId, byte[] PublicKey, long SignCount);

/// <summary>Passkeys of people (WebAuthn): each is a first and a second factor at once.</summary>
public sealed class PasskeyStore(Database database, SessionStore sessions, Throttle throttle, TimeProvider time)
{
    /// <summary>Largest number a person may have.</summary>
    public const int Most = 20;

    private const string ListSql =
        "select id, name, created_at as CreatedAt, last_used_at as LastUsedAt from auth.passkeys where user_id = @user order by id desc";

    private const string CredentialsSql = "select credential_id from auth.passkeys where user_id = @user";

    private const string FindSql =
        """
        select credential_id as CredentialId, user_id as UserId, public_key as PublicKey, sign_count as SignCount
        from auth.passkeys where credential_id = @credential
        """;

    private const string AddSql =
        """
        insert into auth.passkeys (credential_id, user_id, public_key, sign_count, name, created_at)
        select @CredentialId, @UserId, @PublicKey, @SignCount, @name, @now
        where (select count(*) from auth.passkeys where user_id = @UserId) < @most
        on conflict do nothing returning id
        """;

    private const string RemoveSql = "delete from auth.passkeys where id = @id and user_id = @user returning name";

    internal const string RemoveAllSql = "delete from auth.passkeys where user_id = @user";

    private const string UsedSql = "update auth.passkeys set sign_count = @count, last_used_at = @now where credential_id = @credential";

    private const string WorkspaceSql = "select workspace_id from auth.memberships_of(@user) limit 1";

    /// <summary>The person's passkeys, the newest first.</summary>
    public async Task<IReadOnlyList<PasskeyView>> ListAsync(long user, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(ListSql, new { user }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new PasskeyView(row.Id, row.Name, row.CreatedAt, row.LastUsedAt))];
    }

    /// <summary>Ids of the person's passkeys, as authenticators know them.</summary>
    public async Task<IReadOnlyList<byte[]>> CredentialsAsync(long user, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<byte[]>(new CommandDefinition(CredentialsSql, new { user },
            cancellationToken: cancellationToken))];
    }

    /// <summary>The passkey of an id; null where there is none.</summary>
    public async Task<Passkey?> FindAsync(byte[] credential, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Passkey>(new CommandDefinition(
            FindSql, new { credential }, cancellationToken: cancellationToken));
    }

    /// <summary>Takes a challenge, once.</summary>
    /// <returns>False: it was used.</returns>
    public async Task<bool> TakeAsync(string challenge, CancellationToken cancellationToken) =>
        await throttle.TakeAsync("challenge " + Convert.ToHexString(Secrets.Hash(challenge)), cancellationToken);

    /// <summary>Adds a passkey to its person.</summary>
    /// <returns>Null: they have the most there may be, or somebody has it already.</returns>
    public Task<PasskeyView?> AddAsync(
        Workspace workspace, AuditLog audit, Passkey passkey, string name, CancellationToken cancellationToken) =>
            workspace.RunAsync<PasskeyView?>(
        async (connection, transaction) =>
        {
            var now = time.GetUtcNow();
            var values = new
            {
                passkey.CredentialId, passkey.UserId, passkey.PublicKey, passkey.SignCount, name, now = now.UtcDateTime,
                most = Most
            };
            if (await connection.QuerySingleOrDefaultAsync<long?>(AddSql, values, transaction) is not { } id) return null;
            await audit.AddAsync(connection, transaction, new AuditEntry("AddPasskey", $"passkey {id}", After: new { name }));
            return new PasskeyView(id, name, now, null);
        },
        cancellationToken);

    /// <summary>Removes one of the person's passkeys.</summary>
    public static Task<bool> RemoveAsync(Workspace workspace, AuditLog audit, long id, long user, CancellationToken cancellationToken) =>
        workspace.RunAsync(
        async (connection, transaction) =>
        {
            if (await connection.QuerySingleOrDefaultAsync<string>(RemoveSql, new { id, user }, transaction) is not { } name) return false;
            await SessionStore.LoseSecondFactorAsync(connection, transaction, user);
            await audit.AddAsync(connection, transaction, new AuditEntry("RemovePasskey", $"passkey {id}", new { name }));
            return true;
        },
        cancellationToken);

    /// <summary>Signs the person of a passkey in that has been checked.</summary>
    /// <returns>The token for the cookie; null where they are in no workspace.</returns>
    public async Task<string?> EnterAsync(Passkey passkey, long count, CallContext call, CancellationToken cancellationToken)
    {
        long? workspace;
        await using (var connection = await database.Admin.OpenConnectionAsync(cancellationToken))
        {
            workspace = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
                WorkspaceSql, new { user = passkey.UserId }, cancellationToken: cancellationToken));
        }

        if (workspace is not { } id) return null;
        return await new Workspace(database, new WorkspaceView(id, passkey.UserId)).RunAsync(
            async (connection, transaction) =>
            {
                var now = time.GetUtcNow();
                await connection.ExecuteAsync(UsedSql, new { credential = passkey.CredentialId, count, now = now.UtcDateTime },
                    transaction);
                var token = await sessions.BeginAsync(connection, transaction, passkey.UserId, id, call, withSecondFactor: true);
                await AuditLog.InsertAsync(
                    connection, transaction, id, null, passkey.UserId, call.Ip,
                    new AuditEntry("SignIn", $"member {passkey.UserId}", After: new { by = "passkey" }), now);
                call.IsAudited = true;
                return token;
            },
            cancellationToken);
    }

    private sealed record Row(long Id, string Name, DateTime CreatedAt, DateTime? LastUsedAt);
}
