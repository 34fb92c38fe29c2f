using Npgsql;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Events;
using WhatsAppBots.Maintenance.Upkeep;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Maintenance;

/// <summary>What falls due in apps that have no timers.</summary>
public sealed class DueWorkSweepTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly EventBells _bells = new(new EventRouting(overBus: false));
    private TestDatabase _database = null!;
    private WhatsAppBots.Data.Database _connections = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _connections = new WhatsAppBots.Data.Database(_database.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_IsRungFor_WhereNothingIsDue() => Assert.Equal((0, 0), await SweepAsync());

    [Fact]
    public async Task Job_IsRungFor_OnceItIsDue()
    {
        await ExecuteAsync(
            """
            insert into images.jobs (order_id, attempt, workspace_id, conversation_id, bot, title, request, state, next_look_at, created_at)
            values (1, 1, 1, 1, 'portraits', 'order-1-1', '{}', 'training', $1, $1)
            """, _time.GetUtcNow().AddSeconds(30).UtcDateTime);
        Assert.Equal((0, 0), await SweepAsync());
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal((1, 0), await SweepAsync());
        Assert.Equal((2, 0), await SweepAsync());
    }

    private async Task<(long Jobs, long Payments)> SweepAsync()
    {
        await new DueWorkSweep(_connections, _bells, _time).RunAsync(CancellationToken.None);
        return (_bells.Rings(EventTypes.JobsDue), _bells.Rings(EventTypes.PaymentsDue));
    }

    private async Task ExecuteAsync(string sql, DateTime at)
    {
        await using var connection = await _connections.General.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("set session_replication_role = replica", connection);
        await command.ExecuteNonQueryAsync();
        command.CommandText = sql;
        command.Parameters.AddWithValue(at);
        await command.ExecuteNonQueryAsync();
        command.Parameters.Clear();
        command.CommandText = "reset session_replication_role";
        await command.ExecuteNonQueryAsync();
    }
}
