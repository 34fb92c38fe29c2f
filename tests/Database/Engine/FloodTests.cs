using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>More than a person can type is kept, and answered once when it is calm again.</summary>
public sealed class FloodTests : EngineTest
{
    private const string Ann = "15550001";
    private const int Burst = 30;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await RestartAsync();
    }

    [Fact]
    public async Task Texts_FarMoreThanAPersonTypes_AreKeptAndAnsweredOnceWhenItIsCalm()
    {
        await FloodAsync(1000);
        await Host.SayAsync("15550002", "hi");

        Assert.Equal(["1:hi"], Channel.TextsTo("15550002"));
        Assert.Equal(Enumerable.Range(1, Burst).Select(n => $"{n}:m{n}"), Channel.TextsTo(Ann));
        Assert.Equal(
            Enumerable.Range(1, 1000).Select(n => $"m{n}"),
            await QueryAsync<string>("select summary from chat.messages where direction = 'in' and summary like 'm%' order by id"));
        Assert.Equal(0, await CountAsync("chat.inbox"));

        await CalmAsync();
        Assert.Equal("calm", Channel.TextsTo(Ann)[^1]);
        Assert.Equal(Burst + 1, Channel.TextsTo(Ann).Count);

        // And then all is as before.
        for (var n = 1; n <= 8; n++) await Host.SayAsync(Ann, $"after{n}");
        Assert.Equal($"{Burst + 8}:after8", Channel.TextsTo(Ann)[^1]);
        Time.Advance(TimeSpan.FromHours(1));
        await FireAsync();
        Assert.Equal(Burst + 9, Channel.TextsTo(Ann).Count);
        Assert.Equal(0, await CountAsync("chat.timers"));
    }

    // A webhook that a provider sends again comes a minute late or later, in the midst of an ordinary chat.
    [Theory]
    [InlineData(30)]
    [InlineData(55)]
    [InlineData(58)]
    [InlineData(62)]
    [InlineData(70)]
    [InlineData(80)]
    [InlineData(300)]
    public async Task Text_ThatComesLateInAChat_IsNoFlood(int seconds)
    {
        for (var n = 1; n <= 3; n++) await Host.SayAsync(Ann, $"now{n}");
        await Host.StoreAsync(Host.Message(Ann, new TextContent("late") { Type = "text" }, Time.GetUtcNow().AddSeconds(-seconds)));
        await Host.IdleAsync();
        Assert.Equal("4:late", Channel.TextsTo(Ann)[^1]);
    }

    [Fact]
    public async Task Flood_OverARestartAndTwoProcesses_IsOne()
    {
        await FloodAsync(25);
        await RestartAsync();
        await using var other = await StartAsync();
        for (var n = 0; n < 60; n++)
        {
            var host = n % 2 == 0 ? Host : other;
            await host.StoreAsync(host.Message(Ann, $"x{n}"));
        }

        await Host.IdleAsync();
        await other.IdleAsync();
        Assert.Equal(Burst, Channel.TextsTo(Ann).Count);
        Assert.Equal(85, await CountAsync("chat.messages where direction = 'in'"));

        await CalmAsync();
        Assert.Equal("calm", Channel.TextsTo(Ann)[^1]);
        Assert.Equal(Burst + 1, Channel.TextsTo(Ann).Count);
    }

    [Fact]
    public async Task OptOut_InTheMidstOfAFlood_IsHeard()
    {
        await FloodAsync(100);
        await Host.SayAsync(Ann, "stop");
        await FloodAsync(100);

        Assert.Equal($"{Burst + 1}:stop", Channel.TextsTo(Ann)[^1]);
        Assert.Equal(1, await CountAsync("chat.conversations where opt_out = 'marketing'"));

        // Though not for ever.
        for (var n = 0; n < 5; n++) await Host.StoreAsync([.. Enumerable.Range(0, 20).Select(_ => Host.Message(Ann, "stop"))]);
        await Host.IdleAsync();
        Assert.InRange(Channel.TextsTo(Ann).Count, Burst + 2, Burst + 10);
    }

    [Fact]
    public async Task Pictures_AsManyAsAPhoneSendsAtOnce_AreAllHandled()
    {
        var handled = 0;
        Bot.Before = (_, input) => handled += input is Conversations.Handling.MessageInput ? 1 : 0;
        for (var n = 0; n < 5; n++)
        {
            await Host.StoreAsync([.. Enumerable.Range(0, 20).Select(i => Host.Message(
                Ann, new MediaContent($"media{n}-{i}", "image/jpeg", null, null, null, false, false) { Type = "image" }))]);
        }

        await Host.IdleAsync();
        Assert.Equal(100, handled);

        // Reactions are answered by nobody, and use nothing up.
        for (var n = 0; n < 10; n++)
        {
            await Host.StoreAsync([.. Enumerable.Range(0, 20).Select(_ => Host.Message(Ann, new ReactionContent("wamid.x", "👍") { Type = "reaction" }))]);
        }

        await Host.SayAsync(Ann, "still here");
        Assert.Equal(["1:still here"], Channel.TextsTo(Ann));
    }

    [Fact]
    public async Task Taps_WithoutEnd_AreHeldToo()
    {
        var handled = 0;
        Bot.Before = (_, _) => handled++;
        for (var n = 0; n < 50; n++)
        {
            await Host.StoreAsync([.. Enumerable.Range(0, 20).Select(_ => Host.Message(Ann, new ChoiceContent("id", "Yes") { Type = "interactive" }))]);
        }

        await Host.IdleAsync();
        Assert.Equal(4 * Burst, handled);
    }

    // As Meta does after an outage of ours.
    [Fact]
    public async Task Texts_TypedInAnHourAndDeliveredAtOnce_AreNoFlood()
    {
        var now = Time.GetUtcNow();
        await Host.StoreAsync([.. Enumerable.Range(1, 200).Select(n => Host.Message(
            Ann, new TextContent($"m{n}") { Type = "text" }, now.AddHours(-1).AddSeconds(15 * n)))]);
        await Host.IdleAsync();

        Assert.Equal(Enumerable.Range(1, 200).Select(n => $"{n}:m{n}"), Channel.TextsTo(Ann));
    }

    [Fact]
    public async Task Clock_SetBack_SilencesNobody()
    {
        Time.Advance(TimeSpan.FromDays(1));
        await FloodAsync(100);
        await ExecuteAsync("update chat.conversations set heard_until = heard_until + interval '1 day'");
        await Host.SayAsync(Ann, "hello");
        await Host.SayAsync(Ann, "again");

        Assert.Equal([$"{Burst + 1}:hello", $"{Burst + 2}:again"], Channel.TextsTo(Ann).TakeLast(2));
    }

    [Fact]
    public void Limit_IsOffWhereAnswersNeedNotWait()
    {
        Assert.Equal(new Rate(Burst, 0.5), new EngineOptions().TextsPerPerson);
        Assert.True(new EngineOptions { RatePerPair = Rate.Unlimited }.TextsPerPerson.IsUnlimited);
    }

    private async Task FloodAsync(int texts)
    {
        foreach (var part in Enumerable.Range(1, texts).Chunk(20)) await Host.StoreAsync([.. part.Select(n => Host.Message(Ann, $"m{n}"))]);
        await Host.IdleAsync();
    }

    private async Task CalmAsync()
    {
        Time.Advance(TimeSpan.FromSeconds(9));
        await FireAsync();
        Assert.DoesNotContain("calm", Channel.TextsTo(Ann));
        Time.Advance(TimeSpan.FromSeconds(1));
        await FireAsync();
    }

    private async Task FireAsync()
    {
        await Host.Services.GetRequiredService<DueTimers>().FireAsync(CancellationToken.None);
        await Host.IdleAsync();
    }

    private async Task RestartAsync()
    {
        await Host.DisposeAsync();
        Host = await StartAsync();
    }

    private Task<EngineHost> StartAsync() => EngineHost.StartAsync(Database.ConnectionString, Bot, Channel, Time, services => services.AddSingleton(
        new EngineOptions { RatePerNumber = Rate.Unlimited, RatePerPair = Rate.Unlimited, TextsPerPerson = new Rate(Burst, 0.5) }));
}
