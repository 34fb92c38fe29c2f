using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

public sealed class EngineTests : EngineTest
{
    [Fact]
    public async Task Text_FromStranger_IsAnsweredAndKept()
    {
        await Host.SayAsync("15550001", "hello");
        await Host.SayAsync("15550001", "again");

        Assert.Equal(["1:hello", "2:again"], Channel.TextsTo("15550001"));
        Assert.Equal(
            ["in hello", "out 1:hello", "in again", "out 2:again"],
            await QueryAsync<string>("select direction || ' ' || summary from chat.messages order by id"));
        Assert.Equal(0, await CountAsync("chat.inbox"));
        Assert.Equal(0, await CountAsync("chat.outbox"));
        Assert.Equal(2, await CountAsync("chat.statuses where status = 'accepted'"));
        Assert.Equal(1, await CountAsync("chat.conversations where sender is null"));
    }

    [Fact]
    public async Task Message_ThatComesTwice_IsAnsweredOnce()
    {
        var message = Host.Message("15550002", "once", "wamid.twice");
        await Task.WhenAll(Host.StoreAsync(message, message), Host.StoreAsync(message), Host.StoreAsync(message));
        await Host.IdleAsync();

        Assert.Equal(["1:once"], Channel.TextsTo("15550002"));
    }

    [Fact]
    public async Task Messages_OfManyPeopleAtOnce_AreEachAnsweredInOrder()
    {
        var people = Enumerable.Range(0, 40).Select(n => $"1555{n:0000}").ToList();
        for (var round = 1; round <= 30; round++)
        {
            await Task.WhenAll(people.Select(phone => Host.StoreAsync(Host.Message(phone, $"m{round}"))));
        }

        await Host.IdleAsync();
        var expected = Enumerable.Range(1, 30).Select(n => $"{n}:m{n}").ToList();
        foreach (var phone in people) Assert.Equal(expected, Channel.TextsTo(phone));
    }

    [Fact]
    public async Task MoreThanABatch_OfOnePerson_IsAllAnsweredInOrder()
    {
        await Host.StoreAsync([.. Enumerable.Range(1, 70).Select(n => Host.Message("15550003", $"m{n}"))]);
        await Host.IdleAsync();

        Assert.Equal(Enumerable.Range(1, 70).Select(n => $"{n}:m{n}"), Channel.TextsTo("15550003"));
    }

    [Fact]
    public async Task Handler_ThatThrows_HoldsBackItsOwnConversationAloneAndDiesAfterItsTries()
    {
        await Host.SayAsync("15550004", "one");
        await Host.StoreAsync(Host.Message("15550004", "boom"), Host.Message("15550004", "next"), Host.Message("15550005", "fine"));
        await Host.IdleAsync();
        Assert.Equal(["1:one"], Channel.TextsTo("15550004"));
        Assert.Equal(["1:fine"], Channel.TextsTo("15550005"));

        // After 1, 2, 4, 8 and 15 s, each give or take a fifth.
        foreach (var seconds in new[] { 1.3, 2.5, 5, 10, 18.5 })
        {
            Assert.Equal(0, await CountAsync("events.dead_letters"));
            Time.Advance(TimeSpan.FromSeconds(seconds));
            await Host.IdleAsync();
        }

        // Whose message is given up is told so, once.
        Assert.Equal(["1:one", "sorry", "2:next"], Channel.TextsTo("15550004"));
        Assert.Equal(
            [("inbox", 6)], await QueryAsync<(string, int)>("select source, attempts from events.dead_letters"));
        Assert.Contains("boom", Assert.Single(await QueryAsync<string>("select error from events.dead_letters")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_ThatTheDatabaseRefuses_CostsNobodyElseInTheCommit()
    {
        var poison = Host.Message("15550006", "bad data");
        var others = Enumerable.Range(0, 10).Select(n => Host.Message($"1556{n:0000}", "hi")).ToArray();
        await Host.StoreAsync([.. others[..5], poison, .. others[5..], Host.Message("15550006", "after")]);
        await Host.IdleAsync();

        for (var n = 0; n < 10; n++) Assert.Equal(["1:hi"], Channel.TextsTo($"1556{n:0000}"));
        Assert.Empty(Channel.TextsTo("15550006"));

        // Five tries more, each after a wait; a busy machine may come to one of them an advance later.
        for (var i = 0; i < 50 && Channel.TextsTo("15550006").Count == 0; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(20));
            await Host.IdleAsync();
        }

        Assert.Equal(["1:after"], Channel.TextsTo("15550006"));
        Assert.Equal(1, await CountAsync("events.dead_letters"));
    }

    [Fact]
    public async Task Consent_GivenAndTakenBack_IsARowWithBothTimes()
    {
        Bot.Override = (conversation, _) => new Transition(
            "x", "{}", conversation.State.Length == 0 ? [new RecordConsent("photos", "2", "You agree?", "en")] : [new TakeBackConsent("photos")]);
        await Host.SayAsync("15550001", "yes");
        Assert.Equal(["photos 2 en You agree?"], await QueryAsync<string>(
            "select concat_ws(' ', kind, version, language, wording) from chat.consents where taken_back_at is null"));

        Time.Advance(TimeSpan.FromHours(1));
        await Host.SayAsync("15550001", "no");
        Assert.Equal(1, await CountAsync("chat.consents where taken_back_at = at + interval '1 hour'"));
        Bot.Override = null;
    }
}
