using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Npgsql;
using WhatsAppBots.Admin;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Images;
using WhatsAppBots.Maintenance;
using WhatsAppBots.Maintenance.Upkeep;
using WhatsAppBots.Messages;
using WhatsAppBots.Messaging;
using WhatsAppBots.Payments;
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

    // One statement each: due in half a minute.
    public static TheoryData<string, string> Kinds => new()
    {
        {
            EventTypes.JobsDue,
            """
            insert into images.jobs (order_id, attempt, workspace_id, conversation_id, bot, title, request, state, next_look_at, created_at)
            values (1, 1, 1, 1, 'portraits', 'order-1-1', '{}', 'training', $1, $1)
            """
        },
        {
            EventTypes.PaymentsDue,
            """
            insert into money.payments (provider, payment_id, workspace_id, order_id, amount, currency, state, at, refund_at)
            values ('generic', 'paid-1', 1, 1, 900, 'USD', 'refunding', $1, $1)
            """
        },
        {
            EventTypes.PaymentsDue,
            """
            insert into money.orders (workspace_id, conversation_id, bot, item, amount, currency, state, reference, created_at, updated_at, ask_at)
            values (1, 1, 'portraits', '{}', 900, 'USD', 'open', 'order-1', $1, $1, $1)
            """
        },
        { EventTypes.PaymentsDue, "insert into money.looks (provider, look_at) values ('generic', $1)" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Work_IsRungForByItsOwnBell_OnceItIsDue_AndAgainWhileItIs(string bell, string sql)
    {
        await ExecuteAsync(sql, _time.GetUtcNow().AddSeconds(30).UtcDateTime);
        Assert.Equal((0, 0), await SweepAsync());
        _time.Advance(TimeSpan.FromSeconds(30));
        foreach (var rings in new[] { 1, 2 })
        {
            Assert.Equal(bell == EventTypes.JobsDue ? (rings, 0) : (0, rings), await SweepAsync());
        }
    }

    // Work that nothing here looks for would wait for ever in an app that has no timer.
    [Fact]
    public void Kinds_AreAllThereAre() => Assert.Equal(
        ["JobWorker", "Reconciliation", "RefundWorker", "ReturnsLook"],
        new[] { typeof(ImagesApp), typeof(PaymentsApp), typeof(MessagesApp), typeof(MaintenanceApp), typeof(AdminApp) }.SelectMany(app => app.Assembly.GetTypes())
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IDueWork))).Select(type => type.Name).Order());

    // Under Azure an app hears the bell over the bus; one event a kind, whatever waits.
    [Fact]
    public async Task Bells_GoOverTheBus_WhereAppsRunApart()
    {
        foreach (var kind in Kinds) await ExecuteAsync((string)kind[1], _time.GetUtcNow().UtcDateTime);
        var labels = new List<string>();
        var batch = new Mock<IBusBatch>();
        batch.Setup(it => it.TryAdd(It.IsAny<BusMessage>())).Callback((BusMessage message) => labels.Add(message.Label)).Returns(true);
        var topic = new Mock<IBusTopic>();
        topic.Setup(it => it.NewBatchAsync(It.IsAny<CancellationToken>())).ReturnsAsync(batch.Object);
        var bus = new BusBell(new BusPublisher(topic.Object), _time, NullLogger<BusBell>.Instance);
        await new DueWorkSweep(_connections, _bells, _time, bus).RunAsync(CancellationToken.None);
        Assert.Equal([EventTypes.JobsDue, EventTypes.PaymentsDue], labels.Order());
        Assert.Equal((0, 0), (_bells.Rings(EventTypes.JobsDue), _bells.Rings(EventTypes.PaymentsDue)));
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
