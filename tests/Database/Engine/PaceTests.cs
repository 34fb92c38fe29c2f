using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>Meta's limits, on a clock that is moved.</summary>
public sealed class PaceTests : EngineTest
{
    [Fact]
    public async Task Pair_AfterItsBurst_IsSentAtItsRefillWhileOthersGoOn()
    {
        await using var host = await PacedAsync(Rate.Unlimited, new Rate(3, 1 / 6.0));
        await host.StoreAsync([.. Enumerable.Range(1, 6).Select(n => host.Message("15550001", $"m{n}")), host.Message("15550002", "hi")]);
        await UntilAsync(() => Channel.TextsTo("15550001").Count == 3 && Channel.TextsTo("15550002").Count == 1);

        // Three at once, then one in six seconds.
        for (var n = 4; n <= 6; n++)
        {
            await HoldsAsync(() => Channel.TextsTo("15550001").Count == n - 1);
            await AdvanceAsync(TimeSpan.FromSeconds(6), () => Channel.TextsTo("15550001").Count == n);
        }
    }

    [Fact]
    public async Task Pair_ItsPaceOutlivesTheLease()
    {
        await using (var host = await PacedAsync(Rate.Unlimited, new Rate(3, 1 / 6.0)))
        {
            for (var n = 1; n <= 3; n++) await host.SayAsync("15550001", $"m{n}");
        }

        await using var next = await PacedAsync(Rate.Unlimited, new Rate(3, 1 / 6.0));
        await next.StoreAsync(next.Message("15550001", "m4"));
        await HoldsAsync(() => Channel.TextsTo("15550001").Count == 3);
        await AdvanceAsync(TimeSpan.FromSeconds(6), () => Channel.TextsTo("15550001").Count == 4);
    }

    // In real time: the pace goes by the database's clock.
    [Fact]
    public async Task Number_OfTwoProcesses_KeepsOnePaceTogether()
    {
        var pace = new EngineOptions { RatePerNumber = new Rate(40, 40), RatePerPair = Rate.Unlimited };
        Task<EngineHost> StartAsync() => EngineHost.StartAsync(
            Database.ConnectionString, Bot, Channel, TimeProvider.System, services => services.AddSingleton(pace));
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        var people = Enumerable.Range(0, 60).Select(n => $"1556{n:0000}").ToList();
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(
            one.StoreAsync([.. people[..30].Select(phone => one.Message(phone, "hi"))]),
            two.StoreAsync([.. people[30..].Select(phone => two.Message(phone, "hi"))]));
        await UntilAsync(() => Channel.Sent.Count == 60);

        // Slices of a quarter of a second hold ten each: the sixth begins a second and a quarter after the first.
        Assert.True(TimeProvider.System.GetElapsedTime(began) >= TimeSpan.FromSeconds(1.24));
    }

    // In real time too: 12 s of answers wait, in the pace's order or in no order at all each of the others would wait for most of them.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Number_WhomManyWriteToAtOnce_AnswersWhoeverWritesAloneBetweenThem(bool known)
    {
        const int Many = 480;
        await using var host = await EngineHost.StartAsync(
            Database.ConnectionString, Bot, Channel, TimeProvider.System, services => services.AddSingleton(
                new EngineOptions { RatePerNumber = new Rate(40, 40), RatePerPair = Rate.Unlimited }));
        string[] people = [.. Enumerable.Range(0, Many).Select(n => $"1556{n:0000}")];
        if (known)
        {
            // Who is known is handled in the commit that stores their message, others in a later one.
            await using var unpaced = await EngineHost.StartAsync(Database.ConnectionString, Bot, new FakeChannel(), TimeProvider.System, services =>
                services.AddSingleton(new EngineOptions { RatePerNumber = Rate.Unlimited, RatePerPair = Rate.Unlimited }));
            await unpaced.StoreAsync([.. people.Select(phone => unpaced.Message(phone, "first"))]);
            await unpaced.IdleAsync();
        }

        await host.StoreAsync([.. people.Select(phone => host.Message(phone, "hi"))]);
        await UntilAsync(() => !Channel.Sent.IsEmpty);
        for (var n = 0; n < 5; n++)
        {
            var before = Channel.Sent.Count;
            await host.StoreAsync(host.Message($"1557{n}", "alone"));
            await UntilAsync(() => Channel.TextsTo($"1557{n}").Count == 1);
            var between = Channel.Sent.ToList().FindIndex(message => message.Recipient.Phone == $"1557{n}") - before;
            Assert.InRange(between, 0, 20);
        }

        Assert.True(Channel.Sent.Count < Many, "Nobody was waiting any more.");
    }

    [Fact]
    public async Task ReadMark_GoesBeforeTheReplyAndCountsForNothing()
    {
        await using var host = await EngineHost.StartAsync(
            Database.ConnectionString, Bot, Channel, Time,
            services => services.AddSingleton(new EngineOptions { RatePerNumber = Rate.Unlimited, RatePerPair = new Rate(1, 0.001) }),
            ("3000", "reader"));
        await host.StoreAsync(host.Message("15550001", "hi", "wamid.read", number: "3000"));
        await UntilAsync(() => Channel.Sent.Count == 2);
        var sent = Channel.Sent.ToArray();
        Assert.Equal(new Contracts.Outgoing.ReadMark("wamid.read", false), sent[0].Content);
        Assert.Equal(["1:hi"], Channel.TextsTo("15550001"));
        await host.IdleAsync();
    }

    private Task<EngineHost> PacedAsync(Rate number, Rate pair) => EngineHost.StartAsync(
        Database.ConnectionString, Bot, Channel, Time,
        services => services.AddSingleton(new EngineOptions { RatePerNumber = number, RatePerPair = pair }));

    private async Task AdvanceAsync(TimeSpan by, Func<bool> isSo)
    {
        for (var n = 0; n < 10 && !isSo(); n++)
        {
            Time.Advance(by / 4);
            await Task.Delay(30);
        }

        Assert.True(isSo());
    }

    private static async Task HoldsAsync(Func<bool> isSo)
    {
        for (var n = 0; n < 10; n++)
        {
            Assert.True(isSo());
            await Task.Delay(20);
        }
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var n = 0; n < 500 && !isSo(); n++) await Task.Delay(10);
        Assert.True(isSo());
    }
}
