using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Azure.Tests;

public sealed class DatabaseMigrationTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Start_WithTheDatabaseThere_MigratesFirst()
    {
        await using var database = new Data.Database(_database.ConnectionString);
        using var migration = new DatabaseMigration(database, _time, NullLogger<DatabaseMigration>.Instance);
        await migration.StartingAsync(CancellationToken.None);
        Assert.True(migration.Done.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Start_WithTheDatabaseAway_IsHeldUpForLessThanTheHostWaits_AndMigratesOnceItIsBack()
    {
        await LetInAsync(connections: false);
        await using var database = new Data.Database(_database.ConnectionString);
        using var migration = new DatabaseMigration(database, _time, NullLogger<DatabaseMigration>.Instance);
        var starting = migration.StartingAsync(CancellationToken.None);
        for (var waited = TimeSpan.Zero; waited < DatabaseMigration.AtMost; waited += TimeSpan.FromSeconds(2))
        {
            Assert.False(starting.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(5);
        }

        await starting.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.False(migration.Done.IsCompleted);
        Assert.True(DatabaseMigration.AtMost < TimeSpan.FromSeconds(45));

        await LetInAsync(connections: true);
        for (var n = 0; n < 500 && !migration.Done.IsCompleted; n++)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(20);
        }

        Assert.True(migration.Done.IsCompletedSuccessfully);
        await migration.StoppingAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Stop_WithTheDatabaseAway_WaitsForNothing()
    {
        await LetInAsync(connections: false);
        await using var database = new Data.Database(_database.ConnectionString);
        using var migration = new DatabaseMigration(database, _time, NullLogger<DatabaseMigration>.Instance);
        _ = migration.StartingAsync(CancellationToken.None);
        await migration.StoppingAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
        await LetInAsync(connections: true);
    }

    [Fact]
    public async Task Start_WithoutTheRightToTheDatabase_FailsAtOnce()
    {
        var settings = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Database = "there_is_no_such_database" };
        await using var database = new Data.Database(settings.ConnectionString);
        using var migration = new DatabaseMigration(database, _time, NullLogger<DatabaseMigration>.Instance);
        await Assert.ThrowsAsync<PostgresException>(() => migration.StartingAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private async Task LetInAsync(bool connections)
    {
        var settings = new NpgsqlConnectionStringBuilder(_database.ConnectionString);
        var name = settings.Database;
        settings.Database = "postgres";
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"alter database {name} allow_connections {connections}", connection);
        await command.ExecuteNonQueryAsync();
    }
}
