using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Access.Store;

/// <summary>Second factors of people. A code is taken once, and so is each recovery code.</summary>
public sealed class SecondFactors(IOptions<SecretKey> secret, TimeProvider time)
{
    private const string PrepareSql = "update auth.users set totp_secret = @box where id = @user and totp_since is null";

    private const string SecretSql = "select totp_secret from auth.users where id = @user";

    private const string TurnOnSql =
        "update auth.users set totp_since = @now, totp_last_step = @step where id = @user and totp_since is null";

    private const string StepSql =
        """
        update auth.users set totp_last_step = @step, totp_secret = @box
        where id = @user and totp_since is not null and totp_last_step < @step
        """;

    private const string AddCodesSql = "insert into auth.recovery_codes (user_id, hash) select @user, unnest(@hashes)";

    private const string UseCodeSql =
        "update auth.recovery_codes set used_at = @now where user_id = @user and hash = @hash and used_at is null";

    internal const string TurnOffSql =
        """
        update auth.users set totp_secret = null, totp_since = null, totp_last_step = 0 where id = @user;
        delete from auth.recovery_codes where user_id = @user;
        """;

    private const string NewCodesSql = "delete from auth.recovery_codes where user_id = @user";

    private readonly SecretBox _box = new(secret.Value, "second factor");

    /// <summary>Prepares a second factor; it counts once <see cref="TurnOnAsync"/> was given a code of it.</summary>
    /// <returns>The secret; null where the person has a second factor already.</returns>
    public Task<byte[]?> PrepareAsync(Workspace workspace, long user, CancellationToken cancellationToken) => workspace.RunAsync<byte[]?>(
        async (connection, transaction) =>
        {
            var made = SecondFactor.MakeSecret();
            var box = _box.Close(made, Owner(user));
            return await connection.ExecuteAsync(PrepareSql, new { user, box }, transaction) == 0 ? null : made;
        },
        cancellationToken);

    /// <summary>Turns a prepared second factor on. The session counts as confirmed by it from then on.</summary>
    /// <returns>The recovery codes, which are told once, and the session's new token; null where the code is wrong.</returns>
    public Task<(IReadOnlyList<string> Codes, string Token)?> TurnOnAsync(
        Workspace workspace, AuditLog audit, SessionStore sessions, Person person, string code, CancellationToken cancellationToken) =>
        workspace.RunAsync<(IReadOnlyList<string>, string)?>(
            async (connection, transaction) =>
            {
                if (await StepAsync(connection, transaction, person.Id, code) is not { } found) return null;
                if (await connection.ExecuteAsync(TurnOnSql, new { user = person.Id, now = Now, found.Step },
                    transaction) == 0) return null;
                var codes = await CodesAsync(connection, transaction, person.Id);
                var token = await sessions.RenewAsync(connection, transaction, person.Session, withSecondFactor: true);
                await audit.AddAsync(connection, transaction, new AuditEntry("TurnOnSecondFactor", $"member {person.Id}"));
                return (codes, token);
            },
            cancellationToken);

    /// <summary>Turns the second factor off.</summary>
    public static Task<bool> TurnOffAsync(Workspace workspace, AuditLog audit, Person person, CancellationToken cancellationToken) =>
        workspace.RunAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(TurnOffSql, new { user = person.Id }, transaction);
            await SessionStore.LoseSecondFactorAsync(connection, transaction, person.Id);
            await audit.AddAsync(connection, transaction, new AuditEntry("TurnOffSecondFactor", $"member {person.Id}"));
            return true;
        },
        cancellationToken);

    /// <summary>Takes a code, of the clock or of recovery, which is then used.</summary>
    internal async Task<bool> UseAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long user, string code)
    {
        if (await StepAsync(connection, transaction, user, code) is { } found)
        {
            // Encrypted anew each time: in a rotation of SECRET_KEY it goes over to the new one.
            var box = _box.Close(found.Secret, Owner(user));
            return await connection.ExecuteAsync(StepSql, new { user, found.Step, box }, transaction) > 0;
        }

        var hash = SecondFactor.RecoveryHash(code);
        return await connection.ExecuteAsync(UseCodeSql, new { user, hash, now = Now }, transaction) > 0;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static async Task<IReadOnlyList<string>> CodesAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long user)
    {
        var codes = SecondFactor.MakeRecoveryCodes();
        await connection.ExecuteAsync(NewCodesSql, new { user }, transaction);
        await connection.ExecuteAsync(AddCodesSql, new { user, hashes = codes.Select(SecondFactor.RecoveryHash).ToArray() }, transaction);
        return codes;
    }

    private async Task<(long Step, byte[] Secret)?> StepAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long user,
        string code)
    {
        var box = await connection.QuerySingleOrDefaultAsync<byte[]>(SecretSql, new { user }, transaction);
        if (box is null || _box.Open(box, Owner(user)) is not { } plain) return null;
        return SecondFactor.Step(plain, code, time.GetUtcNow()) is { } step ? (step, plain) : null;
    }

    private static string Owner(long user) => FormattableString.Invariant($"user {user}");
}
