using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Erasure;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Data;
using WhatsAppBots.Database.Tests.Maintenance;
using WhatsAppBots.Hosting;
using WhatsAppBots.Maintenance.People;
using WhatsAppBots.Media;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>What an erasure leaves to know replays by is hashed with the secret: nobody finds a number by hashing all numbers.</summary>
public sealed class KeyedHashTests : EngineTest
{
    private const string Phone = "15557770001";

    private const string KeysSql = "select key from chat.heard where key not like 'twilio:%'";

    // Keys of the release before: a plain SHA-256 of what came.
    private const string PlainSql =
        """
        update chat.heard set key = 'update:'
          || encode(sha256(convert_to('1000' || chr(10) || 'user_preferences' || chr(10) || chr(10) || @raw, 'UTF8')), 'hex')
        where key like 'update:%';
        update chat.heard set key = 'gone:' || encode(sha256('message:wamid.2'), 'hex') where key like 'gone:%';
        update chat.heard set key = 'gone-id:' || encode(sha256('twilio:SM1'), 'hex') where key like 'gone-id:%';
        update chat.heard set key = 'step:' || encode(sha256('twilio:SM9/read'), 'hex') where key like 'step:%';
        """;

    private static readonly SecretKey _first = new() { Keys = ["the first secret"u8.ToArray()] };
    private static readonly SecretKey _second = new() { Keys = ["the second secret"u8.ToArray()] };
    private static readonly SecretKey _changing = new() { Keys = [.. _second.Keys, .. _first.Keys] };

    private static readonly UnknownUpdate _update = new("user_preferences", $$"""{"wa_id":"{{Phone}}","value":"stop"}""", "1000");

    private ReceivedMessage[] _messages = [];

    [Fact]
    public async Task TheSameStory_WithAnotherSecret_LeavesOtherHashes()
    {
        await LiveAsync(_first);
        var one = await QueryAsync<string>(KeysSql);
        await ExecuteAsync("truncate chat.heard, chat.suppressed, chat.seen, chat.updates");
        await LiveAsync(_second);
        var other = await QueryAsync<string>(KeysSql);

        Assert.Equal(["gone", "gone-id", "step", "update"], one.Select(key => key.Split(':')[0]).Order());
        Assert.Equal(one.Count, other.Count);
        Assert.Empty(one.Intersect(other));
    }

    [Fact]
    public async Task WhatWasHashedWithTheSecretBefore_IsRecognisedWhileItChanges()
    {
        await LiveAsync(_first);
        await RestartAsync(_changing);
        await ChangesNothingAsync(_changing);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatTheReleaseBeforeHashedWithoutASecret_IsRecognised_AndHashedWithOne(bool afterwards)
    {
        await LiveAsync(_first);
        var keyed = await QueryAsync<string>(KeysSql);
        await ExecuteAsync(PlainSql, new { raw = _update.Raw });
        Assert.Empty(keyed.Intersect(await QueryAsync<string>(KeysSql)));
        if (afterwards)
        {
            await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
            await using var connection = await connections.General.OpenConnectionAsync();
            await PlainKeys.HashAsync(connection, _first, CancellationToken.None);
            Assert.Equal(keyed.Order(), (await QueryAsync<string>(KeysSql)).Order());
        }

        await ChangesNothingAsync(_first);
    }

    // Somebody writes by Meta and by Twilio, is told of in an update without a time, and is erased.
    private async Task LiveAsync(SecretKey secret)
    {
        await RestartAsync(secret);
        Bot.Override = (conversation, input) => new Transition(
            conversation.State, conversation.Data,
            input is MessageInput { Message.Content: TextContent { Body: "erase" } } ? [new ErasePerson()] : []);
        if (_messages.Length == 0) _messages = [Host.Message(Phone, "hi", "SM1"), Host.Message(Phone, "erase", "wamid.2")];
        await HearAsync(secret);
        await StoreAsync(new Delivery([], [], [_update]));
        Time.Advance(TimeSpan.FromSeconds(1));
        _messages[1] = Host.Message(Phone, "erase", "wamid.2");
        foreach (var message in _messages) await StoreAsync(new Delivery([message], [], []));

        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        using var archives = new ArchiveShelf(Time, NullLogger<ArchiveShelf>.Instance);
        var erasure = new PersonErasure(connections, Mock.Of<IMediaStore>(), archives, Options.Create(secret), Owners.People, Time);
        var asked = JsonSerializer.Deserialize(
            (await QueryAsync<string>($"delete from events.queue where type = '{EventTypes.ErasureRequested}' returning body")).Single(),
            ContractsJson.Default.CloudEvent)!;
        var outcome = await erasure.HandleAsync(asked, CancellationToken.None);
        await using var connection = await connections.General.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await outcome.Write!(connection, transaction, CancellationToken.None);
        await transaction.CommitAsync();
        Assert.Equal(0, await CountAsync("chat.people"));
    }

    private async Task ChangesNothingAsync(SecretKey secret)
    {
        Time.Advance(TimeSpan.FromHours(1));

        // They have come back, so that what names them is not dropped for that.
        await StoreAsync(new Delivery([Host.Message(Phone, "hola", "wamid.3")], [], []));
        await ExecuteAsync("update chat.heard set at = at - interval '1 minute'");
        var heard = await HearAsync(secret);
        var before = await Snapshot.TakeAsync(Database.ConnectionString);
        for (var times = 0; times < 2; times++)
        {
            await StoreAsync(new Delivery([_messages[1]], [], [_update]));
            Assert.Equal(heard, await HearAsync(secret));
        }

        Assert.Equal("", (await Snapshot.TakeAsync(Database.ConnectionString)).Since(before));
        Assert.All(heard, at => Assert.True(at < Time.GetUtcNow(), "It is heard as if it had never come."));
    }

    private async Task<DateTimeOffset?[]> HearAsync(SecretKey secret)
    {
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        var heard = new FirstHeard(
            connections, Host.Services.GetRequiredService<Numbers>(), new RetentionOptions(), Options.Create(secret), Time);
        var message = await heard.OfAsync("twilio:SM1", "1000", CancellationToken.None);
        return [message, await heard.OfAsync("twilio:SM9/read", "1000", CancellationToken.None)];
    }

    private async Task RestartAsync(SecretKey secret)
    {
        await Host.DisposeAsync();
        Host = await EngineHost.StartAsync(Database.ConnectionString, Bot, Channel, Time, services => services
            .AddSingleton(Options.Create(secret))
            .AddSingleton(new EngineOptions { RatePerNumber = Rate.Unlimited, RatePerPair = Rate.Unlimited }));
    }

    private async Task StoreAsync(Delivery delivery)
    {
        await Host.Inbox.StoreAsync(delivery, CancellationToken.None);
        await Host.IdleAsync();
    }
}
