using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

public sealed class ClockJumpTests : EngineTest
{
    // Order is the inbox's, leases run by the database's clock, and waits by what a process counts: a wall clock that jumps on one
    // of two machines may date things wrongly, and nothing else. (Less than a day apart: beyond that, Meta's window is shut.)
    [Fact]
    public async Task Clocks_JumpingOnTwoProcesses_LoseAndDoubleAndSwapNothing()
    {
        var channel = new FakeChannel();
        JumpingTime[] times = [new(), new()];
        await using var first = await EngineHost.StartAsync(Database.ConnectionString, Bot, channel, times[0]);
        await using var second = await EngineHost.StartAsync(Database.ConnectionString, Bot, channel, times[1]);
        EngineHost[] hosts = [first, second];
        const int People = 10;
        const int Messages = 60;
        var jumps = Task.Run(async () =>
        {
            for (var n = 0; n < 40; n++)
            {
                times[n % 2].Offset = TimeSpan.FromHours(Random.Shared.Next(-11, 12));
                await Task.Delay(25);
            }
        });
        await Task.WhenAll(Enumerable.Range(0, People).Select(async person =>
        {
            for (var n = 1; n <= Messages; n++)
            {
                await hosts[(n + person) % 2].StoreAsync(first.Message($"49151000{person}", $"m{n}"));
            }
        }));
        await jumps;
        foreach (var host in hosts) await host.IdleAsync();
        await WaitAsync(() => channel.Sent.Count(message => message.Content is TextMessage) >= People * Messages);

        for (var person = 0; person < People; person++)
        {
            Assert.Equal(Enumerable.Range(1, Messages).Select(n => $"{n}:m{n}"), channel.TextsTo($"49151000{person}"));
        }

        Assert.Equal(0, await CountAsync("chat.inbox"));
        Assert.Equal(0, await CountAsync("events.dead_letters"));
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        for (var n = 0; n < 300 && !condition(); n++) await Task.Delay(100);
    }
}
