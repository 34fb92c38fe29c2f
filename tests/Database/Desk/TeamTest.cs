using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Desk;
using WhatsAppBots.Desk.Duty;
using WhatsAppBots.Habits.Backend;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Desk;

/// <summary>A test in which the people who answer are as it says.</summary>
public abstract class TeamTest : DeskTest
{
    private readonly StubTeams _teams = new();

    /// <summary>The people who answer; null: nobody keeps a roster.</summary>
    protected TeamView? Team
    {
        get => _teams.View;
        set => _teams.View = value;
    }

    protected static TeamView OnDuty { get; } = new(IsOnDuty: true, null, "Europe/Madrid", Waiting: 0);

    /// <summary>What the person was told, in order.</summary>
    protected List<string> Said =>
        [.. Channel.Sent.Where(message => message.Content is not ReadMark).Select(message => message.Content.Summary)];

    protected async Task<bool> IsHandedOverAsync() => (await QueryAsync<bool>("select handed_over from chat.conversations")).Single();

    protected override void Add(IServiceCollection services) => services.AddHabitsStore().AddSingleton<ITeams>(_teams);

    protected async Task<TeamView?> LookAsync(string number)
    {
        using var watch = new TeamWatch(
            Connections, new Numbers([new("1000", "habits"), new("2000", "habits")]), NullLogger<TeamWatch>.Instance);
        await watch.RefreshAsync(CancellationToken.None);
        return watch.Of(number, Time.GetUtcNow());
    }

    protected async Task<long> UserAsync(string role, string[]? numbers) => (await QueryAsync<long>(
        """
        with u as (
          insert into auth.users (email, name, created_at)
          values (lower(gen_random_uuid()::text) || '@bots.example', 'x', now()) returning id)
        insert into auth.memberships (workspace_id, user_id, role, numbers, created_at) select 1, id, @role, @numbers, now() from u
        returning user_id
        """, new { role, numbers })).Single();

    protected async Task TapAsync(string id)
    {
        await Host.StoreAsync(Host.Message(Ann, new ChoiceContent(id, "Yes") { Type = "interactive" }));
        await Host.IdleAsync();
    }

    protected async Task OffDutyAsync(TimeSpan until)
    {
        await Host.SayAsync(Ann, "hi");
        Team = new TeamView(false, Time.GetUtcNow() + until, "Europe/Madrid", 0);
    }

    // Time passes, and the timers that fell due are heard.
    protected async Task PassAsync(TimeSpan time)
    {
        Time.Advance(time);
        await new DueTimers(Connections, Time, Host.Engine).FireAsync(CancellationToken.None);
        await Host.IdleAsync();
    }

    private sealed class StubTeams : ITeams
    {
        public TeamView? View { get; set; }

        public Task RefreshAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public TeamView? Of(string number, DateTimeOffset now) => View;
    }
}
