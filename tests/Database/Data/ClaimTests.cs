using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Npgsql;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Images.Jobs;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Refunds;
using WhatsAppBots.Payments.Orders;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Data;

/// <summary>A worker holds a row for as long as the database's clock says, whatever its own clock says, and whatever those of others say.</summary>
public sealed class ClaimTests : IAsyncLifetime
{
    private static readonly int[] _hours = [0, 2, -2];

    private TestDatabase _database = null!;
    private WhatsAppBots.Data.Database _connections = null!;

    public static TheoryData<string, int> Queues
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var queue in new[] { "events", "relay", "jobs", "refunds", "reconciliation" })
            {
                foreach (var hours in _hours) data.Add(queue, hours);
            }

            return data;
        }
    }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _connections = new WhatsAppBots.Data.Database(_database.ConnectionString);
        await ExecuteAsync(
            """
            insert into events.queue (event_id, receiver, type, workspace_id, body, not_before, created_at)
            select 'e', receiver, 't', 1, '{"id":"e","source":"/test","type":"t","workspace":1,"time":"2026-01-01T00:00:00Z","data":{}}', at, at
            from unnest(array['images', 'bus']) as receiver, (select now() - interval '3 hours' as at) t;
            insert into images.jobs (order_id, attempt, workspace_id, conversation_id, bot, title, request, state, next_look_at, created_at)
            select 1, 1, 1, 1, 'portraits', 'order-1-1', '{}', 'training', at, at from (select now() - interval '3 hours' as at) t;
            insert into money.payments (provider, payment_id, workspace_id, amount, currency, state, at, refund_at)
            select 'generic', 'paid-1', 1, 900, 'USD', 'held', at, at from (select now() - interval '3 hours' as at) t;
            insert into money.orders (workspace_id, conversation_id, bot, item, amount, currency, state, reference, provider, session, created_at, updated_at, ask_at)
            select 1, 1, 'portraits', '{}', 900, 'USD', 'open', 'order-1', 'test', 's1', at, at, at from (select now() - interval '3 hours' as at) t;
            """);
    }

    public async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Queues))]
    public async Task Row_HeldByAHostWhoseClockIsOff_IsFreeForAllWhenTheDatabaseSaysSo(string queue, int hours)
    {
        var (table, due, others) = Of(queue);
        foreach (var next in _hours)
        {
            Assert.Equal(1, await ClaimAsync(queue, hours));
            Assert.True(await IsAsync($"select {due} between now() and now() + interval '11 minutes' from {table} where {others}"));
            foreach (var other in _hours) Assert.Equal(0, await ClaimAsync(queue, other));

            // The worker has died, and its claim has run out.
            await ExecuteAsync($"update {table} set {due} = now() - interval '1 ms', claimed_until = now() - interval '1 ms' where {others} and {due} = claimed_until");
            Assert.Equal(1, await ClaimAsync(queue, next));
            await ExecuteAsync($"update {table} set {due} = now() - interval '3 hours' where {others}");
        }
    }

    // It knows the due column alone: it leaves our rows to us, and what it writes there counts.
    [Theory]
    [MemberData(nameof(Queues))]
    public async Task Release_ThatDoesNotKnowClaims_IsLeftItsRows_AndLeavesOursToUs(string queue, int hours)
    {
        var (table, due, others) = Of(queue);
        Assert.Equal(1, await ClaimAsync(queue, hours));
        Assert.False(await IsAsync($"select {due} <= now() from {table} where {others}"));

        // Ours has run out: the other release takes it for a minute.
        await ExecuteAsync($"update {table} set {due} = now() - interval '1 ms', claimed_until = now() - interval '1 ms' where {others}");
        await ExecuteAsync($"update {table} set {due} = now() + interval '1 minute' where {others}");
        Assert.Equal(0, await ClaimAsync(queue, 0));
        await ExecuteAsync($"update {table} set {due} = now() - interval '1 ms' where {others}");
        Assert.Equal(1, await ClaimAsync(queue, 0));
    }

    private static (string Table, string Due, string Others) Of(string queue) => queue switch
    {
        "events" => ("events.queue", "not_before", "receiver = 'images'"),
        "relay" => ("events.queue", "not_before", "receiver = 'bus'"),
        "jobs" => ("images.jobs", "next_look_at", "true"),
        "refunds" => ("money.payments", "refund_at", "true"),
        _ => ("money.orders", "ask_at", "true"),
    };

    // The worker dies as soon as it has the row.
    private async Task<int> ClaimAsync(string queue, int hours)
    {
        var time = new JumpingTime { Offset = TimeSpan.FromHours(hours) };
        await using var connection = await _connections.General.OpenConnectionAsync();
        return queue switch
        {
            "events" => (await new EventLanes(_ => 16).ClaimAsync(connection, "images", time.GetUtcNow(), [], CancellationToken.None)).Count,
            "relay" => await RelayAsync(time),
            "jobs" => (await JobRows.ClaimAsync(connection, time.GetUtcNow(), 4, CancellationToken.None)).Count,
            "refunds" => (await RefundBook.ClaimAsync(connection, time.GetUtcNow(), 8, CancellationToken.None)).Count,
            _ => await AskAsync(time),
        };
    }

    private async Task<int> RelayAsync(TimeProvider time)
    {
        using var killed = new CancellationTokenSource();
        var taken = 0;
        var batch = new Mock<IBusBatch>();
        batch.Setup(b => b.TryAdd(It.IsAny<BusMessage>())).Returns(() => ++taken > 0);
        batch.Setup(b => b.SendAsync(It.IsAny<CancellationToken>())).Returns(async () =>
        {
            await killed.CancelAsync();
            killed.Token.ThrowIfCancellationRequested();
        });
        var topic = new Mock<IBusTopic>();
        topic.Setup(t => t.NewBatchAsync(It.IsAny<CancellationToken>())).ReturnsAsync(batch.Object);
        var relay = new EventRelay(_connections, new BusPublisher(topic.Object), time, NullLogger<EventRelay>.Instance);
        if (await Record.ExceptionAsync(() => relay.RelayAsync(killed.Token)) is { } failure and not OperationCanceledException) throw failure;
        return taken;
    }

    private async Task<int> AskAsync(TimeProvider time)
    {
        var asked = 0;
        var checkout = new Mock<ICheckout>();
        checkout.Setup(c => c.LookAsync("s1", It.IsAny<CancellationToken>())).Callback(() => asked++).ThrowsAsync(new OperationCanceledException());
        var provider = Mock.Of<IPaymentProvider>(p => p.Name == "test" && p.Checkout == checkout.Object);
        var look = new PaymentLook([provider], null!, null!, _connections, time, NullLogger<PaymentLook>.Instance);
        var work = new Reconciliation(look, _connections, time, NullLogger<Reconciliation>.Instance);
        if (await Record.ExceptionAsync(() => work.WorkDueAsync(CancellationToken.None)) is { } failure and not OperationCanceledException) throw failure;
        return asked;
    }

    private async Task<bool> IsAsync(string sql)
    {
        await using var connection = await _connections.General.OpenConnectionAsync();
        return await connection.QuerySingleAsync<bool>(sql);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.ExecuteAsync(sql);
    }
}
