using WhatsAppBots.Data;

namespace WhatsAppBots.Database.Tests.Data;

public sealed class MigratorTests : MigrationTest
{
    private static readonly Migration _first = new(1, "0001_first.sql", "create table a (n int)");
    private static readonly Migration _second = new(2, "0002_second.sql", "create table b (n int); insert into b values (1)");

    [Fact]
    public async Task Files_AreAppliedOnceHoweverManyProcessesStart()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RunAsync(_first, _second)));
        Assert.Equal(1, await ScalarAsync("select count(*) from b"));
        Assert.Equal(2, await ScalarAsync("select count(*) from schema_migrations"));
        Assert.Equal([_first.Name, _second.Name], applied.SelectMany(names => names));
    }

    [Fact]
    public async Task File_ThatChangedSinceItWasApplied_IsRefusedByName()
    {
        await RunAsync(_first);
        var failure = await Assert.ThrowsAsync<ChangedHistoryException>(() => RunAsync(_first with { Sql = "create table a (n bigint)" }, _second));
        Assert.Contains("0001_first.sql", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, await ScalarAsync("select count(*) from schema_migrations"));
    }

    [Fact]
    public async Task File_WithOtherLineEnds_IsTheSame()
    {
        await RunAsync(_first with { Sql = "create table a (\n  n int)" });
        await RunAsync(_first with { Sql = "create table a (\r\n  n int)" }, _second);
        Assert.Equal(2, await ScalarAsync("select count(*) from schema_migrations"));
    }

    [Fact]
    public async Task Database_NewerThanTheBuild_IsTakenAsItIsWithAWarning()
    {
        await RunAsync(_first, _second);
        Assert.Empty(await RunAsync(_first));
        Assert.Contains(_second.Name, Assert.Single(Warnings.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_NewerThanTheBuildButOfAnotherHistory_IsRefused()
    {
        await RunAsync(_first, _second);
        await Assert.ThrowsAsync<ChangedHistoryException>(() => RunAsync(_first with { Sql = "create table a (n bigint)" }));
    }

    [Fact]
    public async Task File_ThatFails_LeavesNoTraceAndCanBeMended()
    {
        await RunAsync(_first);
        var failure = await Assert.ThrowsAsync<MigrationException>(() => RunAsync(_first, _second with { Sql = "create table b (n int); select 1/0" }));
        Assert.Contains("0002_second.sql failed: division by zero", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, await ScalarAsync("select count(*) from pg_tables where tablename = 'b'"));
        await RunAsync(_first, _second);
        Assert.Equal(1, await ScalarAsync("select count(*) from b"));
    }

    [Fact]
    public async Task NothingPending_NeedsNoRightAndWaitsForNobody()
    {
        await RunAsync(_first, _second);
        var stranger = await StrangerAsync();
        await using var migrating = await HoldAsync("select pg_advisory_lock(95937799091315); lock table schema_migrations in exclusive mode");

        Assert.Empty(await RunAsync(stranger, Patience with { Others = TimeSpan.Zero }, _first, _second));
    }

    [Fact]
    public async Task SomethingPending_WithoutTheRight_IsRefusedWithTheWayOut()
    {
        await RunAsync(_first);
        var stranger = await StrangerAsync();

        var failure = await Assert.ThrowsAsync<MigrationException>(() => RunAsync(stranger, Patience, _first, _second));

        foreach (var part in new[] { "0002_second.sql is pending", "permission denied", "WhatsAppBots.Standalone.dll migrate" })
            Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.Equal([_second.Name], await RunAsync(_first, _second));
    }

    [Fact]
    public async Task History_ThatMayNotBeRead_IsRefusedWithTheWayOut()
    {
        await RunAsync(_first);
        await ExecuteAsync("revoke select on schema_migrations from public");
        var stranger = await StrangerAsync();

        var failure = await Assert.ThrowsAsync<MigrationException>(() => RunAsync(stranger, Patience, _first));

        Assert.Contains("may not read public.schema_migrations", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_ThatMigratesForLong_IsWaitedForNotForEver()
    {
        await using var migrating = await HoldAsync("select pg_advisory_lock(95937799091315)");

        var failure = await Assert.ThrowsAsync<MigrationException>(() => RunAsync(Url, Patience with { Others = TimeSpan.Zero }, _first));

        Assert.Contains("Another process", failure.Message, StringComparison.Ordinal);
    }
}
