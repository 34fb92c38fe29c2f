using WhatsAppBots.Data;

namespace WhatsAppBots.Database.Tests.Data;

/// <summary>Migrations in the way of others, and others in the way of migrations.</summary>
public sealed class MigrationLockTests : MigrationTest
{
    private static readonly Migration _first = new(1, "0001_first.sql", "create table a (n int); insert into a values (1), (1)");
    private static readonly Migration _column = new(2, "0002_column.sql", "create table c (n int); alter table a add column m int");

    private static readonly Migration _index = new(
        2, "0002_index.sql",
        """
        -- outside a transaction: an index on a table that is written to
        drop index concurrently if exists a_n;
        create unique index concurrently a_n on a (n);
        """);

    [Fact]
    public async Task LongTransaction_InTheWay_MakesItGiveUpHavingChangedNothing()
    {
        await RunAsync(_first);
        await using var reader = await HoldAsync("select * from a");

        var failure = await Assert.ThrowsAsync<MigrationException>(() => RunAsync(_first, _column));

        Assert.Contains("0002_column.sql found its tables locked 3 times", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, Warnings.All.Count);
        Assert.Equal(0, await ScalarAsync("select count(*) from pg_tables where tablename = 'c'"));
        Assert.Equal(0, await ScalarAsync("select count(*) from pg_locks l join pg_database d on d.oid = l.database where l.locktype = 'advisory' and d.datname = current_database()"));
    }

    // With a migration that waited, whoever comes after it would wait for the reader too.
    [Fact]
    public async Task LongTransaction_InTheWay_StopsNobodyElse_AndTheMigrationFollowsIt()
    {
        await RunAsync(_first);
        var reader = await HoldAsync("select * from a");
        var migration = RunAsync(Url, Patience with { Tries = 10_000 }, _first, _column);
        while (Warnings.All.Count < 3) await Task.Delay(5);

        var until = Warnings.All.Count + 10;
        while (Warnings.All.Count < until) await ExecuteAsync("set statement_timeout = '5s'; insert into a values (2)");

        Assert.False(migration.IsCompleted);
        await reader.DisposeAsync();
        Assert.Equal([_column.Name], await migration);
    }

    [Fact]
    public async Task Statement_ThatTakesLongerThanItMay_IsStopped()
    {
        await RunAsync(_first);

        var failure = await Assert.ThrowsAsync<MigrationException>(() =>
            RunAsync(_first, _column with { Sql = "lock table a; select pg_sleep(30)" }));

        Assert.Contains("takes longer than it may", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, await ScalarAsync("select count(*) from schema_migrations"));
    }

    [Fact]
    public async Task FileOutsideATransaction_ThatFailedHalfWay_BeginsAgain()
    {
        await RunAsync(_first);
        await Assert.ThrowsAsync<MigrationException>(() => RunAsync(_first, _index));
        Assert.Equal(1, await ScalarAsync("select count(*) from pg_index where not indisvalid"));
        await ExecuteAsync("truncate a");

        Assert.Equal([_index.Name], await RunAsync(_first, _index));

        Assert.Equal(1, await ScalarAsync("select count(*) from pg_index where indexrelid = 'a_n'::regclass and indisvalid"));
        Assert.Equal(2, await ScalarAsync("select count(*) from schema_migrations"));
    }

    // An index that is made concurrently waits for every older snapshot: those who wait their turn must have none.
    [Fact]
    public async Task FileOutsideATransaction_IsNotHeldUpByThoseWhoWaitTheirTurn()
    {
        await RunAsync(_first with { Sql = "create table a (n int)" });
        var holder = await HoldAsync("select * from a");
        var all = Enumerable.Range(0, 4).Select(_ => RunAsync(_first with { Sql = "create table a (n int)" }, _index)).ToList();
        while (await ScalarAsync("select count(*) from pg_stat_activity where datname = current_database() and query like 'select pg_try%'") < 3) await Task.Delay(5);
        await holder.DisposeAsync();

        var applied = await Task.WhenAll(all).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal([_index.Name], applied.SelectMany(names => names));
    }
}
