using System.Net;
using System.Security.Cryptography;
using Dapper;
using WhatsAppBots.Data;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Access.Store;

/// <summary>Key as the API shows it: never its secret.</summary>
/// <param name="Prefix">What the key begins with.</param>
/// <param name="Numbers">Business numbers whose conversations it sees; null: all.</param>
/// <param name="IpList">Addresses and networks that may use it; null: any.</param>
/// <param name="LastUsedAt">To the minute.</param>
public sealed record KeyView(
    long Id, string Prefix, string Name, IReadOnlyList<string> Scopes, IReadOnlyList<string>? Numbers, IReadOnlyList<string>? IpList,
    DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

/// <summary>Key to make.</summary>
public sealed record NewKey(
    string Name, IReadOnlyList<string> Scopes, IReadOnlyList<string>? Numbers = null, IReadOnlyList<string>? IpList = null,
    DateTimeOffset? ExpiresAt = null);

/// <summary>Service keys: they belong to a workspace, not to a person. Two may be good at a time while one takes the other's
/// place.</summary>
public sealed class KeyStore(Database database, TimeProvider time)
{
    private static readonly TimeSpan _usedAgain = TimeSpan.FromMinutes(1);

    private const string FindSql =
        """
        select id, workspace_id as WorkspaceId, name, secret_hash as SecretHash, scopes, numbers, ip_list as IpList,
          expires_at as ExpiresAt,
               last_used_at as LastUsedAt, revoked_at as RevokedAt
        from auth.find_key(@id)
        """;

    private const string UsedSql = "update auth.api_keys set last_used_at = @now where id = @id";

    private const string ListSql =
        """
        select id, name, scopes, numbers, ip_list as IpList, created_at as CreatedAt, expires_at as ExpiresAt, last_used_at as LastUsedAt,
               revoked_at as RevokedAt
        from auth.api_keys where @After::bigint is null or id < @After order by id desc limit @Limit
        """;

    internal const string AddSql =
        """
        insert into auth.api_keys (workspace_id, name, secret_hash, scopes, numbers, ip_list, created_at, created_by, expires_at)
        values (@workspace, @name, @hash, @scopes, @numbers, @ips, @now, @by, @expires) returning id
        """;

    private const string RevokeSql =
        "update auth.api_keys set revoked_at = @now, revoked_by = @by where id = @id and revoked_at is null returning name";

    /// <summary>Whose key it is; null where it is no good, whatever the reason.</summary>
    /// <param name="address">Where the call comes from.</param>
    public async Task<Key?> FindAsync(KeyToken token, IPAddress? address, CancellationToken cancellationToken) =>
        await RowAsync(token.Id, cancellationToken) is { } row
        && CryptographicOperations.FixedTimeEquals(Secrets.Hash(token.Secret), row.SecretHash)
            ? await UseAsync(row, address, cancellationToken) : null;

    /// <summary>The same for a token of ten minutes that was made from the key.</summary>
    public async Task<Key?> FindAsync(long id, IPAddress? address, CancellationToken cancellationToken) =>
        await RowAsync(id, cancellationToken) is { } row ? await UseAsync(row, address, cancellationToken) : null;

    /// <summary>A page of the workspace's keys, the newest first.</summary>
    public static Task<Page<KeyView>> ListAsync(Workspace workspace, PageRequest page, CancellationToken cancellationToken) =>
        workspace.PageAsync<ListRow, KeyView>(
            ListSql, page,
            row => new(
                row.Id, FormattableString.Invariant($"{KeyToken.Prefix}{row.Id}_"), row.Name, row.Scopes, row.Numbers, row.IpList,
                    row.CreatedAt,
                row.ExpiresAt, row.LastUsedAt, row.RevokedAt),
            item => item.Id, cancellationToken);

    /// <summary>Makes a key. Its secret is told here, and never again.</summary>
    public Task<KeyToken> MakeAsync(Workspace workspace, AuditLog audit, NewKey key, CancellationToken cancellationToken) =>
        workspace.RunAsync(
        async (connection, transaction) =>
        {
            var secret = Secrets.Make();
            var id = await connection.QuerySingleAsync<long>(
                AddSql, Parameters(key, secret, workspace.View.Workspace, workspace.View.UserId, time.GetUtcNow()), transaction);
            await audit.AddAsync(connection, transaction, new AuditEntry(
                "CreateKey", $"key {id}", After: new { key.Name, key.Scopes, key.Numbers, key.IpList, key.ExpiresAt }));
            return new KeyToken(id, secret);
        },
        cancellationToken);

    /// <summary>Revokes a key.</summary>
    /// <returns>False: there is none, or it was revoked before.</returns>
    public Task<bool> RevokeAsync(Workspace workspace, AuditLog audit, long id, CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            var name = await connection.QuerySingleOrDefaultAsync<string>(
                RevokeSql, new { id, by = workspace.View.UserId, now = time.GetUtcNow().UtcDateTime }, transaction);
            if (name is null) return false;
            await audit.AddAsync(connection, transaction, new AuditEntry("RevokeKey", $"key {id}", new { name }));
            return true;
        },
        cancellationToken);

    internal static object Parameters(NewKey key, string secret, long workspace, long? by, DateTimeOffset now) => new
    {
        workspace, name = key.Name, hash = Secrets.Hash(secret), scopes = key.Scopes.Distinct().ToArray(), numbers = key.Numbers?.ToArray(),
        ips = key.IpList?.ToArray(), now = now.UtcDateTime, by, expires = key.ExpiresAt?.UtcDateTime,
    };

    private async Task<Row?> RowAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(FindSql, new { id },
            cancellationToken: cancellationToken));
    }

    private async Task<Key?> UseAsync(Row row, IPAddress? address, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (row.RevokedAt is not null || row.ExpiresAt <= now) return null;
        if (row.IpList is { } list && !AddressList.Has(list, address)) return null;
        var key = new Key(row.Id, row.Name, row.WorkspaceId, row.Scopes, row.Numbers);
        if (row.LastUsedAt is { } last && last > now - _usedAgain) return key;
        return await new Workspace(database, key.View).RunAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(UsedSql, new { id = row.Id, now = now.UtcDateTime }, transaction);
                return key;
            },
            cancellationToken);
    }

    [method: ExplicitConstructor]
    private sealed record Row(
        long Id, long WorkspaceId, string Name, byte[] SecretHash, string[] Scopes, string[]? Numbers, string[]? IpList,
            DateTime? ExpiresAt,
        DateTime? LastUsedAt, DateTime? RevokedAt);

    [method: ExplicitConstructor]
    private sealed record ListRow(
        long Id, string Name, string[] Scopes, string[]? Numbers, string[]? IpList, DateTime CreatedAt, DateTime? ExpiresAt,
            DateTime? LastUsedAt,
        DateTime? RevokedAt);
}
