using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Hosting;
using WhatsAppBots.Maintenance.People;
using WhatsAppBots.Media;
using WhatsAppBots.Messages;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Maintenance;

/// <summary>An erasure, and what other apps tell of the same conversation in that very moment.</summary>
public sealed class ErasureTests : EngineTest
{
    private const string WaitingSql =
        """
        select count(*) from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and not l.granted and d.datname = current_database()
        """;

    [Fact]
    public async Task News_OfAPersonWhoIsBeingErased_FindNobody()
    {
        var (person, conversation) = await SomebodyAsync();
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        await using var connection = await connections.General.OpenConnectionAsync();
        await using var erasing = await connection.BeginTransactionAsync();
        await EraseAsync(connections, connection, erasing, person);

        var news = Task.Run(() => NewsOf(connections).HandleAsync(Event(conversation), CancellationToken.None));
        await WaitsAsync();
        await erasing.CommitAsync();
        await news;

        Assert.Equal(0, await CountAsync("chat.inbox"));
        Assert.Equal(0, await CountAsync("chat.people"));
    }

    [Fact]
    public async Task News_ThatCameJustBeforeAnErasure_GoWithTheRest()
    {
        var (person, conversation) = await SomebodyAsync();
        await Host.DisposeAsync();
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        await using var teller = await connections.General.OpenConnectionAsync();
        await using var telling = await teller.BeginTransactionAsync();
        await ErasureLock.HoldOffAsync(teller, telling, conversation, CancellationToken.None);

        var erasure = Task.Run(async () =>
        {
            await using var connection = await connections.General.OpenConnectionAsync();
            await using var erasing = await connection.BeginTransactionAsync();
            await EraseAsync(connections, connection, erasing, person);
            await erasing.CommitAsync();
        });
        await WaitsAsync();
        await ExecuteAsync(
            "insert into chat.inbox (workspace_id, conversation_id, cause, payload, received_at) values (1, @conversation, 'event:news', '{}', @at)",
            new { conversation, at = Time.GetUtcNow().UtcDateTime });
        await telling.CommitAsync();
        await erasure;

        Assert.Equal(0, await CountAsync("chat.inbox"));
        Assert.Equal(0, await CountAsync("chat.conversations"));
        Host = await StartHostAsync();
    }

    [Fact]
    public async Task WhatNamesThePersonByAnotherNumberOrAUsername_GoesToo()
    {
        var (person, _) = await SomebodyAsync();
        await ExecuteAsync("update chat.people set wa_id = '15559998888', username = 'ann.b', parent_user_id = 'US.ENT.77'");
        string[] theirs =
        [
            """{"wa_id":"15559998888"}""", """{"parent_user_id":"US.ENT.77"}""", """{"profile":{"username":"Ann.B"}}""",
            """{"body":"{\"username\": \"ann.b\"}"}""", "ProfileUsername=ann.b&x=1",
        ];
        string[] others = ["""{"username":"ann.bc"}""", """{"username":"annab"}""", """{"type":"ann.b"}"""];
        await ExecuteAsync(
            "insert into chat.updates (received_at, workspace_id, field, raw) select now(), 1, 'x', r from unnest(@raws) as r",
            new { raws = theirs.Concat(others).ToArray() });
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        await using var connection = await connections.General.OpenConnectionAsync();
        await using var erasing = await connection.BeginTransactionAsync();
        await EraseAsync(connections, connection, erasing, person);
        await erasing.CommitAsync();

        Assert.Equal(others.Order(), (await QueryAsync<string>("select raw from chat.updates")).Order());
        Assert.Contains(new SecretKey().Hash("15559998888"), await QueryAsync<byte[]>("select hash from chat.suppressed"));
    }

