using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>What channels tell of messages and people besides the step is kept, and shown by the API.</summary>
public sealed class StatusTests : EngineTest
{
    private static readonly PageRequest _page = new(null, 50);

    [Fact]
    public async Task Status_IsShownWithWhatItSays()
    {
        await Host.SayAsync("15550001", "hi");
        var (id, provider) = (await QueryAsync<(long, string)>("select message_id, provider_id from chat.statuses where status = 'accepted'"))[0];
        var at = Time.GetUtcNow();
        await StoreAsync(new MessageStatus(provider, "1000", "15550001", "failed", at, $"m:{id}", [new(1, "one", null), new(2, "two", null)], """{"raw":1}""")
        {
            Pricing = new MessagePricing("service", false, "free_customer_service", "PMP"),
            Conversation = new ProviderConversation("c1", "service", at.AddDays(1)),
            Contact = new Sender("15550001", "US.1", null) { Username = "ann.b", ParentUserId = "US.ENT.1", WaId = "15550009" },
        });

        await using var database = new WhatsAppBots.Data.Database(Database.ConnectionString);
        var workspace = new Workspace(database);
        var conversation = Assert.Single((await new ConversationQueries(workspace).ListAsync(_page, null, CancellationToken.None)).Items);

        // By the phone, since the user id is not known to be theirs.
        Assert.Equal(new PersonView("Ann", "15550001", null, null, null, null), conversation.Person);
        var messages = (await new MessageQueries(workspace, new WhatsAppBots.Data.RetentionOptions()).ListAsync(conversation.Id, _page, false, CancellationToken.None))!.Items;
        var status = Assert.Single(messages[1].Statuses, step => step.Status == "failed");
        Assert.Equal(new PricingView("service", false, "free_customer_service", "PMP"), status.Pricing);
        Assert.Equal(new ProviderConversationView("c1", "service", at.AddDays(1)), status.Conversation);
        Assert.Equal("15550001", status.Recipient);
        Assert.Equal([1, 2], status.Errors!.Value.EnumerateArray().Select(error => error.GetProperty("code").GetInt32()));
        Assert.Equal(1, status.Raw!.Value.GetProperty("raw").GetInt32());
    }

    [Fact]
    public async Task Person_IsShownWithWhatMessagesAndStatusesTell()
    {
        var message = Host.Message("15550001", "hi", userId: "US.1");
        await Host.StoreAsync(message with
        {
            Message = message.Message with { Sender = message.Message.Sender with { Username = "ann", ParentUserId = "US.ENT.1" } },
        });
        await Host.IdleAsync();
        await StoreAsync(new MessageStatus("wamid.other", "1000", "15550001", "sent", Time.GetUtcNow(), "m:1", [], "{}")
        {
            Contact = new Sender("15550001", "US.1", null) { Username = "ann.b", WaId = "15550009" },
        });

        await using var database = new WhatsAppBots.Data.Database(Database.ConnectionString);
        var listed = await new ConversationQueries(new Workspace(database)).ListAsync(_page, null, CancellationToken.None);
        var conversation = Assert.Single(listed.Items);
        Assert.Equal(new PersonView("Ann", "15550001", "US.1", "ann.b", "US.ENT.1", "15550009"), conversation.Person);
        Assert.Equal(("none", null), (conversation.OptOut, conversation.Marketing));
    }

    [Fact]
    public async Task Status_WithoutRecipient_IsAppliedByItsMessage()
    {
        await Host.SayAsync("15550001", "hi");
        var provider = (await QueryAsync<string>("select provider_id from chat.statuses where status = 'accepted'"))[0];
        await StoreAsync(new MessageStatus(provider, "1000", MessageStatus.Untold, "read", Time.GetUtcNow(), null, [], "{}"));

        Assert.Equal(1, await CountAsync("chat.statuses where status = 'read' and message_id is not null"));
        Assert.Equal(0, await CountAsync("chat.updates"));
    }

    [Fact]
    public async Task Status_OfAMessageThatAnotherAppSent_IsShownOnce()
    {
        var foreign = new MessageStatus("wamid.FOREIGN", "1000", "15550001", "sent", Time.GetUtcNow(), null, [], """{"id":"wamid.FOREIGN"}""");
        await StoreAsync(foreign, foreign);
        await StoreAsync(foreign);
        Assert.Equal(["statuses/1000/{\"id\":\"wamid.FOREIGN\"}"], await QueryAsync<string>("select field || '/' || number_id || '/' || raw from chat.updates"));
    }

    private Task StoreAsync(params MessageStatus[] statuses) => Host.Inbox.StoreAsync(new Delivery([], statuses, []), CancellationToken.None);
}
