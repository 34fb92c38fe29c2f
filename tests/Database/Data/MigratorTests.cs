using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using WhatsAppBots.Data;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Data;

public sealed class MigratorTests : IAsyncLifetime
{
    private static readonly Migration _first = new(1, "0001_first.sql", "create table a (n int)");
    private static readonly Migration _second = new(2, "0002_second.sql", "create table b (n int); insert into b values (1)");

    private string _database = "";

    public async Task InitializeAsync()
    {
        var server = await TestServer.StartAsync();
        var name = $"migrator_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.ExecuteAsync($"create database {name}");
        _database = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ConnectionString;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Files_AreAppliedOnceHoweverManyProcessesStart()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RunAsync(_first, _second)));
        Assert.Equal(1, await ScalarAsync("select count(*) from b"));
        Assert.Equal(2, await ScalarAsync("select count(*) from schema_migrations"));
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
    public async Task Database_NewerThanTheBuild_IsRefused()
    {
        await RunAsync(_first, _second);
        await Assert.ThrowsAsync<ChangedHistoryException>(() => RunAsync(_first));
    }

    [Fact]
    public async Task File_ThatFails_LeavesNoTraceAndCanBeMended()
    {
        await RunAsync(_first);
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(_first, _second with { Sql = "create table b (n int); select 1/0" }));
        Assert.Equal(0, await ScalarAsync("select count(*) from pg_tables where tablename = 'b'"));
        await RunAsync(_first, _second);
        Assert.Equal(1, await ScalarAsync("select count(*) from b"));
    }

    private Task RunAsync(params Migration[] migrations) =>
        Migrator.RunAsync(_database, migrations, NullLogger.Instance, CancellationToken.None);

    private async Task<long> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database);
        return await connection.QuerySingleAsync<long>(sql);
    }
}