    // Partners are told names and habits; the person is called otherwise later, leaves the partner, and is erased long after.
    [Theory]
    [InlineData("Zephyrine", "Quill")]
    [InlineData("Zephyrine ", " Quill \n Feather")]
    [InlineData("Zeph (*.*) [a-z]% _\\", "$1 ^Quill$ 'x' \"y\"")]
    [InlineData("🦄 Zeph 👩‍👩‍👧", "זפיר \u200fקוויל")]
    [InlineData("Zephyrine Quillfeather of the Very Long and Winding Name Indeed", "مرحبا زفير من المدينة البعيدة جدا خلف الجبال العالية")]
    public async Task WhatPartnersWereToldOfThePerson_GoesWithAllTheirNames(string name, string later)
    {
        const string Habit = "zither practice";
        Bot.Override = (conversation, input) => new Transition("s", conversation.Data, input switch
        {
            MessageInput { Message.Content: TextContent { Body: "tell" } } =>
                [new Publish(EventTypes.PartnerNews, JsonSerializer.SerializeToElement(1)) { Conversation = 2 }, new Say(new TextMessage("told"))],
            EventInput { Type: EventTypes.PartnerNews } => [new Say(new ButtonsMessage($"*{Label(name)}* missed {Habit}", [new("end", "End it")], Label(name)))],
            MessageInput { Message.Content: TextContent { Body: "partner" } } =>
                [new Say(new TextMessage($"Your partners are *{Label(name)}* and {Label(later)}. Annabel is none."))],
            _ => [],
        });
        await Host.StoreAsync(Named("15550001", "tell", name));
        await Host.IdleAsync();
        await Host.StoreAsync(Named("15550002", "hi", "Bo"));
        await Host.IdleAsync();
        var (person, one, two) = (await QueryAsync<(long, long, long)>(
            "select p.id, c.id, (select max(id) from chat.conversations) from chat.people p join chat.conversations c on c.person_id = p.id where phone = '15550001'")).Single();
        Assert.Equal(2, two);
        var news = new PartnerNews(two, one, PartnerNewsKinds.Missed, name, Habits: [Habit]);
        await Host.Inbox.AddAsync(
            1, two, "event:x", Time.GetUtcNow(), new EventInput(EventTypes.PartnerNews, JsonSerializer.SerializeToElement(news, ContractsJson.Default.PartnerNews)), null,
            CancellationToken.None);
        await Host.StoreAsync(Named("15550001", "renamed", later));
        await Host.StoreAsync(Named("15550002", "partner", "Bo"), Named("15550002", $"I know {name}, ann and {Habit}", "Bo"));
        await Host.IdleAsync();
        await ExecuteAsync(
            """
            insert into events.dead_letters (workspace_id, source, conversation_id, cause, payload, error, attempts, died_at)
            values (1, 'inbox', 2, 'event:y', @payload, 'x', 6, now()), (1, 'inbox', 2, 'event:z', '{"data":{"from":77}}', 'x', 6, now())
            """,
            new { payload = JsonSerializer.Serialize(new { input = "event", data = news }, JsonSerializerOptions.Web) });
        Assert.Contains(Found(await Traces.DumpAsync(Database.ConnectionString), Habit, Label(later)), place => place.StartsWith("chat.messages", StringComparison.Ordinal));

        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        await using var connection = await connections.General.OpenConnectionAsync();
        await using var erasing = await connection.BeginTransactionAsync();
        await EraseAsync(connections, connection, erasing, person);
        await erasing.CommitAsync();

        // What the partner wrote is the partner's own.
        await ExecuteAsync("delete from chat.messages where direction = 'in'");
        var dump = (await Traces.DumpAsync(Database.ConnectionString)).Where(each => !each.Place.StartsWith("public.", StringComparison.Ordinal)).ToList();
        Assert.Empty(Found(dump, Habit, name.Trim(), Label(name), Label(later), Label(name)[..Math.Min(20, Label(name).Length)]));
        Assert.Equal(2, (await QueryAsync<string>("select summary from chat.messages where summary like '%…%' and conversation_id = 2")).Count);
        Assert.Contains("Annabel is none.", (await QueryAsync<string>("select summary from chat.messages order by id desc limit 1"))[0], StringComparison.Ordinal);
        Assert.Equal(["event:z"], await QueryAsync<string>("select cause from events.dead_letters"));
    }

