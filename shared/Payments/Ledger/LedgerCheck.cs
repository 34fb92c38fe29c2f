using Dapper;
using Npgsql;

namespace WhatsAppBots.Money.Ledger;

/// <summary>What is wrong in the ledger. Nothing ever should be; who asks is maintenance, hourly and weekly.</summary>
/// <param name="Rule">The rule that does not hold.</param>
/// <param name="What">Of what.</param>
public sealed record LedgerFault(string Rule, string What);

/// <summary>Checks the whole ledger against its rules, whatever guards them.</summary>
public static class LedgerCheck
{
    private const string Sql =
        """
        select 'entries sum to zero' as Rule, 'movement ' || movement_id as What
        from money.entries group by movement_id having sum(amount) <> 0
        union all
        select 'a movement has two entries at least', 'movement ' || m.id
        from money.movements m left join money.entries e on e.movement_id = m.id group by m.id having count(e.*) < 2
        union all
        select 'one currency and one workspace a movement', 'movement ' || m.id
        from money.movements m join money.entries e on e.movement_id = m.id join money.accounts a on a.id = e.account_id
        where a.currency <> m.currency or a.workspace_id <> m.workspace_id
        union all
        select 'never below zero', kind || ' ' || owner || ' ' || currency || ' holds ' || balance
        from money.balances where floored and balance < 0
        limit 1000
        """;

    /// <summary>At most a thousand faults; empty where all is well.</summary>
    public static async Task<IReadOnlyList<LedgerFault>> RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<LedgerFault>(new CommandDefinition(Sql, commandTimeout: 600, cancellationToken: cancellationToken))).ToList();
}
