using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Conversations.Timers;
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

    private async Task FireAsync()
    {
        await Host.Services.GetRequiredService<DueTimers>().FireAsync(CancellationToken.None);
        await Host.IdleAsync();
    }
}
