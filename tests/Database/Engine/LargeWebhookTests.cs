using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>One webhook with thousands of things in it: no commit of it is large, and what is stored stays stored.</summary>
public sealed class LargeWebhookTests : EngineTest
{
    private const int Count = 1_000;
    private const int MostOfACommit = 512;

    [Fact]
    public async Task Updates_AreStoredInCommitsOfBoundedSize_AndOnceHoweverOftenTheyCome()
    {
        var delivery = new Delivery([], [], [.. Enumerable.Range(0, Count).Select(n => new UnknownUpdate("odd", $$"""{"n":{{n}}}""", "1000"))]);
        for (var times = 0; times < 2; times++) await StoreAsync(delivery);
        await AssertCommitsAsync("chat.updates", Count);
    }

    [Fact]
    public async Task StatusesOfUnknownMessages_AreStoredInCommitsOfBoundedSize_AndOnceHoweverOftenTheyCome()
    {
        var delivery = new Delivery([], [.. Enumerable.Range(0, Count).Select(n => Status($"wamid.foreign.{n}"))], []);
        for (var times = 0; times < 2; times++) await StoreAsync(delivery);
        await AssertCommitsAsync("chat.statuses", Count);
        await AssertCommitsAsync("chat.updates where field = 'statuses'", Count);
    }

    [Fact]
    public async Task MessagesOfNewPeople_AreStoredInCommitsOfBoundedSize_AndEachAnsweredOnce()
    {
        var delivery = new Delivery([.. Enumerable.Range(0, Count).Select(n => Host.Message($"1555{n:000000}", "hi", $"wamid.{n}"))], [], []);
        for (var times = 0; times < 2; times++) await StoreAsync(delivery);
        await AssertCommitsAsync("chat.people", Count);
        await Host.IdleAsync();
        Assert.Equal(Count, Channel.Sent.Count(message => message.Content is WhatsAppBots.Contracts.Outgoing.TextMessage));
    }

    // Learnt one by one under a lock: far fewer of them in a commit.
    [Fact]
    public async Task ChangesOfNumbers_AreLearntAFewACommit()
    {
        const int People = 300;
        await StoreAsync(new Delivery([.. Enumerable.Range(0, People).Select(n => Host.Message($"1555{n:000000}", "hi"))], [], []));
        await Host.IdleAsync();
        Time.Advance(TimeSpan.FromSeconds(2));
        var news = new Delivery([.. Enumerable.Range(0, People).Select(n => NewNumber($"1555{n:000000}", $"1666{n:000000}"))], [], []);
        for (var times = 0; times < 2; times++) await StoreAsync(news);
        Assert.Equal(People, await CountAsync("chat.people where phone like '1666%'"));
        Assert.InRange((await QueryAsync<long>("select count(*) from chat.identities where value like '1666%' group by xmin::text order by 1 desc limit 1"))[0], 1, MostOfACommit / 4);
    }

    [Fact]
    public async Task Webhook_ThatIsCutOffInTheMiddle_IsCompletedWhenItComesAgain()
    {
        var delivery = new Delivery([.. Enumerable.Range(0, 10).Select(n => Host.Message($"1555{n:0000}", "hi", $"wamid.{n}"))], [],
            [.. Enumerable.Range(0, Count).Select(n => new UnknownUpdate("odd", $$"""{"n":{{n}}}""", "1000"))]);
        await Host.DisposeAsync();
        Host = await StartAsync(TimeSpan.Zero);
        await Assert.ThrowsAsync<TimeoutException>(() => StoreAsync(delivery));
        await Host.IdleAsync();
        Assert.InRange(await CountAsync("chat.updates"), 1, Count - 1);
        Assert.Equal(10, Channel.Sent.Select(message => message.Recipient).Distinct().Count());

        await Host.DisposeAsync();
        Host = await StartAsync(TimeSpan.FromMinutes(2));
        await StoreAsync(delivery);
        Assert.Equal(Count, await CountAsync("chat.updates"));
        Assert.Equal(10, await CountAsync("chat.messages where direction = 'in'"));
    }

    [Fact]
    public async Task OneOfThousandsThatCannotBeStored_CostsNoOther()
    {
        await StoreAsync(new Delivery([], [], [.. Enumerable.Range(0, Count).Select(n => new UnknownUpdate(n == 700 ? "b\0" : "odd", $$"""{"n":{{n}}}""", "1000"))]));
        Assert.Equal(Count - 1, await CountAsync("chat.updates"));
    }

    private Task<EngineHost> StartAsync(TimeSpan parts) => EngineHost.StartAsync(
        Database.ConnectionString, Bot, Channel, Time, services => services.AddSingleton(
            new EngineOptions { RatePerNumber = Rate.Unlimited, RatePerPair = Rate.Unlimited, StorePartsTimeout = parts }));

    private Task StoreAsync(Delivery delivery) => Host.Inbox.StoreAsync(delivery, CancellationToken.None);

    private async Task AssertCommitsAsync(string from, int count)
    {
        Assert.Equal(count, await CountAsync(from));
        Assert.InRange((await QueryAsync<long>($"select count(*) from {from} group by xmin::text order by 1 desc limit 1"))[0], 1, MostOfACommit);
    }

    private MessageStatus Status(string message) => new(message, "1000", "15550001", "read", Time.GetUtcNow(), null, [], "{}");

    private ReceivedMessage NewNumber(string from, string to)
    {
        var message = Host.Message(from, "", $"wamid.{from}.{to}");
        return message with { Message = message.Message with { Content = new SystemContent("user_changed_number", null, to, null) { Type = "system" } } };
    }
}
