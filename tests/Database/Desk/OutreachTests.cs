using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Messages;

namespace WhatsAppBots.Database.Tests.Desk;

/// <summary>
/// Messages to people who need not have written: one conversation each, sent where consent, opt-outs and the window allow it.
/// </summary>
public sealed class OutreachTests : DeskTest
{
    private static readonly TemplateMessage _template = new("hello", "en", [], "Hello");

    [Fact]
    public async Task Stranger_GetsATemplate_AndTheBotAnswersWhatTheyWriteThen()
    {
        await ReachAsync("one", Ann, _template);
        await ReachAsync("one", Ann, _template);
        Assert.Equal("hello", Assert.IsType<TemplateMessage>(Assert.Single(Channel.Sent).Content).Name);
        Assert.Equal("key:3/one", (await QueryAsync<string>("select origin from chat.messages")).Single());

        await Host.SayAsync(Ann, "read every day at 9pm");
        Assert.Equal(1, await CountAsync("chat.conversations"));
        Assert.True(Channel.Sent.Count > 1, "The bot answers.");
        Assert.Empty(await QueryAsync<long>("select id from chat.handovers"));
    }

    [Fact]
    public async Task StrangersAtOnce_HaveOneConversationEach()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => ReachAsync($"n{n}", n % 2 == 0 ? Ann : Bo, _template)));
        Assert.Equal((2, 2), (await CountAsync("chat.people"), await CountAsync("chat.conversations")));
        Assert.Equal(12, Channel.Sent.Count);
    }

    [Fact]
    public async Task Message_ThatMayNotGo_StandsInTheHistoryWithTheReason()
    {
        await ReachAsync("words", Ann, new TextMessage("own words"));
        await ReachAsync("advert", Ann, _template, Purpose.Marketing);
        await ReachAsync("old", Ann, _template, notAfter: Time.GetUtcNow().AddMinutes(-1));
        Assert.Empty(Channel.Sent);
        Assert.Equal(
            [("key:3/advert", "failed"), ("key:3/old", "failed"), ("key:3/words", "blocked_by_window")],
            await QueryAsync<(string, string)>(
                "select m.origin, s.status from chat.messages m join chat.statuses s on s.message_id = m.id order by m.origin"));

        await Host.SayAsync(Ann, "stop all");
        await ReachAsync("stopped", Ann, _template);
        Assert.DoesNotContain(Channel.Sent, message => message.Content is TemplateMessage);
    }

    [Fact]
    public async Task Person_WhoWasErased_IsNotWrittenTo_AndNumbersOfOthersSendNothing()
    {
        var hash = Host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<WhatsAppBots.Hosting.SecretKey>>().Value.Hashes(
            Ann)[0];
        await ExecuteAsync("insert into chat.suppressed (workspace_id, hash, since) values (1, @hash, now())", new { hash });
        await ReachAsync("erased", Ann, _template);
        await ReachAsync("foreign", Bo, _template, number: "2000");
        await ReachAsync("other", Bo, _template, workspace: 2);
        Assert.Empty(Channel.Sent);
        Assert.Equal(0, await CountAsync("chat.people"));
    }

    private async Task ReachAsync(
        string id, string phone, OutgoingContent content, Purpose purpose = Purpose.Result, DateTimeOffset? notAfter = null,
            string number = "1000",
        long workspace = 1)
    {
        var handler = new Outreach(
            Host.Inbox, Host.Services.GetRequiredService<ConversationOpening>(), Host.Services.GetRequiredService<Numbers>(),
            NullLogger<Outreach>.Instance);
        var asked = new OutreachAsked(number, phone, $"key:3/{id}", content, purpose.ToString(), notAfter);
        await handler.HandleAsync(
            new CloudEvent
            {
                Id = id, Source = "/admin", Type = EventTypes.OutreachAsked, Workspace = workspace, Time = Time.GetUtcNow(),
                Data = JsonSerializer.SerializeToElement(asked, ContractsJson.Default.OutreachAsked),
            },
            CancellationToken.None);
        await Host.IdleAsync();
    }
}
