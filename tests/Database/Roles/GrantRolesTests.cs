using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using WhatsAppBots.Data;
using WhatsAppBots.LocalPostgres;

namespace WhatsAppBots.Database.Tests.Roles;

/// <summary>Roles belong to a whole server: here one of its own, on which there are none yet.</summary>
public sealed class GrantRolesTests : IAsyncLifetime
{
    private const string Deployer = "deployer";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-roles-");
    private PostgresServer _server = null!;

    public async Task InitializeAsync()
    {
        if (!OperatingSystem.IsWindows()) _folder.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.GroupExecute;
        _server = await PostgresServer.StartAsync(
            new PostgresOptions { DataFolder = _folder.FullName, Durable = false }, NullLogger.Instance, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task DatabasesMigratedAtOnce_MakeTheRolesTogether_AndWhoMayNotGoesOn()
    {
        await ExecuteAsync("postgres", $"create role {Deployer} login createrole password 'deployer'");
        foreach (var name in new[] { "a", "b", "c", "late" }) await ExecuteAsync("postgres", $"create database {name} owner {Deployer}");

        // One of them has the older migrations, and its owner may make no roles any more.
        await MigrateAsync("late", Migrator.Migrations.Where(migration => migration.Number < 16).ToList());
        await ExecuteAsync("postgres", $"alter role {Deployer} nocreaterole");
        await MigrateAsync("late", Migrator.Migrations);
        Assert.Equal(4, (await MissingAsync("late")).Length);
        Assert.Equal(0, await GrantsAsync("late"));

        await ExecuteAsync("postgres", $"alter role {Deployer} createrole");
        await Task.WhenAll(new[] { "a", "b", "c" }.Select(name => MigrateAsync(name, Migrator.Migrations)));
        foreach (var name in new[] { "a", "b", "c" }) Assert.True(await GrantsAsync(name) > 30);

        await ExecuteAsync("postgres", $"alter role {Deployer} nocreaterole");
        Assert.Empty(await MissingAsync("late"));
        Assert.Equal(await GrantsAsync("a"), await GrantsAsync("late"));
        Assert.Empty(await MissingAsync("late"));
    }

    private async Task MigrateAsync(string database, IReadOnlyList<Migration> migrations)
    {
        await using var source = NpgsqlDataSource.Create(Of(database));
        await Migrator.RunAsync(source, migrations, new MigrationPatience(), NullLogger.Instance, CancellationToken.None);
    }

    private async Task<string[]> MissingAsync(string database)
    {
        await using var connection = new NpgsqlConnection(Of(database));
        return await connection.QuerySingleAsync<string[]>("select platform.grant_roles()");
    }

    private async Task<long> GrantsAsync(string database)
    {
        await using var connection = new NpgsqlConnection(Of(database));
        return await connection.QuerySingleAsync<long>(
            """
            select (select count(*) from information_schema.role_table_grants where grantee like 'whatsappbots_%' and grantee <> 'whatsappbots_admin')
                 + (select count(*) from pg_policy where polname not in ('workspace', 'numbers'))
            """);
    }

    private async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_server.ServerConnectionString) { Database = database, Pooling = false }.ConnectionString);
        await connection.ExecuteAsync(sql);
    }

    private string Of(string database) => new NpgsqlConnectionStringBuilder(_server.ServerConnectionString)
    {
        Database = database, Username = Deployer, Password = Deployer, Pooling = false,
    }.ConnectionString;
}
