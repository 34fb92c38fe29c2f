using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>Where messages go when telephones and user ids change, also those that were queued before.</summary>
public sealed class AddressTests : EngineTest
{
    private const string Number = "user_changed_number";
    private const string UserId = "user_changed_user_id";

    [Fact]
    public async Task UserId_ThatChangedWithoutATelephone_IsAddressedAlone()
    {
        await SayAsync("1555", "US.1", "a");
        await NewsAsync(null, "US.1", UserId, null, "US.2");
        await SayAsync(null, "US.2", "my-secret-word");

        Assert.Equal(("2:my-secret-word", new Recipient(null, "US.2")), Last());
    }

    [Fact]
    public async Task Number_ThatSomebodyElseHolds_IsTheirsNoMore()
    {
        await SayAsync("1555", "US.A", "a");
        await SayAsync("1666", "US.B", "b");
        await NewsAsync("1555", "US.A", Number, "1666", "US.A2");
        await SayAsync(null, "US.B", "b-secret");
        Assert.Equal(("2:b-secret", new Recipient(null, "US.B")), Last());

        await SayAsync("1666", "US.A2", "a-again");
        Assert.Equal(("2:a-again", new Recipient("1666", "US.A2")), Last());
        Assert.Equal(1, await CountAsync("chat.people where phone = '1666'"));
    }

    [Fact]
    public async Task Number_ThatWasLeftWithoutUserIds_IsAStrangersWhoeverWrites()
    {
        await SayAsync("1555", null, "a");
        await NewsAsync("1555", null, Number, "1666", null);
        await SayAsync("1555", null, "stranger");
        Assert.Equal(("1:stranger", new Recipient("1555", null)), Last());

        await SayAsync("1666", "US.A", "it is me");
        Assert.Equal(("2:it is me", new Recipient("1666", "US.A")), Last());
    }

    [Fact]
    public async Task Person_WhoLostTheirOnlyAddress_GetsNothingAndItIsSaid()
    {
        await SayAsync("1555", "US.A", "a");
        await SayAsync("1666", null, "b");
        await NewsAsync("1555", "US.A", Number, "1666", "US.A2");
        var sent = Channel.Sent.Count;
        await PushAsync("1666 was theirs", 2);

        Assert.Equal(sent, Channel.Sent.Count);
        Assert.Equal(1, await CountAsync("chat.statuses where status = 'failed' and error like '%no address%'"));
        Assert.Equal(0, await CountAsync("chat.outbox"));

        // Known again, written to again.
        await SayAsync("1777", "US.B", "new keys are a new person");
        Assert.Equal("1:new keys are a new person", Last().Text);
    }

    [Fact]
    public async Task News_OfAnOldTime_ChangeNothing()
    {
        await SayAsync("1555", "US.1", "a");
        var late = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromMinutes(1));
        await NewsAsync("1555", "US.1", Number, "1666", "US.2");
        await NewsAsync("1555", "US.1", Number, "1777", "US.9", late);
        await SayAsync(null, "US.2", "b");
        Assert.Equal(("2:b", new Recipient("1666", "US.2")), Last());

