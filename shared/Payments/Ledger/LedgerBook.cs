using Dapper;
using Npgsql;

namespace WhatsAppBots.Money.Ledger;

/// <summary>
/// The double-entry ledger. A movement is made in the transaction of whoever moves the money, once for its key, whoever tries
/// at the same time. Accounts are locked in one order, so that movements in opposite directions wait for each other.
/// </summary>
public static class LedgerBook
{
    private const string OpenSql =
        """
        insert into money.accounts (workspace_id, kind, owner, currency, floored, created_at)
        select @workspace, k.kind, k.owner, @currency, k.floored, @now
        from unnest(@kinds, @owners, @floors) as k(kind, owner, floored)
        order by k.kind, k.owner
        on conflict do nothing
        """;

    private const string LockSql =
        """
        select a.id, a.kind, a.owner, a.floored from money.accounts a
        where a.workspace_id = @workspace and a.currency = @currency
          and (a.kind, a.owner) in (select * from unnest(@kinds, @owners))
        order by a.id for update
        """;

    private const string BalancesSql =
        "select account_id as Id, sum(amount)::bigint as Balance from money.entries where account_id = any(@ids) group by account_id";

    private const string MoveSql =
        """
        insert into money.movements (workspace_id, key, reason, subject, currency, at)
        values (@workspace, @Key, @Reason, @Subject, @Currency, @now)
        on conflict (workspace_id, key) do nothing returning id
        """;

    private const string EnterSql =
        "insert into money.entries (movement_id, account_id, amount) select @movement, * from unnest(@ids, @amounts)";

    private const string EarlierSql =
        """
        select a.kind, a.owner, e.amount from money.movements m
        join money.entries e on e.movement_id = m.id join money.accounts a on a.id = e.account_id
        where m.workspace_id = @workspace and m.key = @Key and m.currency = @Currency
        """;

    private const string BalanceSql =
        """
        select coalesce(sum(e.amount), 0)::bigint from money.accounts a join money.entries e on e.account_id = a.id
        where a.workspace_id = @workspace and a.kind = @Kind and a.owner = @Owner and a.currency = @currency
        """;

    /// <summary>Makes a movement.</summary>
    /// <exception cref="ArgumentException">The movement makes no sense; the message says why.</exception>
    /// <exception cref="KeyReusedException">Its key belongs to another movement.</exception>
    public static async Task<Moved> MoveAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long workspace, Movement movement, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (movement.Fault() is { } fault) throw new ArgumentException(fault, nameof(movement));
        var accounts = await LockAsync(connection, transaction, workspace, movement, now, cancellationToken);

        // Whoever used the key first has the same accounts, and so was waited for; what he wrote is there to be read.
        var earlier = (await connection.QueryAsync<(string, string, long)>(new CommandDefinition(
            EarlierSql, new { workspace, movement.Key, movement.Currency }, transaction, cancellationToken: cancellationToken))).ToHashSet();
        if (earlier.Count > 0)
        {
            return earlier.SetEquals(movement.Entries.Select(entry => (entry.Account.Kind, entry.Account.Owner, entry.Amount)))
                ? Moved.Already
                : throw new KeyReusedException(movement.Key);
        }

        if (await IsTooLittleAsync(connection, transaction, movement, accounts, cancellationToken)) return Moved.TooLittle;
        var id = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            MoveSql, new { workspace, movement.Key, movement.Reason, movement.Subject, movement.Currency, now = now.UtcDateTime },
            transaction, cancellationToken: cancellationToken)) ?? throw new KeyReusedException(movement.Key);
        await connection.ExecuteAsync(new CommandDefinition(
            EnterSql,
            new
            {
                movement = id,
                ids = movement.Entries.Select(entry => accounts[(entry.Account.Kind, entry.Account.Owner)].Id).ToArray(),
                amounts = movement.Entries.Select(entry => entry.Amount).ToArray(),
            },
            transaction, cancellationToken: cancellationToken));
        return Moved.Made;
    }

    /// <summary>What an account holds, minor units; zero where it never held anything.</summary>
    public static Task<long> BalanceAsync(
        NpgsqlConnection connection, long workspace, Account account, string currency, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<long>(new CommandDefinition(
            BalanceSql, new { workspace, account.Kind, account.Owner, currency }, cancellationToken: cancellationToken));

    private static async Task<Dictionary<(string Kind, string Owner), LockedAccount>> LockAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long workspace, Movement movement, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var named = movement.Entries.Select(entry => entry.Account).ToArray();
        var parameters = new
        {
            workspace, currency = movement.Currency, now = now.UtcDateTime,
            kinds = Array.ConvertAll(named, account => account.Kind),
            owners = Array.ConvertAll(named, account => account.Owner),
            floors = Array.ConvertAll(named, account => account.Floored),
        };
        await connection.ExecuteAsync(new CommandDefinition(OpenSql, parameters, transaction, cancellationToken: cancellationToken));
        return (await connection.QueryAsync<LockedAccount>(new CommandDefinition(
            LockSql, parameters, transaction, cancellationToken: cancellationToken))).ToDictionary(account => (account.Kind, account.Owner));
    }

    // Under the locks: nobody else can spend of these accounts until this transaction ends.
    private static async Task<bool> IsTooLittleAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Movement movement,
        Dictionary<(string Kind, string Owner), LockedAccount> accounts, CancellationToken cancellationToken)
    {
        var spending = movement.Entries.Where(entry => entry.Amount < 0)
            .Select(entry => (accounts[(entry.Account.Kind, entry.Account.Owner)], entry.Amount))
            .Where(pair => pair.Item1.Floored).ToList();
        if (spending.Count == 0) return false;
        var ids = spending.Select(pair => pair.Item1.Id).ToArray();
        var balances = (await connection.QueryAsync<(long Id, long Balance)>(new CommandDefinition(
            BalancesSql, new { ids }, transaction, cancellationToken: cancellationToken))).ToDictionary();
        return spending.Exists(pair => balances.GetValueOrDefault(pair.Item1.Id) + pair.Amount < 0);
    }

    private sealed record LockedAccount(long Id, string Kind, string Owner, bool Floored);
}
