using Dapper;
using Npgsql;
using WhatsAppBots.Data;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Access.Store;

/// <summary>Session as its person, and who manages members, sees it.</summary>
/// <param name="IsThis">Whether it is the one that asks.</param>
/// <param name="Ip">The address it began at.</param>
/// <param name="Agent">What the browser said of itself.</param>
public sealed record SessionView(long Id, bool IsThis, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, string? Ip, string? Agent);

/// <summary>Sessions: 256 random bits in a cookie, of which a hash is stored. One ends after 12 hours without a call, and after 7
/// days.</summary>
public sealed class SessionStore(Database database, TimeProvider time)
{
    /// <summary>Longest time without a call.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>Longest time in all.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private static readonly TimeSpan _seenAgain = TimeSpan.FromMinutes(1);

    private const string FindSql =
        """
        select id, user_id as UserId, email, name, workspace_id as WorkspaceId, role, numbers, seen_at as SeenAt,
          confirmed_at as ConfirmedAt,
               second_factor_at as SecondFactorAt, has_second_factor as HasSecondFactor, needs_second_factor as NeedsSecondFactor,
               checked_at as CheckedAt
        from auth.look_up_session(@hash, @now, @idle, @longest)
        """;

    private const string HashSql = "select token_hash from auth.find_session_by_id(@id, @now, @idle, @longest)";

    private const string SeenSql = "update auth.sessions set seen_at = @now where id = @id";

    private const string BeginSql =
        """
        insert into auth.sessions (token_hash, user_id, workspace_id, version, created_at, seen_at, ip, agent, confirmed_at,
          second_factor_at)
        select @hash, u.id, @workspace, u.session_version, @now, @now, @ip, @agent, @now, @second from auth.users u where u.id = @user
        """;

    private const string RenewSql =
        """
        update auth.sessions set token_hash = @hash, confirmed_at = @now, second_factor_at = coalesce(@second, second_factor_at)
        where id = @id and ended_at is null
        """;

    private const string MoveSql =
        "update auth.sessions set token_hash = @hash, workspace_id = @workspace where id = @id and ended_at is null";

    private const string ListSql =
        """
        select id, id = @current as IsThis, created_at as CreatedAt, seen_at as SeenAt, ip, agent from auth.sessions s
        where user_id = @user and (@workspace::bigint is null or workspace_id = @workspace) and ended_at is null and seen_at > @now -
          @idle and created_at > @now - @longest
          and version = (select session_version from auth.users u where u.id = @user)
        order by id desc limit 200
        """;

    private const string EndSql =
        """
        update auth.sessions set ended_at = @now, ended_by = @by
        where id = @id and user_id = @user and ended_at is null and (user_id = @by or workspace_id = @workspace)
        """;

    private const string LoseSecondFactorSql =
        """
        update auth.sessions s set second_factor_at = null
        where s.user_id = @user and s.second_factor_at is not null and s.issuer is null
          and not exists (select 1 from auth.users u where u.id = s.user_id and u.totp_since is not null)
          and not exists (select 1 from auth.passkeys p where p.user_id = s.user_id)
        """;

    private const string EndAllSql = "update auth.users set session_version = session_version + 1 where id = @user";

