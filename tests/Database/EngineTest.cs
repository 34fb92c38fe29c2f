using Dapper;
using Npgsql;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests;

/// <summary>A test of the engine on a database of its own, with a clock that is moved by hand.</summary>
public abstract class EngineTest : IAsyncLifetime
{
    protected FakeChannel Channel { get; } = new();
    protected CountingBot Bot { get; } = new();
    protected ManualTime Time { get; } = new();
    protected TestDatabase Database { get; private set; } = null!;
    protected EngineHost Host { get; set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Host = await StartHostAsync();
    }

    public virtual async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>A further process on the same database.</summary>
    protected Task<EngineHost> StartHostAsync(FakeChannel? channel = null) =>
        EngineHost.StartAsync(Database.ConnectionString, Bot, channel ?? Channel, Time);

    protected async Task<List<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        return (await connection.QueryAsync<T>(sql, parameters)).ToList();
    }

    protected async Task<long> CountAsync(string from) => (await QueryAsync<long>($"select count(*) from {from}"))[0];

    protected Task ExecuteAsync(string sql, object? parameters = null) => QueryAsync<object>(sql, parameters);
}
