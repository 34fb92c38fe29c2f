using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using WhatsAppBots.LocalPostgres;

namespace WhatsAppBots.Database.Tests.Postgres;

public sealed class PostgresServerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-postgres-");

    public PostgresServerTests()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.FullName, File.GetUnixFileMode(_folder.FullName) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Server_StoppedAndStarted_KeepsItsData()
    {
        await using (var server = await StartAsync()) await ExecuteAsync(server, "create table kept as select 42 as n");
        await using var again = await StartAsync();
        Assert.Equal(42, await ScalarAsync(again, "select n from kept"));
    }

    [Fact]
    public async Task Server_Killed_IsRecoveredByTheNextStart()
    {
        var server = await StartAsync();
        await ExecuteAsync(server, "create table kept as select 1 as n; insert into kept select generate_series(2, 1000)");
        var pid = server.ProcessId;
        using (var process = Process.GetProcessById(pid))
        {
            process.Kill();
            process.WaitForExit(10_000);
        }

        await server.DisposeAsync();
        await using var again = await StartAsync();
        Assert.NotEqual(pid, again.ProcessId);
        Assert.Equal(1000, await ScalarAsync(again, "select count(*) from kept"));
    }

    [Fact]
    public async Task Server_OfTwoProcesses_IsOneAndOutlivesTheSecond()
    {
        var starts = await Task.WhenAll(StartAsync(), StartAsync());
        Assert.Equal(starts[0].ConnectionString, starts[1].ConnectionString);

        // Whichever found it running leaves it running.
        foreach (var guest in new[] { 0, 1 })
        {
            var server = starts[guest];
            await server.DisposeAsync();
            if (server.ProcessId == 0) continue;
            Assert.Equal(1, await ScalarAsync(starts[1 - guest], "select 1"));
        }

        foreach (var server in starts) await server.DisposeAsync();
        Assert.Equal(0, starts[0].ProcessId);
    }

    [Fact]
    public async Task Programs_ThatAreNoPostgres_AreSaidToFail()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => PostgresServer.StartAsync(
            new PostgresOptions { DataFolder = _folder.FullName, BinariesFolder = "/usr/bin/nowhere" }, NullLogger.Instance, CancellationToken.None));
        Assert.True(failure is PostgresFailedException or PostgresNotFoundException, failure.ToString());
    }

    private Task<PostgresServer> StartAsync() => PostgresServer.StartAsync(
        new PostgresOptions { DataFolder = _folder.FullName }, NullLogger.Instance, CancellationToken.None);

    private static async Task ExecuteAsync(PostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.ExecuteAsync(sql);
    }

    private static async Task<long> ScalarAsync(PostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        return await connection.QuerySingleAsync<long>(sql);
    }
}
