using Dapper;
using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Access.Store;

/// <summary>
/// Slows down who guesses: 5 attempts a minute an address; an account that failed 10 times within an hour takes one attempt each 10 s.
/// Nobody is
/// locked out. Counted in the database, for all processes.
/// </summary>
public sealed class Throttle(Database database, TimeProvider time)
{
    /// <summary>Attempts a minute an address.</summary>
    public const int PerAddress = 5;

    /// <summary>Failures an hour an account, from which on it is slow.</summary>
    public const int FailuresPerAccount = 10;

    /// <summary>What a slow account takes one attempt in.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan _addressWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _accountWindow = TimeSpan.FromHours(1);

    private const string CountSql =
        """
        insert into auth.throttle as t (key, window_start, attempts) values (@key, @start, 1)
        on conflict (key, window_start) do update set attempts = t.attempts + 1 returning attempts
        """;

    private const string ReadSql = "select coalesce(sum(attempts), 0)::int from auth.throttle where key = @key and window_start > @since";

    private const string ForgetSql =
        """
        delete from auth.throttle where (key, window_start) in (
          select key, window_start from auth.throttle where window_start < @before order by window_start limit 100 for update skip locked)
        """;

    private const string ClearSql = "delete from auth.throttle where key = @key";

    /// <summary>Counts an attempt.</summary>
    /// <param name="account">What the attempt is for: an address of e-mail.</param>
    /// <returns>How long the caller has to wait; null: the attempt may be made.</returns>
    public async Task<TimeSpan?> TryAsync(string address, string account, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        var now = time.GetUtcNow();
        await connection.ExecuteAsync(ForgetSql, new { before = (now - _accountWindow - _accountWindow).UtcDateTime });
        if (await CountAsync(connection, "address " + address, now, _addressWindow) > PerAddress) return Left(now, _addressWindow);
        return await TryAccountAsync(connection, account, now);
    }

    /// <summary>Counts an attempt at an account, whatever address it comes from.</summary>
    /// <returns><inheritdoc cref="TryAsync"/></returns>
    public async Task<TimeSpan?> TryAccountAsync(string account, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        return await TryAccountAsync(connection, account, time.GetUtcNow());
    }

    /// <summary>Counts a failure of an account.</summary>
    public async Task FailedAsync(string account, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        await CountAsync(connection, Failures(account), time.GetUtcNow(), _addressWindow);
    }

    /// <summary>Takes something that is good once, for an hour at most.</summary>
    /// <returns>False: it was taken within the last hour.</returns>
    internal async Task<bool> TakeAsync(string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.Admin.OpenConnectionAsync(cancellationToken);
        var now = time.GetUtcNow();
        await CountAsync(connection, key, now, _accountWindow);

        // Of the hour before too: what is taken at its end is not good again at the beginning of the next.
        return await ReadAsync(connection, key, now - _accountWindow - _accountWindow) == 1;
    }

    /// <summary>Forgets the failures of an account: somebody is who they say.</summary>
    internal static Task ClearAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string account) =>
        connection.ExecuteAsync(ClearSql, new { key = Failures(account) }, transaction);

    private static async Task<TimeSpan?> TryAccountAsync(NpgsqlConnection connection, string account, DateTimeOffset now)
    {
        if (await ReadAsync(connection, Failures(account), now - _accountWindow) < FailuresPerAccount) return null;
        return await CountAsync(connection, "slow " + account, now, Slow) > 1 ? Left(now, Slow) : null;
    }

    private static Task<int> ReadAsync(NpgsqlConnection connection, string key, DateTimeOffset since) =>
        connection.QuerySingleAsync<int>(ReadSql, new { key, since = since.UtcDateTime });

    private static string Failures(string account) => "failures " + account;

    private static Task<int> CountAsync(NpgsqlConnection connection, string key, DateTimeOffset now, TimeSpan window) =>
        connection.QuerySingleAsync<int>(CountSql, new { key, start = Start(now, window).UtcDateTime });

    private static DateTimeOffset Start(DateTimeOffset now, TimeSpan window) =>
        new(now.UtcTicks - (now.UtcTicks % window.Ticks), TimeSpan.Zero);

    private static TimeSpan Left(DateTimeOffset now, TimeSpan window) => Start(now, window) + window - now;
}
