using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Erasure;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>A commit that fails is done again in parts, and whoever waits for it is told.</summary>
public sealed class SplitTests : EngineTest
{
    [Fact]
    public async Task Statuses_OfWhichOneCannotBeStored_AreStoredOneByOne()
    {
        await Host.SayAsync("15550001", "hi");
        var (id, provider) = (await QueryAsync<(long, string)>("select message_id, provider_id from chat.statuses where status = 'accepted'")).Single();
        MessageStatus Status(string name, string raw) => new(provider, "1000", "15550001", name, Time.GetUtcNow(), $"m:{id}", [], raw);
        await Host.Inbox.StoreAsync(new Delivery([], [Status("sent", "{}"), Status("de\0livered", """{"odd":1}"""), Status("read", "{}")], []), CancellationToken.None);

        Assert.Equal(["accepted", "read", "sent"], (await QueryAsync<string>("select status from chat.statuses")).Order());
        Assert.Equal([("statuses", """{"odd":1}""")], await QueryAsync<(string, string)>("select field, raw from chat.updates"));
    }

    [Fact]
    public async Task Updates_OfWhichOneCannotBeStored_AreStoredOneByOne()
    {
        await Host.Inbox.StoreAsync(new Delivery([], [], [new("a", "{}", "1000"), new("b\0", "{}", "1000"), new("c", "{}", "1000")]), CancellationToken.None);
        Assert.Equal(["a", "c"], (await QueryAsync<string>("select field from chat.updates")).Order());
    }

    // As PostgreSQL says it where it ends a transaction in which nothing was asked for too long.
    [Fact]
    public async Task Batch_WhoseTransactionIsEndedForItsTime_IsSplit_AndTheOneAtFaultDiesAlone()
    {
        await Task.WhenAll(Host.SayAsync("15550001", "one"), Host.SayAsync("15550002", "one"));
        await ExecuteAsync(
            """
            create function public.cut() returns trigger language plpgsql as $$ begin raise exception 'too long' using errcode = '25P03'; end $$;
            create trigger cut before insert on chat.messages for each row when (new.direction = 'out' and new.summary like '%cut') execute function public.cut();
            """);
        await Host.StoreAsync(Host.Message("15550001", "cut"), Host.Message("15550002", "fine"), Host.Message("15550001", "next"));
        await Host.IdleAsync();
        Assert.Equal(["1:one", "2:fine"], Channel.TextsTo("15550002"));
        foreach (var seconds in new[] { 1.3, 2.5, 5, 10, 18.5 })
        {
            Time.Advance(TimeSpan.FromSeconds(seconds));
            await Host.IdleAsync();
        }

        Assert.Equal(["1:one", "2:next"], Channel.TextsTo("15550001"));
        Assert.Equal([6], await QueryAsync<int>("select attempts from events.dead_letters"));
        Assert.Equal(0, await CountAsync("chat.inbox"));
    }

    [Fact]
    public async Task Fault_OfTheCommitterItself_LeavesNobodyWaiting()
    {
        await Host.DisposeAsync();
        using var log = new ThrowingLog();
        Host = await EngineHost.StartAsync(
            Database.ConnectionString, Bot, Channel, Time, services => services.AddSingleton<ILoggerProvider>(log));
        var odd = Host.Message("15550001", "odd", id: "wamid.\0");
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Host.StoreAsync(odd));
        Assert.IsNotType<TimeoutException>(failure);
        Assert.True(log.HasThrown);

        await Host.SayAsync("15550001", "even");
        Assert.Equal(["1:even"], Channel.TextsTo("15550001"));
    }

    // An attacker in a group writes what looks like thousands of numbers: neither are all looked up in the transaction, nor is it kept unread.
    [Fact]
    public async Task Updates_ThatNameThousandsOfNumbers_TakeNoTime_AndHideNobodyWhoWasErased()
    {
        var numbers = string.Join(' ', Enumerable.Range(0, 8_000).Select(n => $"{15_550_000_000 + n}"));
        var many = Enumerable.Range(0, 20).Select(n => new UnknownUpdate("messages", $$"""{"n":{{n}},"body":"{{numbers}}"}""", "1000"));
        var few = Enumerable.Range(0, 20).Select(n => new UnknownUpdate("messages", $$"""{"n":{{n}},"body":"{{numbers[..6_000]}}"}""", "1000"));
        await Host.Inbox.StoreAsync(new Delivery([], [], [.. many, .. few, new UnknownUpdate("plain", "{}", "1000")]), CancellationToken.None);

        var kept = await QueryAsync<(string Field, string Raw)>("select field, raw from chat.updates");
        Assert.Equal(0, kept.Count(row => row.Raw.Length > 10_000));
        Assert.Equal(TraceBudget.Most / 500, kept.Count(row => row.Raw.Contains("15550000001", StringComparison.Ordinal)));
        Assert.Contains(("plain", "{}"), kept);
        Assert.Contains(kept, row => row.Raw.Contains("omitted", StringComparison.Ordinal));
    }

    private sealed class ThrowingLog : ILoggerProvider, ILogger
    {
        public bool HasThrown { get; private set; }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (HasThrown) return;
            HasThrown = true;
            throw new InvalidOperationException("The log is full.");
        }

        public void Dispose()
        {
        }
    }
}
