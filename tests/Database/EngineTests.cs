using Dapper;
using Npgsql;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests;

public sealed class EngineTests : IAsyncLifetime
{
    private readonly FakeChannel _channel = new();
    private readonly CountingBot _bot = new();
    private readonly ManualTime _time = new();
    private TestDatabase _database = null!;
    private EngineHost _host = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _host = await EngineHost.StartAsync(_database.ConnectionString, _bot, _channel, _time);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Text_FromStranger_IsAnsweredAndKept()
    {
        await _host.SayAsync("15550001", "hello");
        await _host.SayAsync("15550001", "again");

        Assert.Equal(["1:hello", "2:again"], _channel.TextsTo("15550001"));
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        Assert.Equal(["in hello", "out 1:hello", "in again", "out 2:again"], await connection.QueryAsync<string>(
            "select direction || ' ' || summary from chat.messages order by id"));
        Assert.Equal(0, await connection.QuerySingleAsync<long>("select count(*) from chat.inbox"));
        Assert.Equal(0, await connection.QuerySingleAsync<long>("select count(*) from chat.outbox"));
        Assert.Equal(2, await connection.QuerySingleAsync<long>("select count(*) from chat.statuses where status = 'accepted'"));
        Assert.Null(await connection.QuerySingleAsync<Guid?>("select sender from chat.conversations"));
    }

    [Fact]
    public async Task Message_ThatComesTwice_IsAnsweredOnce()
    {
        var message = _host.Message("15550002", "once", "wamid.twice");
        await Task.WhenAll(_host.StoreAsync(message, message), _host.StoreAsync(message), _host.StoreAsync(message));
        await _host.IdleAsync();

        Assert.Equal(["1:once"], _channel.TextsTo("15550002"));
    }
}
