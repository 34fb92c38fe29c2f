using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>Consent to marketing: of one person for one business number, and no business of reminders and answers.</summary>
public sealed class MarketingTests : EngineTest
{
    private const string Phone = "15550001";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Host.DisposeAsync();
        Host = await EngineHost.StartAsync(Database.ConnectionString, Bot, Channel, Time, null, ("1000", "test"), ("2000", "test"));
        Bot.Override = (conversation, input) => input switch
        {
            EventInput { Type: "offer" } => Say(conversation, "offer", Purpose.Marketing),
            EventInput { Type: "remind" } => Say(conversation, "reminder", Purpose.Reminder),
            MessageInput { Message.Content: TextContent { Body: "stop" } } => new Transition("s", "{}", [new SetOptOut(OptOut.Marketing)]),
            MessageInput { Message.Content: TextContent { Body: var body } } => Say(conversation, $"re {body}", Purpose.Answer),
            _ => new Transition(conversation.State, conversation.Data, []),
        };
    }

    [Fact]
    public async Task Marketing_WithoutConsent_DoesNotGo()
    {
        await TextAsync("hi");
        await TellAsync("offer", "remind");

        Assert.Equal(["re hi", "reminder"], Texts());
        Assert.Equal(1, await CountAsync("chat.statuses where status = 'failed' and error like '%not agreed to marketing%'"));
    }

    [Fact]
    public async Task Marketing_WithConsent_GoesUntilThePersonStopsItAtTheProvider()
    {
        await TextAsync("hi");
        await PreferAsync(wants: true, 10);
        await TellAsync("offer");
        Assert.Equal(["re hi", "offer"], Texts());

        await PreferAsync(wants: false, 20);
        await TellAsync("offer", "remind");
        Assert.Equal(["re hi", "offer", "reminder"], Texts());

        // What is older changes nothing; what is newer does.
        await PreferAsync(wants: true, 15);
        await TellAsync("offer");
        Assert.Equal(3, Texts().Count);
        await PreferAsync(wants: true, 30);
        await TellAsync("offer");
        Assert.Equal(4, Texts().Count);
        Assert.Equal(["user_preferences/wording/1000"], await QueryAsync<string>("select source || '/' || wording || '/' || number_id from chat.marketing_consents"));
    }

    [Fact]
    public async Task Consent_IsOfOneNumber()
    {
        await TextAsync("hi");
        await TextAsync("hi", "2000");
        await PreferAsync(wants: true, 10);
        await TellAsync("offer");

        Assert.Equal(["1000"], Channel.Sent.Where(sent => sent.Content.Summary == "offer").Select(sent => sent.NumberId));
    }

    [Fact]
    public async Task Consent_DoesNotOutweighAStop()
    {
        await TextAsync("hi");
        await PreferAsync(wants: true, 10);
        await TextAsync("stop");
        await TellAsync("offer", "remind");
        Assert.Equal(["re hi"], Texts());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refusal_OfMarketing_TakesTheConsentBackAndLeavesReminders(bool byStatus)
    {
        await TextAsync("hi");
        Time.Advance(TimeSpan.FromSeconds(20));
        await PreferAsync(wants: true, -10);
        var error = new ProviderError(131050, "User has stopped marketing messages", null);
        Time.Advance(TimeSpan.FromSeconds(1));
        if (!byStatus) Channel.Answer = _ => Task.FromResult<SendOutcome?>(new SendOutcome.Failed(FailureKind.OptedOut, error));
        await TellAsync("offer");
        Channel.Answer = _ => Task.FromResult<SendOutcome?>(null);
        if (byStatus)
        {
            var id = (await QueryAsync<long>("select max(id) from chat.messages where direction = 'out'"))[0];

            // The code need not come first.
            var status = new MessageStatus(
                "wamid.x", "1000", Phone, "failed", Time.GetUtcNow(), $"m:{id}", [new ProviderError(131049, null, null), error], "{}");
            await Host.Inbox.StoreAsync(new Delivery([], [status], []), CancellationToken.None);
        }

        await Host.IdleAsync();
        Channel.Sent.Clear();
        await TellAsync("offer", "remind");
        await TextAsync("still there?");

        Assert.Equal(["reminder", "re still there?"], Texts());
        Assert.Equal(["none"], await QueryAsync<string>("select opt_out from chat.conversations"));
        Assert.Equal(["refusal:131050"], await QueryAsync<string>("select taken_back_by from chat.marketing_consents where taken_back_at is not null"));
    }

    [Fact]
    public async Task Wish_OfSomebodyUnknown_IsNoConsent()
    {
        await PreferAsync(wants: true, 10);
        Assert.Equal(0, await CountAsync("chat.marketing_consents"));
        await TextAsync("hi");
        await TellAsync("offer");
        Assert.Equal(["re hi"], Texts());
    }

    private static Transition Say(Conversation conversation, string text, Purpose purpose) =>
        new("s", conversation.Data, [new Say(new TextMessage(text), purpose)]);

    private List<string> Texts() => [.. Channel.Sent.Select(sent => sent.Content.Summary)];

    private async Task TextAsync(string text, string number = "1000")
    {
        await Host.StoreAsync(Host.Message(Phone, text, number: number));
        await Host.IdleAsync();
    }

    private async Task PreferAsync(bool wants, int seconds)
    {
        var wish = new MarketingPreference("1000", new Sender(Phone, null, null), wants, Time.GetUtcNow().AddSeconds(seconds), "wording");
        await Host.Inbox.StoreAsync(new Delivery([], [], []) { Preferences = [wish] }, CancellationToken.None);
    }

    private async Task TellAsync(params string[] events)
    {
        foreach (var type in events)
        {
            foreach (var id in await QueryAsync<long>("select id from chat.conversations"))
            {
                await Host.Inbox.AddAsync(
                    1, id, $"event:{Guid.NewGuid()}", Time.GetUtcNow(), new EventInput(type, JsonSerializer.SerializeToElement(1)), null, CancellationToken.None);
            }

            await Host.IdleAsync();
        }
    }
}