    /// <summary>Whose session a token is of; null where it is none, or has ended.</summary>
    public async Task<Person?> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        return await FindAsync(connection, Secrets.Hash(token), cancellationToken);
    }

    /// <summary>Whose session it is, by its id, as a token of ten minutes has it.</summary>
    public async Task<Person?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        var hash = await connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(
            HashSql, new { id, now = Now, idle = Idle, longest = Longest }, cancellationToken: cancellationToken));
        return hash is null ? null : await FindAsync(connection, hash, cancellationToken);
    }

    /// <summary>Sessions of a person that go on, the newest first.</summary>
    /// <param name="current">Id of the session that asks.</param>
    /// <param name="workspace">Only those that are in it; null: all.</param>
    public async Task<IReadOnlyList<SessionView>> ListAsync(
        long user, long? current, long? workspace, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<ListRow>(new CommandDefinition(
            ListSql, new { user, current, workspace, now = Now, idle = Idle, longest = Longest }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new SessionView(row.Id, row.IsThis ?? false, row.CreatedAt, row.SeenAt, row.Ip, row.Agent))];
    }

    /// <summary>Begins a session in a transaction.</summary>
    /// <returns>The token for the cookie.</returns>
    internal async Task<string> BeginAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long user, long workspace, CallContext call, bool withSecondFactor)
    {
        var token = Secrets.Make();
        await connection.ExecuteAsync(
            BeginSql,
            new
            {
                hash = Secrets.Hash(token), user, workspace, now = Now, ip = call.Ip, agent = call.Agent,
                second = withSecondFactor ? Now : (DateTime?)null,
            },
            transaction);
        return token;
    }

    /// <summary>Gives a session a new token after its person has confirmed who they are; the old one is worth nothing from then
    /// on.</summary>
    internal async Task<string> RenewAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long id, bool withSecondFactor)
    {
        var token = Secrets.Make();
        await connection.ExecuteAsync(
            RenewSql, new { hash = Secrets.Hash(token), id, now = Now, second = withSecondFactor ? Now : (DateTime?)null }, transaction);
        return token;
    }

    /// <summary>Lets a session go on in another workspace, with a new token.</summary>
    internal static async Task<string> MoveAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long id, long workspace)
    {
        var token = Secrets.Make();
        await connection.ExecuteAsync(MoveSql, new { hash = Secrets.Hash(token), id, workspace }, transaction);
        return token;
    }

    /// <summary>Ends a session of a person: any of the caller's own, and of others those that are in the caller's workspace.</summary>
    /// <returns>False: the person has no such session, or it has ended.</returns>
    public Task<bool> EndAsync(Workspace workspace, AuditLog audit, long id, long user, CancellationToken cancellationToken) =>
        workspace.RunAsync(
        async (connection, transaction) =>
        {
            var values = new { id, user, by = workspace.View.UserId, workspace = workspace.View.Workspace, now = Now };
            if (await connection.ExecuteAsync(EndSql, values, transaction) == 0) return false;
            await audit.AddAsync(connection, transaction, new AuditEntry("EndSession", $"session {id} of member {user}"));
            return true;
        },
        cancellationToken);

    /// <summary>Ends all sessions of a person at once, and every token made from them.</summary>
    internal static Task EndAllAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long user) =>
        connection.ExecuteAsync(EndAllSql, new { user }, transaction);

    /// <summary>Takes the second factor from a person's sessions where the person has none any more: a workspace that asks for one
    /// asks again.</summary>
    internal static Task LoseSecondFactorAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long user) =>
        connection.ExecuteAsync(LoseSecondFactorSql, new { user }, transaction);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<Person?> FindAsync(NpgsqlConnection connection, byte[] hash, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            FindSql, new { hash, now = Now, idle = Idle, longest = Longest }, cancellationToken: cancellationToken));
        if (row is null) return null;
        if (row.SeenAt <= Now - _seenAgain)
        {
            await connection.ExecuteAsync(new CommandDefinition(SeenSql, new { id = row.Id, now = Now },
                cancellationToken: cancellationToken));
        }

        return new Person(
            row.UserId, row.Email, row.Name, row.WorkspaceId, Roles.Read(row.Role)!.Value, row.Numbers, row.Id, row.ConfirmedAt,
            row.HasSecondFactor, row.SecondFactorAt, row.NeedsSecondFactor)
        { CheckedAt = row.CheckedAt };
    }

    [method: ExplicitConstructor]
    private sealed record Row(
        long Id, long UserId, string Email, string Name, long WorkspaceId, string Role, string[]? Numbers, DateTime SeenAt,
            DateTime ConfirmedAt,
        DateTime? SecondFactorAt, bool HasSecondFactor, bool NeedsSecondFactor, DateTime? CheckedAt);

    private sealed record ListRow(long Id, bool? IsThis, DateTime CreatedAt, DateTime SeenAt, string? Ip, string? Agent);
}
