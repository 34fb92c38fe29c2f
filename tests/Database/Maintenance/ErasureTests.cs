using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Hosting;
using WhatsAppBots.Maintenance.People;
using WhatsAppBots.Media;
using WhatsAppBots.Messages;

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
        new(connections, Mock.Of<IMediaStore>(), archives, Options.Create(new SecretKey()), Time);

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
