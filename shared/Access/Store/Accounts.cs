using Dapper;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Data;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Access.Store;

/// <summary>What became of a link that somebody used.</summary>
public abstract record LinkOutcome
{
    /// <summary>It was good, and the person is signed in.</summary>
    /// <param name="Token">For the cookie.</param>
    public sealed record Done(string Token) : LinkOutcome;

    /// <summary>The password is right, and a code of the account's second factor is missing.</summary>
    public sealed record NeedsCode : LinkOutcome;

    /// <summary>Too many attempts at the account.</summary>
    public sealed record Wait(TimeSpan Left) : LinkOutcome;

    /// <summary>It is no good.</summary>
    /// <param name="Why">A sentence for the person.</param>
    /// <param name="Code">What a program goes by: one of <see cref="LinkFaults"/>.</param>
    public sealed record Refused(string Why, string Code) : LinkOutcome;
}

/// <summary>Codes of what is wrong with a link, or with what somebody gave along with it.</summary>
public static class LinkFaults
{
    /// <summary>There is no such link.</summary>
    public const string Unknown = "link_unknown";

    /// <summary>Somebody used it.</summary>
    public const string Used = "link_used";

    /// <summary>Its time is over.</summary>
    public const string Ended = "link_ended";

    /// <summary>The person who invited took it back.</summary>
    public const string Withdrawn = "link_withdrawn";

    /// <summary>The password may not be taken.</summary>
    public const string Weak = "password_weak";

    /// <summary>The address has an account, whose password is another.</summary>
    public const string WrongPassword = "password_wrong";

    /// <summary>The account has a second factor, whose code is another.</summary>
    public const string WrongCode = "code_wrong";

    /// <summary>A name is missing.</summary>
    public const string NoName = "name_missing";

    /// <summary>The address has an account.</summary>
    public const string Taken = "address_taken";

    /// <summary>The account is in no workspace.</summary>
    public const string NoWorkspace = "no_workspace";
}

