using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>Inputs whose handling takes long are their own conversation's trouble.</summary>
public sealed class SlowHandlingTests : EngineTest
{
    private const string Slow = "15550001";

    private readonly ManualResetEventSlim _release = new();
    private int _ran;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Host.DisposeAsync();
        Host = await StartAsync();
        Bot.Before = (_, input) =>
        {
            if (input is not MessageInput { Message.Content: TextContent { Body: var text } }) return;
            if (text.StartsWith("sleep ", StringComparison.Ordinal)) Idle(int.Parse(text.Split(' ')[1], null));
            if (text.StartsWith("burn ", StringComparison.Ordinal)) Burn(int.Parse(text.Split(' ')[1], null));
            if (text != "hang") return;
            Interlocked.Increment(ref _ran);
            _release.Wait();
        };
    }

    public override async Task DisposeAsync()
    {
        _release.Set();
        await base.DisposeAsync();
        _release.Dispose();
    }

    [Fact]
    public async Task Input_ThatHangs_DiesAloneAfterItsTriesWhileOthersAreAnswered()
    {
        await Host.SayAsync(Slow, "one");
        await Host.StoreAsync(
            Host.Message("15550002", "fine"), Host.Message(Slow, "before"), Host.Message(Slow, "hang"), Host.Message(Slow, "next"), Host.Message("15550003", "fine"));
        await AnsweredAsync("15550002", "1:fine");
        await AnsweredAsync("15550003", "1:fine");
        for (var n = 0; n < 20; n++)
        {
            var clock = Stopwatch.StartNew();
            await Host.StoreAsync(Host.Message("15550002", $"m{n}"));
            await AnsweredAsync("15550002", $"{n + 2}:m{n}");
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"An answer took {clock.Elapsed.TotalSeconds:0.0} s.");
        }

        await Host.IdleAsync();
        Assert.Equal([(1, "hang"), (0, "next")], await QueryAsync<(int, string)>(
            "select attempts, payload::json->'message'->'content'->>'body' from chat.inbox order by seq"));
        foreach (var seconds in new[] { 1.3, 2.5, 5, 10, 18.5 })
        {
            Assert.Equal(0, await CountAsync("events.dead_letters"));
            Time.Advance(TimeSpan.FromSeconds(seconds));
            await Host.IdleAsync();
        }

        Assert.Equal(["1:one", "2:before", "3:next"], Channel.TextsTo(Slow));
        Assert.Equal([("inbox", 6)], await QueryAsync<(string, int)>("select source, attempts from events.dead_letters"));
        Assert.Contains("longer than", Assert.Single(await QueryAsync<string>("select error from events.dead_letters")), StringComparison.Ordinal);

        // Beside a thread that does not come back no other is started for the same.
        Assert.InRange(_ran, 1, 3);
    }

    [Fact]
    public async Task Input_ThatSleepsTooLongEachTime_IsADeadLetterAndTheNextGoOn()
    {
        await Host.StoreAsync(Host.Message(Slow, "sleep 5000"), Host.Message(Slow, "next"));
        await Host.IdleAsync();
        for (var n = 0; n < 5; n++)
        {
            await Task.Delay(1000);
            Time.Advance(TimeSpan.FromSeconds(20));
            await Host.IdleAsync();
        }

        Assert.Equal(["1:next"], Channel.TextsTo(Slow));
        Assert.Equal([6], await QueryAsync<int>("select attempts from events.dead_letters"));
    }

    // As many as fill batch after batch: the light ones, who came last, do not wait for them.
    [Fact]
    public async Task People_WithSlowTexts_AreAnsweredInOrderAndDelayNobody()
    {
        var slow = Enumerable.Range(0, 8).Select(n => $"1556000{n}").ToList();
        var light = Enumerable.Range(0, 20).Select(n => $"155700{n:00}").ToList();
        foreach (var phone in slow) await Host.StoreAsync([.. Enumerable.Range(0, 8).Select(n => Host.Message(phone, $"burn 60 {n}"))]);
        var worst = TimeSpan.Zero;
        for (var round = 1; round <= 5; round++)
        {
            var clock = Stopwatch.StartNew();
            await Task.WhenAll(light.Select(phone => Host.StoreAsync(Host.Message(phone, $"m{round}"))));
            foreach (var phone in light) await AnsweredAsync(phone, $"{round}:m{round}");
            worst = clock.Elapsed > worst ? clock.Elapsed : worst;
        }

        Assert.True(worst < TimeSpan.FromSeconds(2), $"Light texts waited {worst.TotalSeconds:0.0} s.");
        Assert.True(slow.Sum(phone => Channel.TextsTo(phone).Count) < 64, "The slow ones were all through first.");
        await Host.IdleAsync();
        foreach (var phone in slow) Assert.Equal(Enumerable.Range(0, 8).Select(n => $"{n + 1}:burn 60 {n}"), Channel.TextsTo(phone));
        Assert.Equal(0, await CountAsync("events.dead_letters"));
        Assert.Equal(0, await CountAsync("chat.inbox"));
    }

    [Fact]
    public async Task Conversation_SlowInTwoProcesses_IsHandledOnceAndInOrder()
    {
        await using var other = await StartAsync();
        await Host.SayAsync(Slow, "burn 60 first");
        for (var n = 0; n < 12; n++)
        {
            var host = n % 2 == 0 ? Host : other;
            var conversations = await host.StoreAsync(host.Message(Slow, $"burn 60 {n}"));
            await Host.Engine.RingAsync(conversations, CancellationToken.None);
            await other.Engine.RingAsync(conversations, CancellationToken.None);
        }

        for (var n = 0; n < 100 && await CountAsync("chat.inbox") > 0; n++) await Task.Delay(50);
        await Host.IdleAsync();
        await other.IdleAsync();
        Assert.Equal(13, Channel.TextsTo(Slow).Count);
        Assert.Equal(Enumerable.Range(0, 12).Select(n => $"{n + 2}:burn 60 {n}"), Channel.TextsTo(Slow).Skip(1));
        Assert.Equal(0, await CountAsync("events.dead_letters"));
    }

    // Ten minutes without a database, again and again while a slow turn is under way.
    [Fact]
    public async Task Database_Away_CountsAsNobodysTry()
    {
        await Host.SayAsync(Slow, "one");
        await Host.SayAsync("15550002", "one");
        var conversations = await QueryAsync<long>("select id from chat.conversations order by id");
        await ExecuteAsync($"create function chat.away() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$");
        await ExecuteAsync("create trigger away before delete on chat.inbox for each row execute function chat.away()");
        foreach (var (id, text) in conversations.Zip(["burn 80", "light"]))
        {
            await ExecuteAsync(
                """
                insert into chat.inbox (workspace_id, conversation_id, cause, payload, received_at)
                select 1, @id, 'test:' || @id, replace(@payload, '#', @text), @at
                """,
                new
                {
                    id, text, at = Time.GetUtcNow().UtcDateTime,
                    payload = """{"input":"message","message":{"id":"wamid.x","at":"2026-03-02T09:00:00+00:00","numberId":"1000","sender":{"phone":"1555"},"content":{"is":"text","type":"text","body":"#"}}}""",
                });
        }

        await Host.Engine.RingAsync(conversations, CancellationToken.None);
        for (var n = 0; n < 20; n++)
        {
            await Task.Delay(50);
            Time.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.Equal([0, 0], await QueryAsync<int>("select attempts from chat.inbox"));
        await ExecuteAsync("drop trigger away on chat.inbox");
        for (var n = 0; n < 100 && await CountAsync("chat.inbox") > 0; n++)
        {
            await Task.Delay(50);
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        await Host.IdleAsync();
        Assert.Equal(["1:one", "2:burn 80"], Channel.TextsTo(Slow));
        Assert.Equal(["1:one", "2:light"], Channel.TextsTo("15550002"));
        Assert.Equal(0, await CountAsync("events.dead_letters"));
    }

    // What the database refuses of a slow turn is that input's failure, as of any other.
    [Fact]
    public async Task SlowInput_ThatCannotBeWritten_DiesAfterItsTries()
    {
        Bot.Override = (conversation, input) =>
        {
            Burn(60);
            return input is MessageInput { Message.Content: TextContent { Body: "bad" } } ? new Transition("x", "not json", [])
                : new Transition("x", "{}", [new Say(new Contracts.Outgoing.TextMessage("ok"))]);
        };
        await Host.SayAsync(Slow, "good");
        await Host.StoreAsync(Host.Message(Slow, "good"), Host.Message(Slow, "bad"), Host.Message(Slow, "good"));
        await Host.IdleAsync();
        for (var n = 0; n < 5; n++)
        {
            Time.Advance(TimeSpan.FromSeconds(20));
            await Host.IdleAsync();
        }

        Assert.Equal(["ok", "ok", "ok"], Channel.TextsTo(Slow));
        Assert.Equal([6], await QueryAsync<int>("select attempts from events.dead_letters"));
        Bot.Override = null;
    }

    private async Task AnsweredAsync(string phone, string text)
    {
        var clock = Stopwatch.StartNew();
        while (!Channel.TextsTo(phone).Contains(text))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{phone} waits for {text}.");
            await Task.Delay(5);
        }
    }

    // Holds its thread without using a core, as a handler that waits for somebody would.
    private static void Idle(int milliseconds)
    {
        using var never = new ManualResetEventSlim();
        never.Wait(milliseconds);
    }

    private static void Burn(int milliseconds)
    {
        var clock = Stopwatch.StartNew();
        while (clock.ElapsedMilliseconds < milliseconds) Thread.SpinWait(1000);
    }

    private Task<EngineHost> StartAsync() => EngineHost.StartAsync(Database.ConnectionString, Bot, Channel, Time, services => services.AddSingleton(
        new EngineOptions
        {
            RatePerNumber = Rate.Unlimited, RatePerPair = Rate.Unlimited, HandlingBudget = TimeSpan.FromMilliseconds(100),
            HandlingLimit = TimeSpan.FromMilliseconds(500),
        }));
}
