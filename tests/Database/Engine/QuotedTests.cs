using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>A bot is told which of its messages a person quotes.</summary>
public sealed class QuotedTests : EngineTest
{
    private const string Phone = "15550001";

    private readonly List<string?> _quoted = [];

    public override async Task InitializeAsync()
    {
        Bot.Before = (_, input) =>
        {
            if (input is MessageInput message) _quoted.Add(message.Quoted?.Summary);
        };
        await base.InitializeAsync();
    }

    [Fact]
    public async Task Message_OfOurs_IsKnownByItsId_AlsoInAnotherProcess()
    {
        await Host.SayAsync(Phone, "first");
        await Host.SayAsync(Phone, "second");
        await ReplyAsync(Host, Phone, await IdOfAsync("1:first"), "done");
        await using var other = await StartHostAsync();
        await ReplyAsync(other, Phone, await IdOfAsync("2:second"), "done");
        Assert.Equal([null, null, "1:first", "2:second"], _quoted);
    }

    [Fact]
    public async Task Message_OfAnotherConversation_OrOfNobody_IsNotTold()
    {
        await Host.SayAsync(Phone, "first");
        await ReplyAsync(Host, "15550002", await IdOfAsync("1:first"), "done");
        await ReplyAsync(Host, Phone, "wamid.unknown", "done");
        Assert.Equal([null, null, null], _quoted);
    }

    private async Task<string> IdOfAsync(string text)
    {
        var ids = await QueryAsync<string>(
            "select s.provider_id from chat.statuses s join chat.messages m on m.id = s.message_id where m.summary = @text and s.status = 'accepted'", new { text });
        return Assert.Single(ids);
    }

    private static async Task ReplyAsync(EngineHost host, string phone, string quoted, string text)
    {
        var message = host.Message(phone, new TextContent(text) { Type = "text" });
        await host.StoreAsync(message with { Message = message.Message with { Context = new MessageContext(quoted, null, false, false) } });
        await host.IdleAsync();
    }
}
