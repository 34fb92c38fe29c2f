using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

public sealed class LeftBehindTests : EngineTest
{
    private readonly List<IDisposable> _open = [];

    public override async Task DisposeAsync()
    {
        _open.ForEach(disposable => disposable.Dispose());
        await base.DisposeAsync();
    }

    // The second look begins where the first saw nothing alive; what came since, and what was alive then, is found all the same.
    [Fact]
    public async Task Sweep_LookingAgainAndAgain_FindsWhatIsLeftLater()
    {
        await Host.SayAsync("15550001", "hi");
        await Host.SayAsync("15550002", "hi");
        await Host.DisposeAsync();
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        var sweep = new LeftBehind(connections, Time);
        _open.Add(sweep);
        for (var n = 0; n < 30; n++)
        {
            Assert.Empty(await sweep.FindAsync(CancellationToken.None));
            Time.Advance(TimeSpan.FromSeconds(5));
        }

        var (first, second) = (await LeaveAsync("15550001"), await LeaveAsync("15550002"));
        for (var n = 0; n < 30; n++)
        {
            Time.Advance(TimeSpan.FromSeconds(6));
            Assert.Equal([first, second], (await sweep.FindAsync(CancellationToken.None)).Order());
        }

        await ExecuteAsync("delete from chat.inbox where conversation_id = @first", new { first });
        Assert.Equal([second], await sweep.FindAsync(CancellationToken.None));
        Host = await StartHostAsync();
    }

    [Fact]
    public async Task Input_OfAConversationThatIsGone_IsBuriedWithoutWhatItSaid()
    {
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        var sweep = new LeftBehind(connections, Time);
        _open.Add(sweep);
        await ExecuteAsync(
            "insert into chat.inbox (workspace_id, conversation_id, cause, payload, received_at) values (1, 999, 'event:late', '{\"secret\": 1}', @at)",
            new { at = Time.GetUtcNow().UtcDateTime });
        await sweep.FindAsync(CancellationToken.None);
        Assert.Equal(1, await CountAsync("chat.inbox"));

        Time.Advance(TimeSpan.FromMinutes(11));
        await sweep.FindAsync(CancellationToken.None);

        Assert.Equal(0, await CountAsync("chat.inbox"));
        Assert.Equal(["event:late||The conversation was erased."], await QueryAsync<string>("select cause || '|' || payload || '|' || error from events.dead_letters"));
    }

    private async Task<long> LeaveAsync(string phone)
    {
        var id = (await QueryAsync<long>(
            "select c.id from chat.conversations c join chat.people p on p.id = c.person_id where p.phone = @phone", new { phone }))[0];
        await ExecuteAsync(
            "insert into chat.inbox (workspace_id, conversation_id, cause, payload, received_at) values (1, @id, 'left', '{}', @at)",
            new { id, at = Time.GetUtcNow().UtcDateTime });
        return id;
    }
}
