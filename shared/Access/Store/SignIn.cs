using Dapper;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Data;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Access.Store;

/// <summary>What became of an attempt to sign in, or to confirm who one is.</summary>
public abstract record SignInOutcome
{
    /// <summary>The person is in.</summary>
    /// <param name="Token">For the cookie.</param>
    public sealed record Done(string Token) : SignInOutcome;

    /// <summary>The password is right, and a code of the second factor is missing.</summary>
    public sealed record NeedsCode : SignInOutcome;

    /// <summary>Address, password or code are wrong; which of them is not said.</summary>
    public sealed record Wrong : SignInOutcome;

    /// <summary>Too many attempts.</summary>
    public sealed record Wait(TimeSpan Left) : SignInOutcome;
}

/// <summary>Signing in by password and second factor, and confirming by the same.</summary>
public sealed class SignIn(Database database, SessionStore sessions, Throttle throttle, SecondFactors factors, CallContext call,
    TimeProvider time)
{
    private const string FindSql =
        """
        select u.id, u.email, u.password_hash as PasswordHash, u.totp_since is not null as HasSecondFactor,
               (select m.workspace_id from auth.memberships_of(u.id) m limit 1) as WorkspaceId
        from auth.users u where u.email = @email
        """;

    /// <summary>Signs somebody in.</summary>
    /// <param name="code">Of the second factor, or a recovery code; null: none was given.</param>
    public async Task<SignInOutcome> EnterAsync(string? email, string? password, string? code, CancellationToken cancellationToken)
    {
        var account = Email.Read(email) ?? "";
        if (await throttle.TryAsync(call.Ip ?? "", account, cancellationToken) is { } left) return new SignInOutcome.Wait(left);
        var user = await FindAsync(account, cancellationToken);
        var isRight = Passwords.IsOf(user?.PasswordHash, password ?? "");
        if (user?.WorkspaceId is not { } workspace || !isRight) return await RefuseAsync(user, account, cancellationToken);
        if (user.HasSecondFactor && string.IsNullOrWhiteSpace(code)) return new SignInOutcome.NeedsCode();
        return await new Workspace(database, new WorkspaceView(workspace, user.Id)).RunAsync<SignInOutcome?>(
            async (connection, transaction) =>
            {
                if (user.HasSecondFactor && !await factors.UseAsync(connection, transaction, user.Id, code!)) return null;
                var token = await sessions.BeginAsync(connection, transaction, user.Id, workspace, call, user.HasSecondFactor);
                await Throttle.ClearAsync(connection, transaction, account);
                await AuditAsync(connection, transaction, workspace, user.Id, AuditEntry.Done);
                return new SignInOutcome.Done(token);
            },
            cancellationToken) ?? await RefuseAsync(user, account, cancellationToken);
    }

    /// <summary>Confirms who the caller is: by a code where they have a second factor, else by the password. The session gets a new
    /// token.</summary>
    public async Task<SignInOutcome> ConfirmAsync(Person person, AuditLog audit, string? password, string? code,
        CancellationToken cancellationToken)
    {
        if (await throttle.TryAsync(call.Ip ?? "", person.Email, cancellationToken) is { } left) return new SignInOutcome.Wait(left);
        if (person.HasSecondFactor && string.IsNullOrWhiteSpace(code)) return new SignInOutcome.NeedsCode();
        var user = await FindAsync(person.Email, cancellationToken);
        if (!person.HasSecondFactor && !Passwords.IsOf(user?.PasswordHash, password ?? "")) return await RefuseAsync(user, person.Email,
            cancellationToken);
        return await new Workspace(database, person.View).RunAsync<SignInOutcome?>(
            async (connection, transaction) =>
            {
                if (person.HasSecondFactor && !await factors.UseAsync(connection, transaction, person.Id, code!)) return null;
                var token = await sessions.RenewAsync(connection, transaction, person.Session, person.HasSecondFactor);
                await audit.AddAsync(connection, transaction, new AuditEntry("Confirm", $"session {person.Session}"));
                return new SignInOutcome.Done(token);
            },
            cancellationToken) ?? await RefuseAsync(user, person.Email, cancellationToken);
    }

    private async Task<User?> FindAsync(string email, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<User>(new CommandDefinition(FindSql, new { email },
            cancellationToken: cancellationToken));
    }

    // Of somebody nobody knows there is a row too: it is told who tries, and the answer takes as long.
    private async Task<SignInOutcome> RefuseAsync(User? user, string account, CancellationToken cancellationToken)
    {
        await throttle.FailedAsync(account, cancellationToken);
        var workspace = user?.WorkspaceId ?? Workspaces.Default;
        await new Workspace(database, new WorkspaceView(workspace, user?.Id)).RunAsync(
            async (connection, transaction) =>
            {
                await AuditAsync(connection, transaction, workspace, user?.Id, AuditEntry.Refused);
                return true;
            },
            cancellationToken);
        return new SignInOutcome.Wrong();
    }

    private async Task AuditAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long workspace, long? user, string outcome)
    {
        await AuditLog.InsertAsync(
            connection, transaction, workspace, null, user, call.Ip,
            new AuditEntry("SignIn", user is null ? null : $"member {user}", Outcome: outcome),
                time.GetUtcNow());
        call.IsAudited = true;
    }

    private sealed record User(long Id, string Email, string? PasswordHash, bool HasSecondFactor, long? WorkspaceId);
}
