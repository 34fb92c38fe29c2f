using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Bots;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Contracts.People;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Database.Tests.Engine;
using WhatsAppBots.Database.Tests.Maintenance;
using WhatsAppBots.Habits.Backend;
using WhatsAppBots.Habits.Backend.Store;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Habits;

/// <summary>Rows of habits follow the conversations' documents, and operators can list them.</summary>
public sealed class HabitRowTests : EngineTest
{
    private const string Ann = "34600000001";

    private readonly ServiceProvider _bots = new ServiceCollection().AddLogging().AddSingleton(new AiPresence(false))
        .AddBots(new ConfigurationBuilder().Build()).BuildServiceProvider();

    private WhatsAppBots.Data.Database _connections = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Host.DisposeAsync();
        _connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        Host = await EngineHost.StartAsync(
            Database.ConnectionString, _bots.GetRequiredService<IConversationHandler>(), Channel, Time, services =>
                services.AddHabitsStore(), ("1000", "habits"));
    }

    public override async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await base.DisposeAsync();
        await _bots.DisposeAsync();
    }

    [Fact]
    public async Task Habits_AreListedWithHowTodayGoes()
    {
        await AddAsync("read every day at 9pm", "drink 8 glasses of water every day");
        await Host.SayAsync(Ann, "done with read");

        var habits = await ListAsync();
        Assert.Equal(2, habits.Items.Count);
        var read = habits.Items.Single(habit => habit.Name.Contains("ead", StringComparison.Ordinal));
        Assert.Equal("done", read.Today?.Mark);
        Assert.False(read.IsPaused);
        Assert.True(read.Today!.Day == DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Time.GetUtcNow(),
            TimeZoneInfo.FindSystemTimeZoneById(read.Zone)).Date));
        var page = await new HabitQueries(new Workspace(_connections), Time).ListAsync(new PageRequest(null, 1), CancellationToken.None);
        Assert.True(page is { Items.Count: 1, Next: not null });
    }

    [Fact]
    public async Task Rows_FollowWhatIsChangedAndRemoved_AndEachDayIsClosed()
    {
        await AddAsync("read every day at 9pm");
        var end = Time.GetUtcNow().AddDays(3);
        while ((await QueryAsync<DateTime?>("select min(due_at) from chat.timers where not fired")).Single() is { } due
            && due < end.UtcDateTime)
        {
            if (due > Time.GetUtcNow().UtcDateTime) Time.Advance(due - Time.GetUtcNow().UtcDateTime);
            await Host.Services.GetRequiredService<DueTimers>().FireAsync(CancellationToken.None);
            await Host.IdleAsync();
        }

        Assert.Contains("missed", await QueryAsync<string>("select mark from habits.marks"));
        await Host.SayAsync(Ann, "remove read");
        Assert.Equal((0, 0), (await CountAsync("habits.habits"), await CountAsync("habits.marks")));
    }

    // An older release drops what it does not know: the next turn in this one writes the rows again.
    [Fact]
    public async Task Rows_AreWrittenAnew_WhereAReleaseWroteThatHasNone()
    {
        await AddAsync("read every day at 9pm");
        await ExecuteAsync("delete from habits.habits; update chat.conversations set data = data - 'listed' - 'v'");
        await Host.SayAsync(Ann, "how am I doing?");
        Assert.Equal(1, await CountAsync("habits.habits"));
        var version = await QueryAsync<DateTime>("select updated_at from habits.habits");
        Time.Advance(TimeSpan.FromMinutes(1));
        await Host.SayAsync(Ann, "how am I doing?");
        Assert.Equal(version, await QueryAsync<DateTime>("select updated_at from habits.habits"));
    }

    [Fact]
    public async Task Rows_AreExportedAndErasedWithTheirPerson_AndMarksAreKeptForAWhile()
    {
        await AddAsync("read every day at 9pm");
        await Host.SayAsync(Ann, "done with read");
        var owner = Owners.People.Single(each => each.Tables.Contains("habits.habits"));
        var conversation = (await QueryAsync<long>("select id from chat.conversations")).Single();
        var parameters = new { Person = 1L, Conversations = new[] { conversation } };

        var part = JsonNode.Parse((await QueryAsync<string>(Assert.Single(owner.Parts).Sql, parameters)).Single())!;
        Assert.Equal("done", part[0]!["marks"]![0]!["mark"]!.ToString());

        var rule = Assert.Single(((IRetention)owner).Rules(new RetentionPeriods(TimeSpan.FromDays(366), TimeSpan.FromDays(30),
            TimeSpan.FromDays(731))));
        await ExecuteAsync(rule.Sql, new { before = Time.GetUtcNow().UtcDateTime - rule.Age });
        Assert.NotEqual(0, await CountAsync("habits.marks"));
        await ExecuteAsync(rule.Sql, new { before = Time.GetUtcNow().UtcDateTime.AddDays(3) });
        Assert.Equal(0, await CountAsync("habits.marks"));

        await ExecuteAsync(owner.EraseSql!, parameters);
        Assert.Equal(0, await CountAsync("habits.habits"));
    }

    [Theory]
    [InlineData(HabitStore.DeleteSql)]
    [InlineData(HabitStore.HabitsSql)]
    [InlineData(HabitStore.MarksSql)]
    public async Task Plan_UnderTheCommittersSettings_LooksUpByKey(string sql)
    {
        var plan = await PlanTests.PlanAsync(Database, sql);
        Assert.True(PlanTests.LooksUpByKey(plan), string.Join('\n', plan));
    }

    private async Task AddAsync(params string[] habits)
    {
        await Host.SayAsync(Ann, "hi");
        foreach (var habit in habits) await Host.SayAsync(Ann, habit);
        Assert.Equal(habits.Length, await CountAsync("habits.habits"));
    }

    private Task<Page<HabitView>> ListAsync() =>
        new HabitQueries(new Workspace(_connections), Time).ListAsync(new PageRequest(null, 50), CancellationToken.None);
}
