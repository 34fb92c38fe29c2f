using System.Text;
using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Data;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Access.Providers;

/// <summary>What became of signing in by a provider.</summary>
public abstract record ProviderOutcome
{
    /// <summary>The person is in.</summary>
    /// <param name="Token">For the cookie.</param>
    public sealed record Done(string Token) : ProviderOutcome;

    /// <summary>They are not.</summary>
    /// <param name="Code">One of <see cref="ProviderFaults"/>.</param>
    public sealed record Refused(string Code) : ProviderOutcome;
}

/// <summary>Session of a provider that has to be checked.</summary>
/// <param name="RefreshToken">Null: the provider gave none.</param>
public sealed record ProviderSession(long Id, long UserId, long Workspace, string Subject, string? RefreshToken, DateTimeOffset CheckedAt);

/// <summary>People who sign in by a provider: their accounts, roles and sessions.</summary>
public sealed class ProviderSignIn(
    Database database, SessionStore sessions, CallContext call, IOptions<SecretKey> secret, TimeProvider time)
{
    // A provider that does not say when somebody proved who they are: they have not confirmed it for what asks for it.
    private static readonly TimeSpan _longAgo = TimeSpan.FromDays(1);

    private const string IdentitySql = "select user_id from auth.identities where issuer = @issuer and subject = @subject";

    private const string AddUserSql =
        """
        insert into auth.users (email, name, created_at) values (@email, @name, @now) on conflict (email) do nothing returning id
        """;

    private const string AddIdentitySql =
        """
        with added as (
          insert into auth.identities (issuer, subject, user_id, created_at) values (@issuer, @subject, @user, @now)
          on conflict do nothing returning user_id)
        select user_id from added union all
        select user_id from auth.identities where issuer = @issuer and subject = @subject limit 1
        """;

    private const string RoleSql = "select auth.set_provider_role(@workspace, @user, @role, @now)";

    private const string BeginSql =
        """
        update auth.sessions set issuer = @issuer, subject = @subject, provider_session = @session, refresh_token = @refresh,
          checked_at = @now, tried_at = @now, confirmed_at = @confirmed
        where token_hash = @hash
        """;

    // One process asks at a time; one that died is followed by the next.
    private const string ClaimSql =
        """
        update auth.sessions set tried_at = @now
        where id = @id and ended_at is null and issuer is not null and tried_at <= @before
        returning id, user_id as UserId, workspace_id as Workspace, subject, refresh_token as RefreshToken, checked_at as CheckedAt
        """;

    private const string CheckedSql =
        "update auth.sessions set checked_at = coalesce(@checked, checked_at), refresh_token = @refresh where id = @id";

    private const string EndSql = "update auth.sessions set ended_at = @now where id = @id and ended_at is null";

    private const string LogOutSql =
        """
        update auth.sessions set ended_at = @now
        where issuer = @issuer and workspace_id = @workspace and ended_at is null
          and (@subject::text is null or (subject = @subject and user_id =
            (select i.user_id from auth.identities i where i.issuer = @issuer and i.subject = @subject)))
          and (@session::text is null or provider_session = @session)
        """;

    private readonly SecretBox _box = new(secret.Value, "refresh token");

    /// <summary>Signs somebody in, with a new account where they have none.</summary>
    /// <param name="connect">The account that the person at the provider is connected to; null: they sign in.</param>
    public async Task<ProviderOutcome> EnterAsync(
        SignInProvider provider, ProviderPerson person, long? connect, CancellationToken cancellationToken)
    {
        var role = provider.RoleOf(person.Groups);
        try
        {
            return await new Workspace(database, new WorkspaceView(provider.Workspace)).RunAsync<ProviderOutcome>(
                async (connection, transaction) =>
                {
                    var user = connect is null
                        ? await UserAsync(connection, transaction, provider, person, role)
                        : await ConnectAsync(connection, transaction, provider, person, connect.Value);
                    var given = await connection.QuerySingleAsync<string?>(
                        RoleSql, new { workspace = provider.Workspace, user, role = role?.Name(), now = Now }, transaction);
                    if (given is null) throw new RefusedException(ProviderFaults.NoGroup);
                    var token = await sessions.BeginAsync(
                        connection, transaction, user, provider.Workspace, call, withSecondFactor: true);
                    await connection.ExecuteAsync(
                        BeginSql,
                        new
                        {
                            hash = Secrets.Hash(token), issuer = provider.Issuer, subject = person.Subject, session = person.Session,
                            refresh = Box(person.RefreshToken, person.Subject), now = Now,
                            confirmed = (person.AuthenticatedAt ?? time.GetUtcNow() - _longAgo).UtcDateTime,
                        },
                        transaction);
                    var entry = new AuditEntry(
                        connect is null ? "SignInByProvider" : "ConnectProvider", $"member {user}", After: new { role = given });
                    await AuditLog.InsertAsync(
                        connection, transaction, provider.Workspace, null, user, call.Ip, entry, time.GetUtcNow());
                    call.IsAudited = true;
                    return new ProviderOutcome.Done(token);
                },
                cancellationToken);
        }
        catch (RefusedException e)
        {
            // What the transaction did is undone: nobody has an account who may not come in.
            return new ProviderOutcome.Refused(e.Code);
        }
    }

    /// <summary>Takes a session to be checked; null: another process does it, or did within the time.</summary>
    public async Task<ProviderSession?> ClaimAsync(long id, TimeSpan again, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            ClaimSql, new { id, now = Now, before = Now - again }, cancellationToken: cancellationToken));
        if (row is null) return null;
        var plain = row.RefreshToken is null ? null : _box.Open(row.RefreshToken, row.Subject);
        return new ProviderSession(
            row.Id, row.UserId, row.Workspace, row.Subject, plain is null ? null : Encoding.UTF8.GetString(plain), row.CheckedAt);
    }

    /// <summary>Notes what the provider says of the person of a session now.</summary>
    /// <param name="groups">Null: it did not say. The session is as it was.</param>
    /// <param name="refreshToken">The one to ask with the next time.</param>
    public Task NoteAsync(
        SignInProvider provider, ProviderSession session, IReadOnlyList<string>? groups, string? refreshToken,
        CancellationToken cancellationToken) =>
        new Workspace(database, new WorkspaceView(provider.Workspace)).RunAsync(
            async (connection, transaction) =>
            {
                if (groups is not null)
                {
                    await connection.QuerySingleAsync<string?>(
                        RoleSql,
                        new { workspace = provider.Workspace, user = session.UserId, role = provider.RoleOf(groups)?.Name(), now = Now },
                        transaction);
                }

                var values = new
                {
                    id = session.Id, refresh = Box(refreshToken, session.Subject), @checked = groups is null ? (DateTime?)null : Now,
                };
                await connection.ExecuteAsync(CheckedSql, values, transaction);
                return true;
            },
            cancellationToken);

    /// <summary>Ends a session whose person the provider does not know any more.</summary>
    public async Task EndAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(EndSql, new { id, now = Now }, cancellationToken: cancellationToken));
    }

    /// <summary>Ends the sessions of somebody who signed out at the provider.</summary>
    /// <param name="subject">Null: all whose session there has the name.</param>
    /// <param name="session">Null: all of the person.</param>
    public async Task LogOutAsync(SignInProvider provider, string? subject, string? session, CancellationToken cancellationToken)
    {
        if (subject is null && session is null) return;
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        var values = new { issuer = provider.Issuer, workspace = provider.Workspace, subject, session, now = Now };
        await connection.ExecuteAsync(new CommandDefinition(LogOutSql, values, cancellationToken: cancellationToken));
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private byte[]? Box(string? token, string subject) => token is null ? null : _box.Close(Encoding.UTF8.GetBytes(token), subject);

    private async Task<long> UserAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, SignInProvider provider, ProviderPerson person, Role? role)
    {
        var identity = new { issuer = provider.Issuer, subject = person.Subject };
        if (await connection.QuerySingleOrDefaultAsync<long?>(IdentitySql, identity, transaction) is { } known) return known;
        if (role is null) throw new RefusedException(ProviderFaults.NoGroup);
        if (Email.Read(person.Email) is not { } email) throw new RefusedException(ProviderFaults.NoAddress);
        var values = new { email, name = Accounts.Name(person.Name) ?? email[..Math.Min(200, email.Length)], now = Now };
        var user = await connection.QuerySingleOrDefaultAsync<long?>(AddUserSql, values, transaction)
            ?? throw new RefusedException(ProviderFaults.Taken);
        return await ConnectAsync(connection, transaction, provider, person, user);
    }

    private async Task<long> ConnectAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, SignInProvider provider, ProviderPerson person, long user)
    {
        var values = new { issuer = provider.Issuer, subject = person.Subject, user, now = Now };
        var owner = await connection.QuerySingleOrDefaultAsync<long?>(AddIdentitySql, values, transaction);
        return owner == user ? user : throw new RefusedException(ProviderFaults.Taken);
    }

    private sealed class RefusedException(string code) : Exception
    {
        public string Code => code;
    }

    [method: ExplicitConstructor]
    private sealed record Row(long Id, long UserId, long Workspace, string Subject, byte[]? RefreshToken, DateTime CheckedAt);
}
