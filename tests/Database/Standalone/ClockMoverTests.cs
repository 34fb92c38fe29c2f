using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Data;
using WhatsAppBots.Standalone.Clock;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Standalone;

public sealed class ClockMoverTests : IAsyncLifetime
{
    private readonly SettableTime _time = new(TimeProvider.System);
    private readonly CountingBot _bot = new();
    private readonly FakeChannel _channel = new();
    private TestDatabase _database = null!;
    private WhatsAppBots.Data.Database _connections = null!;
    private EngineHost _host = null!;
    private ClockRow _row = null!;
    private ClockMover _mover = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _connections = new WhatsAppBots.Data.Database(_database.ConnectionString);
        _host = await EngineHost.StartAsync(_database.ConnectionString, _bot, _channel, _time);
        _row = new ClockRow(_connections, _time);
        _mover = new ClockMover(
            _time, _row, _connections, _host.Services.GetRequiredService<DueTimers>(), new RetentionOptions(), NullLogger<ClockMover>.Instance);
    }

    public async Task DisposeAsync()
    {
        await _mover.CancelAsync();
        _mover.Dispose();
        _row.Dispose();
        await _host.DisposeAsync();
        await _connections.DisposeAsync();
        await _database.DisposeAsync();
    }

    // The first takes long to send: the clock stands by it, and the second, a minute later, comes after it.
    [Fact]
    public async Task Timers_OnTheWay_AreHandledInTheirOrderEachAtItsTime_WithWhatTheyCause()
    {
        var began = _time.GetUtcNow();
        var seen = new List<(string Name, TimeSpan After)>();
        _bot.Override = (conversation, input) => input switch
        {
            TimerInput timer => Seen(timer.Name, conversation),
            _ => new Transition("waiting", "{}", [.. new[] { ("c", 72.0), ("a", 1), ("b", 1.02) }.Select(timer => new StartTimer(timer.Item1, began.AddHours(timer.Item2)))]),
        };
        var sent = new List<TimeSpan>();
        _channel.Answer = async _ =>
        {
            await Task.Delay(300);
            lock (sent) sent.Add(_time.GetUtcNow() - began);
            return null;
        };
        await _host.SayAsync("15550001", "hello");

        await MoveAsync(TimeSpan.FromDays(4));

        // The second was set by the first while the clock stood.
        Assert.Equal(["a", "a2", "b", "c"], seen.Select(timer => timer.Name));
        foreach (var (hours, index) in new[] { 1, 1.01, 1.02, 72 }.Select((hours, index) => (hours, index)))
        {
            Assert.InRange(seen[index].After - TimeSpan.FromHours(hours), TimeSpan.Zero, TimeSpan.FromSeconds(5));
            Assert.InRange(sent[index] - TimeSpan.FromHours(hours), TimeSpan.Zero, TimeSpan.FromSeconds(6));
        }

        Assert.Equal(("there", 4), (_mover.Move!.State, _mover.Move.Fired));

        Transition Seen(string name, Conversation conversation)
        {
            seen.Add((name, conversation.Now - began));
            List<Effect> effects = [new Say(new TextMessage(name), Purpose.Reminder, OutsideWindow: new TemplateMessage("t", "en", [], name))];
            if (name == "a") effects.Add(new StartTimer("a2", began.AddHours(1.01)));
            return new Transition("waiting", "{}", effects);
        }
    }

    // Somebody whose every turn fails: the rest of the world goes on once it has been given up, and meanwhile the clock says whom it
    // waits for.
    [Fact]
    public async Task Turn_ThatFailsEachTime_HoldsTheClockOnlyUntilItIsGivenUp()
    {
        var began = _time.GetUtcNow();
        var reasons = new HashSet<string>();
        _bot.Override = (_, input) => input is TimerInput
            ? throw new InvalidOperationException("A day that is none")
            : new Transition("waiting", "{}", [new StartTimer("a", began.AddHours(1))]);
        await _host.SayAsync("15550001", "hello");

        Assert.True(_mover.TryStart(_time.GetUtcNow() + TimeSpan.FromHours(2)));
        await UntilAsync(() =>
        {
            if (_mover.Move!.Reason is { } reason) reasons.Add(reason);
            return Task.FromResult(_mover.Move.State != "moving");
        });

        Assert.Equal(("there", null), (_mover.Move!.State, _mover.Move.Reason));
        Assert.Contains(reasons, reason => reason.Contains("has failed", StringComparison.Ordinal)
            && reason.Contains("A day that is none", StringComparison.Ordinal));
        Assert.Equal(1, await CountAsync("events.dead_letters"));
        Assert.Equal("there", _mover.Describe());
    }

    [Fact]
    public async Task Partitions_AreThereBeforeWhatIsKeptInThem()
    {
        await _host.SayAsync("15550001", "timer 2000000");
        var there = new List<bool>();
        _bot.Before = (conversation, input) =>
        {
            if (input is TimerInput) there.Add(ExistsAsync($"chat.seen_{conversation.Now:yyyyMMdd}").GetAwaiter().GetResult());
        };

        await MoveAsync(TimeSpan.FromDays(60));

        Assert.Equal([true], there);
        Assert.True(await ExistsAsync($"chat.messages_{_time.GetUtcNow():yyyyMM}"));
    }

    [Fact]
    public async Task Clock_AfterARestart_IsWhereItWas()
    {
        await MoveAsync(TimeSpan.FromDays(2));

        var again = new SettableTime(TimeProvider.System);
        using var row = new ClockRow(_connections, again);
        await row.ReadAsync(CancellationToken.None);

        Assert.Equal(_time.Ahead, again.Ahead);
        Assert.InRange(again.Ahead, TimeSpan.FromDays(1.99), TimeSpan.FromDays(2));
    }

    [Fact]
    public async Task Move_OfTwoHostsAtOnce_IsOneMove()
    {
        // Nobody works what waits here: the first stands, and the second is told why it cannot go.
        await ExecuteAsync("insert into events.queue (event_id, receiver, type, workspace_id, body, not_before, created_at) values ('e', 'nobody', 't', 1, '{}', now(), now())");
        var other = new ClockMover(
            _time, _row, _connections, _host.Services.GetRequiredService<DueTimers>(), new RetentionOptions(), NullLogger<ClockMover>.Instance);
        Assert.True(_mover.TryStart(_time.GetUtcNow().AddHours(1)));
        Assert.False(_mover.TryStart(_time.GetUtcNow().AddHours(1)));
        await UntilAsync(async () => await CountAsync(
            "pg_locks l join pg_database d on d.oid = l.database where l.locktype = 'advisory' and l.granted and d.datname = current_database()") > 0);
        Assert.True(other.TryStart(_time.GetUtcNow().AddHours(1)));
        await UntilAsync(() => Task.FromResult(other.Move!.State == "failed"));
        Assert.Contains("Another host", other.Move!.Reason, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, _time.Ahead);

        await ExecuteAsync("delete from events.queue");
        await UntilAsync(() => Task.FromResult(_mover.Move!.State == "there"));
        other.Dispose();
    }

    private async Task MoveAsync(TimeSpan by)
    {
        Assert.True(_mover.TryStart(_time.GetUtcNow() + by));
        await UntilAsync(() => Task.FromResult(_mover.Move!.State != "moving"));
        Assert.Equal(("there", null), (_mover.Move!.State, _mover.Move.Reason));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var n = 0; n < 1500 && !await isSo(); n++) await Task.Delay(20);
        Assert.True(await isSo());
    }

    private async Task<bool> ExistsAsync(string table) => await CountAsync($"pg_class where oid = to_regclass('{table}')") == 1;

    private async Task<long> CountAsync(string from)
    {
        await using var command = _connections.General.CreateCommand($"select count(*) from {from}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _connections.General.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