/// <summary>Accounts of people: each begins by a link, the first owner's or an invitation; a link gets somebody back in who is locked
/// out.</summary>
public sealed class Accounts(
    Database database, SessionStore sessions, SecondFactors factors, Throttle throttle, CallContext call, TimeProvider time)
{
    private const string Unknown = "There is no such link: check that you have all of it.";

    private const string LinkSql =
        """
        select purpose, user_id as UserId, first_only as FirstOnly, expires_at as ExpiresAt, used_at as UsedAt,
          auth.has_owner(@workspace) as HasOwner
        from auth.links where token_hash = @hash and purpose = @purpose
        """;

    // One at a time: two links for a first owner make one.
    private const string UseLinkSql =
        """
        with alone as materialized (select pg_advisory_xact_lock(hashtext('auth.links')))
        update auth.links set used_at = @now from alone
        where token_hash = @hash and used_at is null and expires_at > @now
        """;

    private const string IsTooLateSql = "select first_only and auth.has_owner(@workspace) from auth.links where token_hash = @hash";

    private const string AddUserSql =
        """
        insert into auth.users (email, name, password_hash, password_set_at, created_at) values (@email, @name, @password, @now, @now)
        on conflict (email) do nothing returning id
        """;

    private const string AddMemberSql =
        """
        insert into auth.memberships (workspace_id, user_id, role, numbers, created_at) values (@workspace, @user, @role, @numbers, @now)
        on conflict do nothing
        """;

    private const string UserSql =
        """
        select id, email, password_hash as PasswordHash, totp_since is not null as HasSecondFactor from auth.users where email = @email
        """;

    private const string EmailSql = "select email from auth.users where id = @user";

    private const string ResetSql = "update auth.users set password_hash = @password, password_set_at = @now where id = @user";

    private const string DisconnectSql = "delete from auth.identities where user_id = @user";

    private const string WorkspaceSql = "select workspace_id from auth.memberships_of(@user) limit 1";

    private const string InvitationSql =
        """
        select id, workspace_id as WorkspaceId, workspace, email, role, numbers, inviter, expires_at as ExpiresAt,
          accepted_at as AcceptedAt,
               withdrawn_at as WithdrawnAt
        from auth.find_invitation(@hash)
        """;

    private const string AcceptSql =
        """
        update auth.invitations set accepted_at = @now
        where id = @id and accepted_at is null and withdrawn_at is null and expires_at > @now
        """;

    /// <summary>Makes the first owner, or a further one, of the default workspace.</summary>
    public async Task<LinkOutcome> SetupAsync(string token, string email, string name, string password, CancellationToken cancellationToken)
    {
        var hash = Secrets.Hash(token);
        if (await FaultAsync("setup", hash, cancellationToken) is { } fault) return fault;
        var passwordHash = Passwords.Hash(password);
        return await new Workspace(database, new WorkspaceView(Workspaces.Default)).RunAsync<LinkOutcome>(
            async (connection, transaction) =>
            {
                if (await connection.ExecuteAsync(UseLinkSql, new { hash, now = Now }, transaction) == 0) return Used();
                var late = new { hash, workspace = Workspaces.Default };
                if (await connection.QuerySingleAsync<bool>(IsTooLateSql, late, transaction)) return Used();
                if (await AddUserAsync(connection, transaction, email, name, passwordHash) is not { } user) throw new TakenException();
                await connection.ExecuteAsync(
                    AddMemberSql, Member(Workspaces.Default, user, Role.Owner.Name(), null), transaction);
                return await EnterAsync(connection, transaction, user, Workspaces.Default,
                    new AuditEntry("Setup", $"member {user}", After: new { role = "owner" }));
            },
            cancellationToken);
    }

    /// <summary>Accepts an invitation: with a new account, or with the one that its address has and the password of that.</summary>
    /// <param name="code">Of the account's second factor, or a recovery code: a link is no way around it. Null: none was given.</param>
    public async Task<LinkOutcome> AcceptAsync(
        string token, string? name, string password, string? code, CancellationToken cancellationToken)
    {
        var invitation = await LookAsync<Invitation>(InvitationSql, new { hash = Secrets.Hash(token) }, cancellationToken);
        if (invitation is null) return new LinkOutcome.Refused(Unknown, LinkFaults.Unknown);
        if (Fault(invitation) is { } fault) return fault;
        var known = await LookAsync<User>(UserSql, new { email = invitation.Email }, cancellationToken);
        if (known is null)
        {
            if (Passwords.Fault(password, invitation.Email) is { } weak) return new LinkOutcome.Refused(weak, LinkFaults.Weak);
            if (Name(name) is null) return new LinkOutcome.Refused("A name is missing.", LinkFaults.NoName);
        }
        else
        {
            // Whoever invites has the link too: here nobody guesses faster than where people sign in.
            if (await throttle.TryAccountAsync(known.Email, cancellationToken) is { } left) return new LinkOutcome.Wait(left);
            if (!Passwords.IsOf(known.PasswordHash, password))
            {
                return await RefuseAsync(
                    known, "You have an account with this address: give its password.", LinkFaults.WrongPassword, cancellationToken);
            }

            if (known.HasSecondFactor && string.IsNullOrWhiteSpace(code)) return new LinkOutcome.NeedsCode();
        }

        var passwordHash = known is null ? Passwords.Hash(password) : "";
        return await new Workspace(database, new WorkspaceView(invitation.WorkspaceId, known?.Id)).RunAsync<LinkOutcome?>(
            async (connection, transaction) =>
            {
                var isByCode = known?.HasSecondFactor == true;
                if (isByCode && !await factors.UseAsync(connection, transaction, known!.Id, code!)) return null;
                if (await connection.ExecuteAsync(AcceptSql, new { id = invitation.Id, now = Now }, transaction) == 0) return Used();
                var user = known?.Id ?? await AddUserAsync(connection, transaction, invitation.Email, Name(name)!, passwordHash)
                    ?? throw new TakenException();
                var member = Member(invitation.WorkspaceId, user, invitation.Role, invitation.Numbers);
                if (await connection.ExecuteAsync(AddMemberSql, member, transaction) == 0)
                {
                    return new LinkOutcome.Refused(
                        "You are a member already: sign in. Who manages members changes what you may do.", LinkFaults.Used);
                }

                return await EnterAsync(connection, transaction, user, invitation.WorkspaceId, new AuditEntry(
                    "AcceptInvitation", $"invitation {invitation.Id}", After: new { invitation.Role, invitation.Numbers }), isByCode);
            },
            cancellationToken) ?? await RefuseAsync(known!, "The code is wrong.", LinkFaults.WrongCode, cancellationToken);
    }

    /// <summary>
    /// Sets a new password by a link. The second factor, all passkeys and accounts at identity providers are gone afterwards, and all
    /// sessions have ended: whoever else got in is out.
    /// </summary>
    public async Task<LinkOutcome> ResetAsync(string token, string password, CancellationToken cancellationToken)
    {
        var hash = Secrets.Hash(token);
        if (await FaultAsync("reset", hash, cancellationToken) is { } fault) return fault;
        var link = await LookAsync<Link>(LinkSql, new { hash, purpose = "reset", workspace = Workspaces.Default }, cancellationToken);
        var user = link!.UserId!.Value;
        var email = await LookAsync<string>(EmailSql, new { user }, cancellationToken);
        if (Passwords.Fault(password, email!) is { } weak) return new LinkOutcome.Refused(weak, LinkFaults.Weak);
        if (await LookAsync<long?>(WorkspaceSql, new { user }, cancellationToken) is not { } workspace)
        {
            return new LinkOutcome.Refused("This account is in no workspace: ask for an invitation.", LinkFaults.NoWorkspace);
        }

        var passwordHash = Passwords.Hash(password);
        return await new Workspace(database, new WorkspaceView(workspace, user)).RunAsync<LinkOutcome>(
            async (connection, transaction) =>
            {
                if (await connection.ExecuteAsync(UseLinkSql, new { hash, now = Now }, transaction) == 0) return Used();
                await connection.ExecuteAsync(ResetSql, new { user, password = passwordHash, now = Now }, transaction);
                await connection.ExecuteAsync(SecondFactors.TurnOffSql, new { user }, transaction);
                await connection.ExecuteAsync(PasskeyStore.RemoveAllSql, new { user }, transaction);
                await connection.ExecuteAsync(DisconnectSql, new { user }, transaction);
                await SessionStore.EndAllAsync(connection, transaction, user);
                return await EnterAsync(connection, transaction, user, workspace, new AuditEntry("Reset", $"member {user}"));
            },
            cancellationToken);
    }

    /// <summary>Sets the caller's password to another. All their other sessions end; this one gets a new token.</summary>
    /// <returns>The token; null where the old password is wrong.</returns>
    public async Task<string?> ChangePasswordAsync(Person person, AuditLog audit, string old, string password,
        CancellationToken cancellationToken)
    {
        var known = await LookAsync<User>(UserSql, new { email = person.Email }, cancellationToken);
        if (!Passwords.IsOf(known?.PasswordHash, old)) return null;
        var passwordHash = Passwords.Hash(password);
        return await new Workspace(database, person.View).RunAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(ResetSql, new { user = person.Id, password = passwordHash, now = Now },
                    transaction);
                await SessionStore.EndAllAsync(connection, transaction, person.Id);
                var token = await sessions.BeginAsync(
                    connection, transaction, person.Id, person.Workspace, call, person.SecondFactorAt is not null);
                await audit.AddAsync(connection, transaction, new AuditEntry("ChangePassword", $"member {person.Id}"));
                return token;
            },
            cancellationToken);
    }

    /// <summary>Reads a person's name; null where it is none.</summary>
    public static string? Name(string? name) =>
        name?.Trim() is { Length: >= 1 and <= 200 } plain && !plain.Any(char.IsControl) ? plain : null;

    // The connection goes back before a password is looked at or a transaction begins: nobody holds one and waits for another.
    private async Task<T?> LookAsync<T>(string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static LinkOutcome.Refused Used() => new("This link was used. Sign in, or ask for a new one.", LinkFaults.Used);

    private async Task<LinkOutcome.Refused?> FaultAsync(string purpose, byte[] hash, CancellationToken cancellationToken)
    {
        var link = await LookAsync<Link>(LinkSql, new { hash, purpose, workspace = Workspaces.Default }, cancellationToken);
        return link switch
        {
            null => new(Unknown, LinkFaults.Unknown),
            { UsedAt: not null } => Used(),
            _ when link.ExpiresAt <= Now => new($"This link has ended. `admin {purpose}` makes a new one.", LinkFaults.Ended),
            { FirstOnly: true, HasOwner: true } =>
                new("This link was for the first owner, and there is one. `admin setup` makes a further one.", LinkFaults.Used),
            _ => null,
        };
    }

    private LinkOutcome.Refused? Fault(Invitation invitation)
    {
        var inviter = invitation.Inviter ?? "an owner";
        return invitation.AcceptedAt is not null ? new("This link was used. Sign in instead.", LinkFaults.Used)
            : invitation.WithdrawnAt is not null ? new($"This invitation was taken back; ask {inviter}.", LinkFaults.Withdrawn)
            : invitation.ExpiresAt <= Now ? new($"This invitation has ended; ask {inviter} for a new one.", LinkFaults.Ended)
            : null;
    }

    private async Task<long?> AddUserAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string email, string name,
        string passwordHash) =>
        await connection.QuerySingleOrDefaultAsync<long?>(
            AddUserSql, new { email, name, password = passwordHash, now = Now }, transaction);

    private async Task<LinkOutcome> RefuseAsync(User known, string why, string code, CancellationToken cancellationToken)
    {
        await throttle.FailedAsync(known.Email, cancellationToken);
        return new LinkOutcome.Refused(why, code);
    }

    private object Member(long workspace, long user, string role, string[]? numbers) => new { workspace, user, role, numbers, now = Now };

    private async Task<LinkOutcome> EnterAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long user, long workspace, AuditEntry entry,
        bool withSecondFactor = false)
    {
        var token = await sessions.BeginAsync(connection, transaction, user, workspace, call, withSecondFactor);
        await AuditLog.InsertAsync(connection, transaction, workspace, null, user, call.Ip, entry, time.GetUtcNow());
        call.IsAudited = true;
        return new LinkOutcome.Done(token);
    }

    private sealed record Link(string Purpose, long? UserId, bool FirstOnly, DateTime ExpiresAt, DateTime? UsedAt, bool HasOwner);

    private sealed record User(long Id, string Email, string? PasswordHash, bool HasSecondFactor);

    [method: ExplicitConstructor]
    private sealed record Invitation(
        long Id, long WorkspaceId, string Workspace, string Email, string Role, string[]? Numbers, string? Inviter, DateTime ExpiresAt,
        DateTime? AcceptedAt, DateTime? WithdrawnAt);
}

/// <summary>Somebody has the address already.</summary>
public sealed class TakenException() : Exception("Somebody has an account with this address. `admin reset` gets them back in.");
