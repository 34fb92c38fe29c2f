using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Messaging;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>One of two machines has a wrong clock: nobody else notices.</summary>
public sealed class WrongClockTests : IAsyncLifetime
{
    private static readonly Rate _number = new(40, 40);

    private readonly FakeChannel _channel = new();
    private TestDatabase _database = null!;
    private WhatsAppBots.Data.Database _connections = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _connections = new WhatsAppBots.Data.Database(_database.ConnectionString);
        await new Partitions(_connections, new RetentionOptions(), TimeProvider.System).EnsureAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    [InlineData(10 * 366 * 24)]
    public async Task Host_WithAWrongClock_AnswersAndDatesLikeTheOthers_AndLeavesNothingBehind(int hours)
    {
        var right = await StartAsync(await MeasuredAsync(TimeSpan.Zero));
        await using (var wrong = await StartAsync(await MeasuredAsync(TimeSpan.FromHours(hours))))
        {
            await wrong.StoreAsync([.. People("1555").Select(phone => wrong.Message(phone, "hi"))]);
            await right.StoreAsync([.. People("1556").Select(phone => right.Message(phone, "hi"))]);
            await AnsweredAsync(40);
        }

        // All that it left: the number's pace, times in the history, what is due.
        Assert.True(await ScalarAsync<bool>("select free_at < clock_timestamp() + interval '10 seconds' from chat.number_pace"));
        Assert.Equal(0, await ScalarAsync<long>(
            """
            select count(*) from (
              select at from chat.messages union all select stored_at from chat.messages union all select at from chat.statuses
              union all select pace_at from chat.conversations where pace_at is not null) times
            where abs(extract(epoch from at - clock_timestamp())) > 60
            """));
        await right.StoreAsync([.. People("1557").Concat(People("1555")).Select(phone => right.Message(phone, "again"))]);
        await AnsweredAsync(80);
        Assert.Equal(0, await ScalarAsync<long>("select count(*) from chat.inbox"));
        await right.DisposeAsync();
    }