    // Of whom only a telephone is known, then only a user id: two people, until a message has both.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatPartnersWereToldOfThePerson_GoesThoughOneOfThemIsTwoPeopleWhoWereJoined(bool isPartner)
    {
        const string Habit = "zither practice";
        Bot.Override = (conversation, input) => new Transition("s", conversation.Data, input switch
        {
            MessageInput { Message.Content: TextContent { Body: "tell" } } =>
                [new Publish(EventTypes.PartnerNews, JsonSerializer.SerializeToElement(1)) { Conversation = 2 }],
            EventInput { Type: EventTypes.PartnerNews } => [new Say(new TextMessage($"Zephyrine missed {Habit}"))],
            _ => [],
        });
        await SayAsync(isPartner ? With("15550001", null, "hi", "Zephyrine") : With("15550003", null, "hi", "Zephyrine"));
        await SayAsync(isPartner ? With("15550003", null, "hi", "Bo") : With("15550002", null, "hi", "Bo"));
        await SayAsync(isPartner ? With("15550001", null, "tell", "Zephyrine") : With("15550003", null, "tell", "Zephyrine"));
        Time.Advance(TimeSpan.FromSeconds(1));
        await SayAsync(With(null, "US.1", "hello", isPartner ? "Bo" : "Zephyrine"));
        Time.Advance(TimeSpan.FromSeconds(1));
        await SayAsync(With("15550003", "US.1", "both", isPartner ? "Bo" : "Zephyrine"));
        Assert.Equal(1, await CountAsync("chat.conversations where merged_into = 3"));

        // News go to the conversation they always went to, which may be closed by now.
        var news = new PartnerNews(2, 1, PartnerNewsKinds.Missed, "Zephyrine", Habits: [Habit]);
        var told = new EventInput(EventTypes.PartnerNews, JsonSerializer.SerializeToElement(news, ContractsJson.Default.PartnerNews));
        await Host.Inbox.AddAsync(1, 2, "event:x", Time.GetUtcNow(), told, null, CancellationToken.None);
        await Host.IdleAsync();
        Assert.NotEmpty(Found(await Traces.DumpAsync(Database.ConnectionString), Habit));

        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        await using var connection = await connections.General.OpenConnectionAsync();
        await using var erasing = await connection.BeginTransactionAsync();
        var person = (await QueryAsync<long>("select person_id from chat.conversations where id = 1")).Single();
        await EraseAsync(connections, connection, erasing, person);
        await erasing.CommitAsync();
        string[] keys = isPartner ? ["15550001"] : ["US.1", "15550003"];
        Assert.Empty(Found(await Traces.DumpAsync(Database.ConnectionString), [Habit, "Zephyrine", .. keys]));
    }

    [Fact]
    public async Task NumbersAndUsernamesOfBefore_AreHashedAndLookedForToo()
    {
        ReceivedMessage Known(string waId, string parent, string username)
        {
            var message = Host.Message("15550001", "hi", userId: "US.1");
            return message with { Message = message.Message with { Sender = message.Message.Sender with { WaId = waId, ParentUserId = parent, Username = username } } };
        }

        await Host.StoreAsync(Known("15550009", "US.ENT.1", "zephyrine"));
        await Host.IdleAsync();
        await Host.StoreAsync(Known("15550008", "US.ENT.2", "quill"));
        await Host.IdleAsync();
        await ExecuteAsync(
            """insert into chat.updates (received_at, workspace_id, field, raw) values (now(), 1, 'x', '{"username":"zephyrine"}'), (now(), 1, 'x', '{"wa_id":"15550009"}')""");
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        await using var connection = await connections.General.OpenConnectionAsync();
        await using var erasing = await connection.BeginTransactionAsync();
        await EraseAsync(connections, connection, erasing, (await QueryAsync<long>("select id from chat.people")).Single());
        await erasing.CommitAsync();

        var secret = new SecretKey();
        var hashes = (await QueryAsync<byte[]>("select hash from chat.suppressed")).Select(Convert.ToHexString).ToHashSet();
        Assert.All(
            new[] { "15550001", "15550009", "15550008", "US.1", "US.ENT.1", "US.ENT.2" }, key => Assert.Contains(Convert.ToHexString(secret.Hash(key)), hashes));
        Assert.Empty(Found(await Traces.DumpAsync(Database.ConnectionString), "15550009", "15550008", "US.ENT.1", "US.ENT.2", "zephyrine", "quill"));
    }

