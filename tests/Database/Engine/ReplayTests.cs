using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Data;
using WhatsAppBots.Database.Tests.Maintenance;
using WhatsAppBots.Hosting;
using WhatsAppBots.Maintenance.People;
using WhatsAppBots.Maintenance.Upkeep;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>Webhooks that were captured and are delivered again, at once or long after, and what an erasure leaves to know them by.</summary>
public sealed class ReplayTests : EngineTest
{
    private const string Phone = "15557770001";
    private const string User = "US.1557770001";

    public static TheoryData<int> Days => new(0, 1, 6, 7, 8, 9, 30, 35, 400);

    public static TheoryData<int, bool, bool> DaysAfterErasure
    {
        get
        {
            var data = new TheoryData<int, bool, bool>();
            foreach (var days in new[] { 0, 1, 7, 8, 9, 30, 35, 400 })
            {
                data.Add(days, false, false);
                data.Add(days, true, false);
                data.Add(days, true, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Message_DeliveredAgainLater_ChangesNothing(int days)
    {
        var message = Host.Message(Phone, "hi", "wamid.1", userId: User);
        await StoreAsync(message);
        await MoveAsync(TimeSpan.FromDays(days));

        await ChangesNothingAsync(() => StoreAsync(message));
        Assert.Equal(["1:hi"], Channel.TextsTo(Phone));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task StatusOrUpdate_DeliveredAgainLater_ChangesNothing(int days)
    {
        await StoreAsync(Host.Message(Phone, "hi", "wamid.1", userId: User));
        int[] codes = [131026, 131042, 131047, 131050, 131000, 131049];
        foreach (var n in Enumerable.Range(2, codes.Length - 1)) await StoreAsync(Host.Message(Phone, "hi", $"wamid.{n}", userId: User));
        Channel.Classes[131026] = ErrorClass.Recipient;
        Channel.Classes[131050] = ErrorClass.OptedOut;
        Channel.Classes[131049] = ErrorClass.Marketing;
        Channel.News = update => new NumberNews(["1000"], update.Raw.Contains("BAN", StringComparison.Ordinal), new ProviderError(0, "account_update", null));
        var named = Status("wamid.out.1", "delivered") with { Contact = new Sender(Phone, User, null) { Username = "first", WaId = "15557770009" } };
        var news = new Delivery(
            [], [.. codes.Select((code, n) => Status($"wamid.out.{n + 1}", "failed", code: code)), Status("wamid.out.1", "read"), Status("wamid.foreign", "read"), named],
            [new UnknownUpdate("account_update", """{"event":"BAN"}""", null) { At = Time.GetUtcNow() }, new UnknownUpdate("account_update", """{"event":"BAN"}""", null)])
        {
            Preferences = [new MarketingPreference("1000", new Sender(Phone, User, null), false, Time.GetUtcNow(), null)],
        };
        await StoreAsync(news);
        var again = new Delivery([], [], [new UnknownUpdate("account_update", """{"event":"go"}""", null) { At = Time.GetUtcNow() }]);
        await StoreAsync(again);

        // Since then all of it has changed.
        Time.Advance(TimeSpan.FromSeconds(1));
        await StoreAsync(new Delivery([], [named with { Status = "played", Contact = named.Contact! with { Username = "second" } }], [])
        {
            Preferences = [new MarketingPreference("1000", new Sender(Phone, User, null), true, Time.GetUtcNow(), "yes")],
        });
        Assert.Equal(["second"], await QueryAsync<string>("select username from chat.people"));
        await ExecuteAsync("update chat.people set unreachable_at = null; update chat.number_stops set ended_at = now(); delete from chat.outbox; delete from chat.inbox");
        await MoveAsync(TimeSpan.FromDays(days));

        await ChangesNothingAsync(async () =>
        {
            await StoreAsync(news);
            await StoreAsync(again);
        });
    }

    [Theory]
    [MemberData(nameof(DaysAfterErasure))]
    public async Task AllOfAnErasedPerson_DeliveredAgainLater_ChangesNothing(int days, bool cameBack, bool beforeItWasDone)
    {
        Bot.Override = ErasesOnRequest;
        var messages = new[] { Host.Message(Phone, "hi", "wamid.1", userId: User), Host.Message(Phone, "erase", "wamid.2", userId: User) };
        await StoreAsync(messages[0]);
        await StoreAsync(messages[1]);
        var captured = new Delivery(messages, [Status("wamid.out.1", "delivered", id: 2), Status("wamid.out.2", "read")], [Update()]);
        await StoreAsync(new Delivery([], [], captured.Updates));
        Time.Advance(TimeSpan.FromSeconds(2));
        if (cameBack && beforeItWasDone) await StoreAsync(Host.Message(Phone, "hola", "wamid.3", userId: User));
        await EraseAsync();
        if (cameBack && !beforeItWasDone) await StoreAsync(Host.Message(Phone, "hola", "wamid.3", userId: User));
        await MoveAsync(TimeSpan.FromDays(days));
        var said = Channel.Sent.Count;

        await ChangesNothingAsync(() => StoreAsync(captured));
        Assert.Equal(said, Channel.Sent.Count);
        Assert.Equal(cameBack ? 1 : 0, await CountAsync("chat.people"));
    }

    // They were called away from a telephone, told or not, that somebody else has now. What they wrote from it is not the other's.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MessagesFromANumberThatIsSomebodyElsesNow_DeliveredAgainAfterTheErasure_ChangeNothing(bool told)
    {
        Bot.Override = ErasesOnRequest;
        var captured = new Delivery([Host.Message(Phone, "my secret", "wamid.1")], [Status("wamid.foreign", "read")], [Update()]);
        await StoreAsync(captured);
        Time.Advance(TimeSpan.FromSeconds(2));
        await StoreAsync(Host.Message(Phone, "with my user id", userId: User));
        if (told) await StoreAsync(NewNumber("wamid.2"));
        Time.Advance(TimeSpan.FromSeconds(2));
        await StoreAsync(Host.Message(Phone, "I am new here", "wamid.3", userId: "US.9"));
        Time.Advance(TimeSpan.FromSeconds(2));
        await StoreAsync(Host.Message("15557770002", "erase", "wamid.4", userId: User));
        await EraseAsync();
        Assert.Equal(1, await CountAsync("chat.people"));
        Assert.Equal(0, await CountAsync("chat.updates"));
        Assert.Equal(0, await CountAsync("chat.statuses where provider_id = 'wamid.foreign'"));

        await ChangesNothingAsync(() => StoreAsync(captured with { Statuses = [] }));
        Assert.Equal(["new my secret", "known with my user id", "new I am new here"], Channel.TextsTo(Phone));

        // The other goes on as before.
        await StoreAsync(Host.Message(Phone, "still here", "wamid.5", userId: "US.9"));
        Assert.Equal("known still here", Channel.TextsTo(Phone)[^1]);
    }

    [Fact]
    public async Task Message_OfAnErasedPersonThatWasNeverDelivered_IsDropped_AndTheNextIsANewBeginning()
    {
        Bot.Override = ErasesOnRequest;
        var late = Host.Message(Phone, "late", "wamid.0", userId: User);
        Time.Advance(TimeSpan.FromSeconds(5));
        await StoreAsync(Host.Message(Phone, "erase", "wamid.2", userId: User));
        await EraseAsync();

        await ChangesNothingAsync(() => StoreAsync(late));
        await StoreAsync(Host.Message(Phone, "hola", "wamid.3"));
        Assert.Equal("new hola", Channel.TextsTo(Phone)[^1]);
    }

    // In the second of the erasure, two seconds later, and with the rows still there.
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task MessageAfterAnErasure_MeetsABotThatRemembersNothing_ThoughTheRowsAreStillThere(int seconds)
    {
        Bot.Override = ErasesOnRequest;
        await StoreAsync(Host.Message(Phone, "hi", userId: User));
        await StoreAsync(Host.Message(Phone, "erase", userId: User));
        Time.Advance(TimeSpan.FromSeconds(seconds));
        await StoreAsync(Host.Message(Phone, "hola", userId: User));
        Assert.Equal(["new hi", "Goodbye!", "new hola"], Channel.TextsTo(Phone));
        Assert.Equal(2, await CountAsync("chat.people"));
        Assert.Equal(1, await CountAsync("chat.timers where name = 'later'"));

        await EraseAsync();
        await StoreAsync(Host.Message(Phone, "again", userId: User));
        Assert.Equal("known again", Channel.TextsTo(Phone)[^1]);
        Assert.Equal(1, await CountAsync("chat.people"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WishFromBeforeAnErasure_DeliveredAgain_IsNotOfWhoCameBack(bool wants)
    {
        Bot.Override = ErasesOnRequest;
        await StoreAsync(Host.Message(Phone, "hi", userId: User));
        Time.Advance(TimeSpan.FromSeconds(1));
        var captured = Wish(wants);
        await StoreAsync(captured);
        Assert.Equal(1, await CountAsync("chat.marketing_consents where coalesce(source, taken_back_by) = 'user_preferences'"));
        Time.Advance(TimeSpan.FromSeconds(1));
        await StoreAsync(Host.Message(Phone, "erase", userId: User));
        await EraseAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        await StoreAsync(Host.Message(Phone, "hola", userId: User));

        await ChangesNothingAsync(() => StoreAsync(captured));

        // What they wish for from now on counts.
        Time.Advance(TimeSpan.FromSeconds(1));
        await StoreAsync(Wish(wants));
        Assert.Equal(
            [Time.GetUtcNow().UtcDateTime], await QueryAsync<DateTime>("select changed_at from chat.marketing_consents where person_id is not null"));
    }

    [Fact]
    public async Task NewsOfAPersonWhoIsBeingErased_AreSaidToNobody()
    {
        Bot.Override = ErasesOnRequest;
        await StoreAsync(Host.Message(Phone, "hi"));
        await StoreAsync(Host.Message(Phone, "erase"));
        var conversation = (await QueryAsync<long>("select id from chat.conversations")).Single();
        var said = Channel.Sent.Count;

        await Host.Inbox.AddAsync(
            1, conversation, "event:late", Time.GetUtcNow(), new EventInput(EventTypes.ExportReady, JsonDocument.Parse("{}").RootElement), null, CancellationToken.None);
        await Host.IdleAsync();
        Assert.Equal(said, Channel.Sent.Count);
        Assert.Equal(0, await CountAsync("chat.inbox"));
    }

    [Fact]
    public async Task WhatComesAboutAnErasedPerson_IsNotKept()
    {
        Bot.Override = ErasesOnRequest;
        await StoreAsync(Host.Message(Phone, "hi", "wamid.1", userId: User));
        await StoreAsync(Host.Message(Phone, "erase", "wamid.2", userId: User));
        await StoreAsync(new Delivery([], [Status("wamid.foreign", "delivered")], [Update()]));
        await EraseAsync();
        Time.Advance(TimeSpan.FromDays(1));

        await ChangesNothingAsync(() => StoreAsync(new Delivery(
            [NewNumber("wamid.9")], [Status("wamid.out.1", "read"), Status("wamid.out.1", "played", id: 1), Status("wamid.other", "read")],
            [Update(), Update("""{"wa_id":"+1 555-777-0001"}"""), Update($$"""{"id":"wamid.{{Base64(Phone)}}"}"""), Update($$"""{"user_id":"{{User}}"}""")])));
        await StoreAsync(new Delivery([], [Status("wamid.x", "read", recipient: "15559990000")], [Update("""{"wa_id":"15559990000"}""")]));
        Assert.Equal(1, await CountAsync("chat.statuses"));
        Assert.Equal(["statuses", "user_preferences"], await QueryAsync<string>("select field from chat.updates order by field"));
        Assert.Equal(2, await CountAsync("chat.updates where raw like '%15559990000%'"));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(4000)]
    public async Task Message_OlderThanIsRemembered_IsKeptOnceAndNotHandled(int days)
    {
        var old = Host.Message(Phone, "from long ago", "wamid.old");
        old = old with { Message = old.Message with { At = Time.GetUtcNow().AddDays(-days) } };
        for (var times = 0; times < 3; times++) await StoreAsync(old);

        Assert.Empty(Channel.Sent);
        Assert.Equal(1, await CountAsync("chat.messages where summary = 'from long ago' and direction = 'in'"));
        Assert.Equal((0, 0), (await CountAsync("chat.seen"), await CountAsync("chat.inbox")));
        await StoreAsync(Host.Message(Phone, "hi"));
        Assert.Equal(["1:hi"], Channel.TextsTo(Phone));
    }

    [Fact]
    public async Task LateNewsOfAnotherNumber_MovesNobody()
    {
        await StoreAsync(Host.Message(Phone, "hi"));
        var late = NewNumber("wamid.late");
        await StoreAsync(new Delivery([late with { Message = late.Message with { At = Time.GetUtcNow().AddDays(-9) } }], [], []));

        Assert.Equal([Phone], await QueryAsync<string>("select phone from chat.people"));
        Assert.Equal([Phone], await QueryAsync<string>("select value from chat.identities where kind = 'phone'"));
    }

    // A clock gone wrong at the provider.
    [Theory]
    [InlineData(30)]
    [InlineData(20000)]
    public async Task Message_DatedFarAhead_IsAnsweredOnce_WheneverItComesAgain(int daysAhead)
    {
        var ahead = Host.Message(Phone, "hi", "wamid.ahead");
        ahead = ahead with { Message = ahead.Message with { At = Time.GetUtcNow().AddDays(daysAhead) } };
        await StoreAsync(ahead);
        foreach (var days in new[] { 0, 1, 8, 21, 7, 3, 40 })
        {
            await MoveAsync(TimeSpan.FromDays(days));
            await ChangesNothingAsync(() => StoreAsync(ahead));
        }

        Assert.Equal(["1:hi"], Channel.TextsTo(Phone));
        Assert.Equal(0, await CountAsync("pg_class where relname ~ '^seen_(2[1-9]|20[3-9])'"));
    }

    // What the bot says tells whether it knows the person.
    private static Transition ErasesOnRequest(Conversation conversation, Input input)
    {
        if (input is not MessageInput { Message.Content: TextContent text }) return new Transition(conversation.State, conversation.Data, [new Say(new TextMessage("news"))]);
        if (text.Body == "erase") return new Transition(conversation.State, conversation.Data, [new Say(new TextMessage("Goodbye!")), new ErasePerson()]);
        var isKnown = conversation.State.Length > 0 || conversation.Language is not null || conversation.OptOut != OptOut.None || conversation.Data != "{}";
        return new Transition("known", "7", [
            new Say(new TextMessage($"{(isKnown ? "known" : "new")} {text.Body}")), new SetLanguage("es"), new SetOptOut(OptOut.Marketing),
            new StartTimer("later", conversation.Now.AddYears(5))]);
    }

    private Task StoreAsync(ReceivedMessage message) => StoreAsync(new Delivery([message], [], []));

    private async Task StoreAsync(Delivery delivery)
    {
        await Host.Inbox.StoreAsync(delivery, CancellationToken.None);
        await Host.IdleAsync();
    }

    private async Task ChangesNothingAsync(Func<Task> replay)
    {
        var before = await Snapshot.TakeAsync(Database.ConnectionString);
        await replay();
        await replay();
        Assert.Equal("", (await Snapshot.TakeAsync(Database.ConnectionString)).Since(before));
    }

    // What Maintenance does on the way, and a process that has forgotten all it guessed.
    private async Task MoveAsync(TimeSpan by)
    {
        await Host.DisposeAsync();
        Time.Advance(by);
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        var partitions = new Partitions(connections, new RetentionOptions(), Time);
        await partitions.EnsureAsync(CancellationToken.None);
        if (by < TimeSpan.FromDays(7)) await partitions.DropAsync(CancellationToken.None);
        else await CleanUpAsync(connections, partitions);
        Host = await StartHostAsync();
    }

    private Task CleanUpAsync(WhatsAppBots.Data.Database connections, Partitions partitions)
    {
        var routing = new EventRouting(overBus: false);
        return new WeeklyCleanup(
            connections, partitions, new RetentionOptions(), Mock.Of<IMediaStore>(), new EventPublisher(routing, new EventBells(routing)),
            new Reports(connections, Time), Owners.Retention, Owners.People, Options.Create(new SecretKey()), Time,
                NullLogger<WeeklyCleanup>.Instance).RunAsync(CancellationToken.None);
    }

    private async Task EraseAsync()
    {
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        using var archives = new ArchiveShelf(Time, NullLogger<ArchiveShelf>.Instance);
        var erasure = new PersonErasure(connections, Mock.Of<IMediaStore>(), archives, Options.Create(new SecretKey()), Owners.People,
            Time);
        var body = (await QueryAsync<string>("delete from events.queue where type = 'whatsappbots.erasure-requested.v1' returning body")).Single();
        var outcome = await erasure.HandleAsync(JsonSerializer.Deserialize(body, ContractsJson.Default.CloudEvent)!, CancellationToken.None);
        await using var connection = await connections.General.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await outcome.Write!(connection, transaction, CancellationToken.None);
        await transaction.CommitAsync();
    }

    private MessageStatus Status(string message, string status, long? id = null, int? code = null, string recipient = Phone) => new(
        message, "1000", recipient, status, Time.GetUtcNow(), id is null ? null : $"m:{id}", code is null ? [] : [new ProviderError(code.Value, null, null)],
        $$"""{"recipient_id":"{{recipient}}"}""");

    private Delivery Wish(bool wants) => new([], [], [])
    {
        Preferences = [new MarketingPreference("1000", new Sender(Phone, User, null), wants, Time.GetUtcNow(), "wording")],
    };

    private ReceivedMessage NewNumber(string id)
    {
        var message = Host.Message(Phone, "", id);
        return message with { Message = message.Message with { Content = new SystemContent("user_changed_number", null, "15557770002", null) { Type = "system" } } };
    }

    private static UnknownUpdate Update(string? raw = null) => new("user_preferences", raw ?? $$"""{"wa_id":"{{Phone}}","value":"stop"}""", "1000");

    private static string Base64(string phone) => Convert.ToBase64String([0x1c, 0x18, 0x0b, .. Encoding.ASCII.GetBytes(phone), 0x15, 0x02, 0x00, 0x11, 0x18]);
}