    // Also where nothing corrected it: a release before, or a database whose clock was set back.
    [Fact]
    public async Task Pace_IsNobodysToPoison()
    {
        await using var wrong = await StartAsync(new JumpingTime { Offset = TimeSpan.FromHours(2) });
        await wrong.StoreAsync(wrong.Message("15550001", "hi"));
        await AnsweredAsync(1);
        Assert.True(await ScalarAsync<bool>("select free_at < clock_timestamp() + interval '10 seconds' from chat.number_pace"));

        await ScalarAsync<int>("update chat.number_pace set free_at = clock_timestamp() + interval '2 hours' returning 1");
        await using var right = await StartAsync(TimeProvider.System);
        await right.StoreAsync(right.Message("15550002", "hi"));
        var isHealed = false;
        for (var n = 0; n < 100 && !isHealed; n++)
        {
            await Task.Delay(100);
            isHealed = await ScalarAsync<bool>("select free_at < clock_timestamp() + interval '2 minutes' from chat.number_pace");
        }

        Assert.True(isHealed);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10 * 366 * 24)]
    public async Task Host_ThatIsAhead_FiresNothingEarly_AndDropsNothing(int hours)
    {
        await using var right = await StartAsync(TimeProvider.System);
        await right.StoreAsync(right.Message("15550001", "hi"));
        await AnsweredAsync(1);
        var conversation = await ScalarAsync<long>("select id from chat.conversations");
        await ScalarAsync<int>(
            $"""
            insert into chat.timers (workspace_id, conversation_id, name, due_at, data, bot)
            values (1, {conversation}, 'later', clock_timestamp() + interval '1 hour', 'null', 'test') returning 1
            """);
        await ScalarAsync<int>(
            """
            insert into events.queue (event_id, receiver, type, workspace_id, body, not_before, created_at)
            values ('e', 'admin', 't', 1, '{}', clock_timestamp() + interval '1 hour', now()) returning 1
            """);
        var partitions = await ScalarAsync<long>("select count(*) from pg_inherits");

        var time = await MeasuredAsync(TimeSpan.FromHours(hours));
        Assert.Equal(0, await new DueTimers(_connections, time, Mock.Of<IBell>()).FireAsync(CancellationToken.None));
        var bells = new EventBells(new EventRouting(overBus: false));
        var queue = new EventQueue(
            _connections, [], new EventPublisher(new EventRouting(overBus: false), bells), bells, time, NullLogger<EventQueue>.Instance);
        Assert.Empty(await queue.ReadyAsync("admin", 10, CancellationToken.None));
        var keeper = new Partitions(_connections, new RetentionOptions(), time);
        Assert.Equal(0, await keeper.DropAsync(CancellationToken.None));
        Assert.Equal(0, await keeper.EnsureAsync(CancellationToken.None));
        Assert.Equal(partitions, await ScalarAsync<long>("select count(*) from pg_inherits"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public async Task Links_OfAHostWithAWrongClock_HoldAsLongAsOthers(int hours)
    {
        var secret = Options.Create(new SecretKey());
        var (wrong, right) = (new SignedTokens(secret, await MeasuredAsync(TimeSpan.FromHours(hours))), new SignedTokens(secret, TimeProvider.System));
        Assert.Equal("s", right.Read("p", wrong.Make("p", "s", TimeSpan.FromMinutes(1))));
        Assert.Equal("s", wrong.Read("p", right.Make("p", "s", TimeSpan.FromMinutes(1))));
        Assert.Null(right.Read("p", wrong.Make("p", "s", -TimeSpan.FromMinutes(1))));
    }

    [Fact]
    public async Task Watch_MeasuresWhenTheClockIsSet_AndProductionDoesNotStartWithAWrongOne()
    {
        var machine = new JumpingTime();
        var time = new DatabaseTime(machine);
        using var watch = new ClockWatch(_connections, time, isProduction: true, NullLogger<ClockWatch>.Instance);
        await watch.StartingAsync(CancellationToken.None);
        Assert.InRange(time.MachineAhead.Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(5));

        machine.Offset = TimeSpan.FromMinutes(10);
        await watch.LookAsync(CancellationToken.None);
        Assert.InRange(time.MachineAhead, TimeSpan.FromMinutes(9.9), TimeSpan.FromMinutes(10.1));
        Assert.InRange((time.GetUtcNow() - TimeProvider.System.GetUtcNow()).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(5));

        using var next = new ClockWatch(_connections, new DatabaseTime(machine), isProduction: true, NullLogger<ClockWatch>.Instance);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => next.StartingAsync(CancellationToken.None));
        Assert.Contains("set this machine's clock", refused.Message, StringComparison.Ordinal);
    }

    private async Task<DatabaseTime> MeasuredAsync(TimeSpan off)
    {
        var time = new DatabaseTime(new JumpingTime { Offset = off });
        await time.MeasureAsync(_connections.General, CancellationToken.None);
        return time;
    }

    private Task<EngineHost> StartAsync(TimeProvider time) => EngineHost.StartAsync(
        _database.ConnectionString, new CountingBot(), _channel, time,
        services => services.AddSingleton(new EngineOptions { RatePerNumber = _number, RatePerPair = new Rate(45, 1 / 6.0) }));

    private static IEnumerable<string> People(string prefix) => Enumerable.Range(0, 20).Select(n => $"{prefix}{n:0000}");

    private async Task AnsweredAsync(int texts)
    {
        for (var n = 0; n < 300 && _channel.Sent.Count(message => message.Content is TextMessage) < texts; n++) await Task.Delay(100);
        Assert.Equal(texts, _channel.Sent.Count(message => message.Content is TextMessage));
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await _connections.General.OpenConnectionAsync();
        return await connection.QuerySingleAsync<T>(sql);
    }
}