    [Fact]
    public async Task CopyOfThePersonsData_IsOnDiskNoLonger()
    {
        var (person, _) = await SomebodyAsync();
        using var archives = new ArchiveShelf(Time, NullLogger<ArchiveShelf>.Instance);
        var copy = await archives.OpenAsync(
            PersonExport.ArchiveOf(person), 10, (file, token) => file.WriteAsync(new byte[10], token).AsTask(), CancellationToken.None);
        await copy.DisposeAsync();
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        var outcome = await Erasure(connections, archives).HandleAsync(Asked(person), CancellationToken.None);
        Assert.True(File.Exists(copy.Name));

        await outcome.After!(CancellationToken.None);
        Assert.False(File.Exists(copy.Name));
    }

    private static string Label(string name) => Labels.Cut(Labels.Line(name), 40);

    private static List<string> Found(IEnumerable<(string Place, string Value)> dump, params string[] words) =>
        [.. Traces.Find(dump, words).SelectMany(word => word.Select(place => $"{place} ({word.Key})"))];

    private ReceivedMessage Named(string phone, string text, string name)
    {
        var message = Host.Message(phone, text);
        return message with { Message = message.Message with { Sender = message.Message.Sender with { Name = name } } };
    }

    private ReceivedMessage With(string? phone, string? userId, string text, string name)
    {
        var message = Host.Message("x", text);
        return message with { Message = message.Message with { Sender = new Sender(phone, userId, name) } };
    }

    private async Task SayAsync(ReceivedMessage message)
    {
        await Host.StoreAsync(message);
        await Host.IdleAsync();
    }

    private async Task<(long Person, long Conversation)> SomebodyAsync()
    {
        await Host.SayAsync("15550001", "hi");
        return ((await QueryAsync<long>("select id from chat.people")).Single(), (await QueryAsync<long>("select id from chat.conversations")).Single());
    }

    private async Task EraseAsync(WhatsAppBots.Data.Database connections, NpgsqlConnection connection, NpgsqlTransaction transaction, long person)
    {
        using var archives = new ArchiveShelf(Time, NullLogger<ArchiveShelf>.Instance);
        var outcome = await Erasure(connections, archives).HandleAsync(Asked(person), CancellationToken.None);
        await outcome.Write!(connection, transaction, CancellationToken.None);
    }

    private PersonErasure Erasure(WhatsAppBots.Data.Database connections, ArchiveShelf archives) =>
        new(connections, Mock.Of<IMediaStore>(), archives, Options.Create(new SecretKey()), Owners.People, Time);

    private CloudEvent Asked(long person) => CloudEvent.Of(
        "erase", Apps.Messages, EventTypes.ErasureRequested, 1, null, null, Time.GetUtcNow(), new(person), ContractsJson.Default.ErasureRequested);

    private ConversationEvents NewsOf(WhatsAppBots.Data.Database connections) => new(EventTypes.ExportReady, Host.Inbox, connections);

    private CloudEvent Event(long conversation) => CloudEvent.Of(
        "news", Apps.Maintenance, EventTypes.ExportReady, 1, conversation, null, Time.GetUtcNow(), new(conversation, new Uri("https://example.com/")),
        ContractsJson.Default.ExportReady);

    private async Task WaitsAsync()
    {
        for (var tries = 0; await QueryAsync<long>(WaitingSql) is [0]; tries++)
        {
            Assert.True(tries < 500, "Nobody waits for the other.");
            await Task.Delay(10);
        }
    }
}