        // Nor does a text of before the change bring the old number back.
        await SayAsync("1555", "US.1", "late", late);
        Assert.Equal(("3:late", new Recipient("1666", "US.2")), Last());
    }

    [Fact]
    public async Task News_ThatComeAfterTheFirstTextFromTheNewNumber_JoinTheTwo()
    {
        await SayAsync("1555", "US.1", "a");
        var changed = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromMinutes(1));
        await SayAsync("1666", "US.2", "b");
        await NewsAsync("1555", "US.1", Number, "1666", "US.2", changed);
        await SayAsync(null, "US.2", "c");

        Assert.Equal(("2:c", new Recipient("1666", "US.2")), Last());
        Assert.Equal(1, await CountAsync("chat.conversations where closed_at is null"));
    }

    [Fact]
    public async Task Message_ThatWaits_GoesToTheNewAddress()
    {
        await SayAsync("1555", "US.1", "a");
        var gate = new TaskCompletionSource();
        var first = true;
        Channel.Answer = async message =>
        {
            if (message.Content is not TextMessage { Body: "2:two" } || !first) return null;
            first = false;
            await gate.Task;
            return new SendOutcome.Retry(RetryScope.Pair, TimeSpan.Zero, new ProviderError(131056, null, null));
        };
        await Host.StoreAsync(Text("1555", "US.1", "two"));
        await UntilAsync(() => Channel.Sent.Count == 2);
        await Host.StoreAsync(News(null, "US.1", UserId, null, "US.2"));
        gate.SetResult();
        await Host.IdleAsync();

        // The first try was under way; its second, and what was said behind it, go to where the person is.
        Assert.Equal(
            ["2:two to 1555", "2:two to US.2", "2:again to US.2"],
            Channel.Sent.Skip(1).Select(sent => $"{((TextMessage)sent.Content).Body} to {sent.Recipient.Phone ?? sent.Recipient.UserId}"));
    }

    [Fact]
    public async Task Message_ThatAnotherProcessHolds_GoesToTheNewAddress()
    {
        var (held, other) = (new FakeChannel(), await StartHostAsync());
        await using var holder = await StartHostAsync(held);
        var gate = new TaskCompletionSource();
        held.Answer = async message =>
        {
            if (message.Content is TextMessage { Body: "1:two" }) await gate.Task;
            return null;
        };
        await holder.StoreAsync(Text("1555", "US.1", "two"));
        await UntilAsync(() => held.Sent.Count == 1);
        await using (other)
        {
            await other.StoreAsync(News("1555", "US.1", Number, "1666", "US.2"));
            await other.IdleAsync();
        }

        gate.SetResult();
        await holder.IdleAsync();
        Assert.Equal(["1555", "1666"], held.Sent.Select(sent => sent.Recipient.Phone));
    }

    [Fact]
    public async Task Message_OfAJoinedConversation_GoesToThePersonOfBoth()
    {
        await SayAsync(null, "US.1", "a");
        var gate = new TaskCompletionSource();
        Channel.Answer = async message =>
        {
            if (message.Content is TextMessage { Body: "1:two" }) await gate.Task;
            return null;
        };
        await Host.StoreAsync(Text("1555", null, "two"));
        await UntilAsync(() => Channel.Sent.Count == 2);
        await Host.StoreAsync(Text("1555", "US.1", "b"));
        gate.SetResult();
        await Host.IdleAsync();

        Assert.All(Channel.Sent.Skip(1), sent => Assert.Equal("1555", sent.Recipient.Phone));
        Assert.Contains("1:again", Channel.Sent.Select(sent => ((TextMessage)sent.Content).Body));
        Assert.Equal(0, await CountAsync("chat.statuses where status = 'failed'"));
    }

    [Fact]
    public async Task Phone_ThatWasSharedOnRequest_IsThePersons()
    {
        await SayAsync(null, "US.1", "a");
        var card = new ContactsContent([new ContactCard("Ann", ["+1 555"])]) { Type = "contacts", SharedPhone = "1555" };
        await Host.StoreAsync(Message(new Sender("1555", "US.1", "Ann"), card, Time.GetUtcNow()));
        await SayAsync("1555", null, "b");

        Assert.Equal(("2:b", new Recipient("1555", "US.1")), Last());
        Assert.Equal(1, await CountAsync("chat.people"));
    }

    [Fact]
    public async Task Replay_OfNews_ChangesNothing()
    {
        await SayAsync("1555", "US.1", "a");
        var news = News("1555", "US.1", Number, "1666", "US.2");
        await Host.StoreAsync(news);
        Time.Advance(TimeSpan.FromMinutes(1));
        await SayAsync("1666", "US.3", "stranger");
        await Host.StoreAsync(news);
        await SayAsync("1666", null, "still the stranger");

        Assert.Equal(("2:still the stranger", new Recipient("1666", "US.3")), Last());
        Assert.Equal(2, await CountAsync("chat.people"));
    }

    [Fact]
    public async Task Telephone_ThatChangesWhileAFileIsUploaded_IsNotWrittenTo()
    {
        await SayAsync("1555", "US.1", "a");
        var (uploading, uploaded) = (new TaskCompletionSource(), new TaskCompletionSource());
        Channel.Prepare = _ =>
        {
            uploading.TrySetResult();
            return uploaded.Task;
        };
        await Host.StoreAsync(Text("1555", "US.1", "b"));
        await uploading.Task;
        await Host.StoreAsync(News("1555", "US.1", Number, "1666", "US.2"));
        uploaded.SetResult();
        await Host.IdleAsync();
        Assert.Equal(("2:b", new Recipient("1666", "US.2")), Last());
    }

    private (string Text, Recipient Recipient) Last() => (((TextMessage)Channel.Sent.Last().Content).Body, Channel.Sent.Last().Recipient);

    private async Task SayAsync(string? phone, string? userId, string text, DateTimeOffset? at = null)
    {
        await Host.StoreAsync(Text(phone, userId, text, at));
        await Host.IdleAsync();
    }

    private async Task NewsAsync(string? phone, string? userId, string change, string? newPhone, string? newUserId, DateTimeOffset? at = null)
    {
        await Host.StoreAsync(News(phone, userId, change, newPhone, newUserId, at));
        await Host.IdleAsync();
    }

    private async Task PushAsync(string cause, int conversation)
    {
        var ids = await QueryAsync<long>("select id from chat.conversations order by id");
        await Host.Inbox.AddAsync(
            1, ids[conversation - 1], cause, Time.GetUtcNow(), new Conversations.Handling.EventInput("push", JsonSerializer.SerializeToElement(1)), null,
            CancellationToken.None);
        await Host.IdleAsync();
    }

    private ReceivedMessage Text(string? phone, string? userId, string text, DateTimeOffset? at = null) =>
        Message(new Sender(phone, userId, "Ann"), new TextContent(text) { Type = "text" }, at ?? Time.GetUtcNow());

    private ReceivedMessage News(string? phone, string? userId, string change, string? newPhone, string? newUserId, DateTimeOffset? at = null) =>
        Message(new Sender(phone, userId, null), new SystemContent(change, null, newPhone, newUserId) { Type = "system" }, at ?? Time.GetUtcNow());

    private static ReceivedMessage Message(Sender sender, IncomingContent content, DateTimeOffset at) =>
        new(new IncomingMessage($"wamid.{Guid.NewGuid():N}", at, "1000", sender, content), "{}");

    private static async Task UntilAsync(Func<bool> done)
    {
        for (var n = 0; !done(); n++)
        {
            Assert.True(n < 2000, "It takes too long.");
            await Task.Delay(10);
        }
    }
}
