using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Admin.DeadLetters;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

public sealed class TimerTests : EngineTest
{
    [Fact]
    public async Task Timer_Due_FiresOnceHoweverOftenItIsSwept()
    {
        await Host.SayAsync("15550001", "timer 60");
        await FireAsync();
        Assert.Equal(["1:timer 60"], Channel.TextsTo("15550001"));

        Time.Advance(TimeSpan.FromSeconds(60));
        await Task.WhenAll(FireAsync(), FireAsync(), FireAsync());
        Assert.Equal(["1:timer 60", "timer t"], Channel.TextsTo("15550001"));
        Assert.Equal(0, await CountAsync("chat.timers"));
    }

    [Fact]
    public async Task Timer_StartedAgain_FiresAtItsNewTimeAlone()
    {
        await Host.SayAsync("15550001", "timer 60");
        await Host.SayAsync("15550001", "timer 120");
        Time.Advance(TimeSpan.FromSeconds(61));
        await FireAsync();
        Assert.Equal(2, Channel.TextsTo("15550001").Count);

        Time.Advance(TimeSpan.FromSeconds(60));
        await FireAsync();
        Assert.Equal("timer t", Channel.TextsTo("15550001")[^1]);
    }

    [Fact]
    public async Task Timer_CancelledAfterItFellDue_DoesNotFire()
    {
        await Host.SayAsync("15550001", "timer 60");
        Time.Advance(TimeSpan.FromSeconds(61));

        // The cancel is being handled when the timer is swept: it takes the fired input with it.
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        Bot.Before = (_, input) =>
        {
            if (input is not Conversations.Handling.MessageInput) return;
            reached.TrySetResult();
            release.Task.Wait();
        };
        var stored = Host.StoreAsync(Host.Message("15550001", "cancel"));
        await reached.Task;
        await Host.Services.GetRequiredService<DueTimers>().FireAsync(CancellationToken.None);
        release.SetResult();
        await stored;
        await Host.IdleAsync();

        Assert.Equal(["1:timer 60", "2:cancel"], Channel.TextsTo("15550001"));
        Assert.Equal(0, await CountAsync("chat.timers"));
    }

    [Fact]
    public async Task Timer_WhoseTurnFails_FallsDueAgainUntilItSucceeds()
    {
        await Host.SayAsync("15550001", "timer 60");
        Bot.Before = Poison;
        Time.Advance(TimeSpan.FromSeconds(61));
        foreach (var hours in new[] { 1, 2, 4, 8, 16, 24, 24 })
        {
            await FireAsync();
            await GiveUpAsync();

            // The person is not told of what they do not wait for, and what they write goes on.
            await Host.SayAsync("15550001", $"hours {hours}");
            Assert.EndsWith($"hours {hours}", Channel.TextsTo("15550001")[^1], StringComparison.Ordinal);
            Assert.Equal([TimeSpan.FromHours(hours)], await QueryAsync<TimeSpan>("select due_at - d.died_at from chat.timers, (select max(died_at) as died_at from events.dead_letters) d where not fired"));
            Time.Advance(TimeSpan.FromHours(hours));
        }

        Assert.Equal(7, await CountAsync("events.dead_letters where source = 'inbox' and replayed_at is null"));
        Bot.Before = (_, _) => { };

        // They last wrote a day ago: without this the window would be shut.
        await Host.SayAsync("15550001", "still here");
        await FireAsync();
        Assert.Single(Channel.TextsTo("15550001"), text => text == "timer t");
        Assert.Equal(0, await CountAsync("chat.timers"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Timer_WhoseDeadLetterIsReplayed_IsHandledOnce(bool replayedFirst)
    {
        await Host.SayAsync("15550001", "timer 60");
        Bot.Before = Poison;
        Time.Advance(TimeSpan.FromSeconds(61));
        await FireAsync();
        await GiveUpAsync();
        Bot.Before = (_, _) => { };
        Time.Advance(TimeSpan.FromHours(1));
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        var letters = new DeadLetterReplay(new Workspace(connections), Host.Engine, Time);
        var letter = (await QueryAsync<long>("select id from events.dead_letters"))[0];
        if (!replayedFirst) await FireAsync();
        Assert.True(await letters.ReplayAsync(letter, CancellationToken.None));
        await Host.IdleAsync();
        await FireAsync();
        Assert.True(await letters.ReplayAsync(letter, CancellationToken.None));
        await Host.IdleAsync();

        Assert.Equal(["1:timer 60", "timer t"], Channel.TextsTo("15550001"));
        Assert.Equal(0, await CountAsync("chat.timers"));
        Assert.Equal(0, await CountAsync("chat.inbox"));
    }

    private static void Poison(Conversation conversation, Input input)
    {
        if (input is TimerInput) throw new InvalidOperationException("poison");
    }

    // All tries of an input.
    private async Task GiveUpAsync()
    {
        for (var tries = 0; tries < 6; tries++)
        {
            Time.Advance(TimeSpan.FromSeconds(20));
            await Host.IdleAsync();
        }
    }

    private async Task FireAsync()
    {
        await Host.Services.GetRequiredService<DueTimers>().FireAsync(CancellationToken.None);
        await Host.IdleAsync();
    }
}
