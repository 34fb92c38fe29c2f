using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

public sealed class IdentityTests : EngineTest
{
    [Fact]
    public async Task Person_KnownByPhone_IsTheSameOneWhenAUserIdComesAlong()
    {
        await SayAsync("15550001", null, "a");
        await SayAsync("15550001", "US.1", "b");
        await SayAsync(null, "US.1", "c");

        Assert.Equal(["1:a", "2:b", "3:c"], Texts());
        Assert.Equal(1, await CountAsync("chat.people"));
    }

    [Fact]
    public async Task TwoPeople_ThatTurnOutToBeOne_AreJoinedAndWhatWaitedFollows()
    {
        await SayAsync("15550001", null, "a");
        await SayAsync(null, "US.1", "b");
        await SayAsync("15550001", "US.1", "c");
        await SayAsync("15550001", null, "d");

        // The user id's conversation had a state of its own, so it stays; the phone's is closed.
        Assert.Equal(["1:a", "1:b", "2:c", "3:d"], Texts());
        Assert.Equal(1, await CountAsync("chat.conversations where closed_at is null"));
        Assert.Equal(1, await CountAsync("chat.conversations where merged_into is not null"));
    }

    [Fact]
    public async Task Phone_ThatComesBackWithANewUserId_IsANewPerson()
    {
        await SayAsync("15550001", "US.1", "a");
        await SayAsync("15550001", "US.2", "b");
        await SayAsync(null, "US.1", "c");

        Assert.Equal(["1:a", "1:b", "2:c"], Texts());
    }

    [Fact]
    public async Task Number_ThatChanged_KeepsItsConversation()
    {
        await SayAsync("15550001", null, "a");
        var changed = Host.Message("15550001", "");
        await Host.StoreAsync(changed with
        {
            Message = changed.Message with { Content = new SystemContent("user_changed_number", null, "15559999", null) { Type = "system" } },
        });
        await SayAsync("15559999", null, "b");

        Assert.Equal("2:b", Texts()[^1]);
        Assert.Equal("15559999", Channel.Sent.Last().Recipient.Phone);
    }

    [Fact]
    public async Task Strangers_OfOneBatch_AreMadeOnceEachByTwoProcesses()
    {
        await using var other = await StartHostAsync();
        var messages = Enumerable.Range(0, 300).Select(n => Host.Message($"1557{n:0000}", "hi", $"wamid.{n}")).ToArray();
        await Task.WhenAll(Host.StoreAsync(messages), other.StoreAsync([.. messages.Reverse()]));
        await Host.IdleAsync();
        await other.IdleAsync();

        Assert.Equal(300, await CountAsync("chat.people"));
        Assert.Equal(300, await CountAsync("chat.conversations"));
        Assert.Equal(300, await CountAsync("chat.messages where direction = 'out'"));
    }

    private List<string> Texts() => [.. Channel.Sent.Select(message => message.Content.Summary)];

    private async Task SayAsync(string? phone, string? userId, string text)
    {
        var message = Host.Message(phone ?? "", text, userId: userId);
        await Host.StoreAsync(message with
        {
            Message = message.Message with { Sender = new Sender(phone, userId, "Ann") },
        });
        await Host.IdleAsync();
    }
}
