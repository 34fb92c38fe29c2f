using Dapper;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using WhatsAppBots.Standalone.Functions;
using WhatsAppBots.Standalone.Timers;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Standalone;

public sealed class TimerRunnerTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly Runs _runs = new();
    private readonly List<TimerRunner> _runners = [];
    private TestDatabase _database = null!;
    private WhatsAppBots.Data.Database _connections = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _connections = new WhatsAppBots.Data.Database(_database.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        foreach (var runner in _runners) await runner.StopAsync(CancellationToken.None);
        await _connections.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Occurrence_OfTwoProcesses_IsRunOnce()
    {
        await StartAsync();
        await StartAsync();
        await PlantedAsync();
        for (var n = 1; n <= 5; n++)
        {
            await AdvanceAsync();
            await UntilAsync(() => _runs.Seen.Count >= n);
        }

        await WaitingAsync();
        Assert.Equal(5, _runs.Seen.Count);
        Assert.All(_runs.Seen, timer => Assert.False(timer.IsPastDue));
    }

    [Fact]
    public async Task Occurrence_WhileNobodyRan_IsMadeUpForOnceAndSaysSo()
    {
        await StartAsync();
        await PlantedAsync();
        await _runners[0].StopAsync(CancellationToken.None);
        _runners.Clear();
        _time.Advance(TimeSpan.FromMinutes(10));

        await StartAsync();
        await UntilAsync(() => _runs.Seen.Count == 1);
        Assert.True(_runs.Seen[0].IsPastDue);
        Assert.Equal(_time.GetUtcNow().AddMinutes(1), new DateTimeOffset(_runs.Seen[0].ScheduleStatus!.Next));
    }

    // A machine whose clock was ahead claimed what others have yet to do.
    [Fact]
    public async Task Occurrence_LaterThanTheNext_IsSetBackAtTheStart()
    {
        await StartAsync();
        await PlantedAsync();
        await _runners[0].StopAsync(CancellationToken.None);
        _runners.Clear();
        await using (var connection = await _connections.General.OpenConnectionAsync())
        {
            await connection.ExecuteAsync("update host.schedules set next_at = next_at + interval '2 hours'");
        }

        await StartAsync();
        await UntilAsync(() => NextAt() < _time.GetUtcNow().UtcDateTime.AddMinutes(2));
        await AdvanceAsync();
        await UntilAsync(() => _runs.Seen.Count == 1);

        DateTime NextAt()
        {
            using var connection = _connections.General.OpenConnection();
            return connection.QuerySingle<DateTime>("select next_at from host.schedules");
        }
    }

    [Fact]
    public async Task Run_ThatThrows_IsFollowedByTheNext()
    {
        _runs.Throws = true;
        await StartAsync();
        await PlantedAsync();
        await AdvanceAsync();
        await UntilAsync(() => _runs.Seen.Count == 1);
        await AdvanceAsync();
        await UntilAsync(() => _runs.Seen.Count == 2);
    }

    private async Task StartAsync()
    {
        var services = new ServiceCollection().AddSingleton(_runs).BuildServiceProvider();
        var runner = new TimerRunner(
            FunctionCatalog.Discover([typeof(EveryMinute)]), new ConfigurationBuilder().Build(), _connections, _time, services,
            NullLogger<TimerRunner>.Instance);
        _runners.Add(runner);
        await runner.StartAsync(CancellationToken.None);
    }

    private async Task PlantedAsync()
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await UntilAsync(() => connection.QuerySingle<long>("select count(*) from host.schedules") == 1);
        await WaitingAsync();
    }

    // A clock that is moved before the runners wait for it would be missed.
    private async Task AdvanceAsync()
    {
        await WaitingAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
    }

    private Task WaitingAsync() => UntilAsync(() => _time.Waiting == _runners.Count);

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var n = 0; n < 6000; n++)
        {
            if (isSo()) return;
            await Task.Delay(10);
        }

        Assert.Fail("It did not come about in 60 s.");
    }

    internal sealed class Runs
    {
        private readonly List<TimerInfo> _seen = [];

        public bool Throws { get; set; }

        public IReadOnlyList<TimerInfo> Seen
        {
            get
            {
                lock (_seen) return [.. _seen];
            }
        }

        public void Add(TimerInfo timer)
        {
            lock (_seen) _seen.Add(timer);
            if (Throws) throw new InvalidOperationException("told to");
        }
    }

#pragma warning disable CA1034 // Functions are methods of public classes.
    public sealed class EveryMinute(IServiceProvider services)
    {
        [Function("EveryMinute")]
        public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => services.GetRequiredService<Runs>().Add(timer);
    }
#pragma warning restore CA1034
}
