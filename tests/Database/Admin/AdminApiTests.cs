using Microsoft.Extensions.DependencyInjection;
using Moq;
using Npgsql;
using WhatsAppBots.Admin.DeadLetters;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Database.Tests.Admin;

/// <summary>The readers behind the API, as the role they run as.</summary>
public sealed class AdminApiTests : EngineTest
{
    private static readonly PageRequest _page = new(null, 50);

    private WhatsAppBots.Data.Database _connections = null!;
    private Workspace _workspace = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        _workspace = new Workspace(_connections);
    }

    public override async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Role_SeesItsWorkspaceAlone()
    {
        await Host.SayAsync("15550001", "mine");
        await ExecuteAsync(
            """
            insert into platform.workspaces (name) values ('other');
            insert into chat.people (workspace_id, phone) select id, '15559999' from platform.workspaces where name = 'other';
            insert into chat.conversations (workspace_id, person_id, number_id) select workspace_id, id, '2000' from chat.people where phone = '15559999';
            """);
        var other = (await QueryAsync<long>("select id from platform.workspaces where name = 'other'"))[0];

        Assert.Equal("15550001", Assert.Single(await PhonesAsync(1)));
        Assert.Equal("15559999", Assert.Single(await PhonesAsync(other)));
        Assert.Empty(await PhonesAsync(12345));
        var listed = await new ConversationQueries(_workspace).ListAsync(_page, null, CancellationToken.None);
        Assert.DoesNotContain(listed.Items, item => item.Person.Phone == "15559999");
    }

    [Fact]
    public async Task Role_WithoutAWorkspace_SeesNothingAndOwnsNothing()
    {
        await Host.SayAsync("15550001", "mine");
        await using var connection = await _connections.Admin.OpenConnectionAsync();
        foreach (var table in await QueryAsync<string>(
            """
            select schemaname || '.' || tablename from pg_tables
            where schemaname in ('chat', 'events', 'platform', 'money', 'images', 'habits', 'desk')
              and tablename !~ '_(default|[0-9]{6,8})$'
              and schemaname || '.' || tablename not in ('platform.grants', 'money.looks', 'desk.progress')
            """))
        {
            await using var count = new NpgsqlCommand($"select count(*) from {table}", connection);
            Assert.True((long)(await count.ExecuteScalarAsync())! == 0, table);
        }

        foreach (var sql in new[]
        {
            "delete from chat.messages", "update chat.conversations set state = 'x'", "create table chat.x (n int)",
            "select count(*) from host.schedules", "select * from platform.grants", "select * from money.looks",
        })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        }
    }

    [Fact]
    public async Task DeadLetter_Replayed_IsHandledAtTheEndOfItsQueue()
    {
        Bot.Override = (_, _) => throw new InvalidOperationException("not yet");
        await Host.SayAsync("15550001", "poison");
        for (var n = 0; n < 5; n++)
        {
            Time.Advance(TimeSpan.FromSeconds(20));
            await Host.IdleAsync();
        }

        Bot.Override = null;
        await Host.SayAsync("15550001", "later");
        var letters = new DeadLetterQueries(_workspace);
        var replay = new DeadLetterReplay(_workspace, Host.Engine, Time);
        var letter = Assert.Single((await letters.ListAsync(_page, CancellationToken.None)).Items);
        Assert.Equal(("inbox", 6, 0), (letter.Source, letter.Attempts, letter.Replays));
        Assert.Contains("not yet", letter.Error, StringComparison.Ordinal);

        Assert.True(await replay.ReplayAsync(letter.Id, CancellationToken.None));
        await Host.IdleAsync();
        Assert.True(await replay.ReplayAsync(letter.Id, CancellationToken.None));
        await Host.IdleAsync();
        Assert.Equal(["sorry", "1:later", "2:poison", "3:poison"], Channel.TextsTo("15550001"));
        Assert.Equal(2, Assert.Single((await letters.ListAsync(_page, CancellationToken.None)).Items).Replays);
        Assert.False(await replay.ReplayAsync(999_999, CancellationToken.None));
    }

    [Theory]
    [InlineData("outbox", "send", null)]
    [InlineData("event", "unreadable", "images")]
    [InlineData("event", "order:1", null)]
    public async Task DeadLetter_ThatGoesIntoNoQueue_IsRefusedAndNotCounted(string source, string cause, string? receiver)
    {
        var id = Assert.Single(await QueryAsync<long>(
            "insert into events.dead_letters (workspace_id, source, cause, error, attempts, died_at, payload, receiver) "
            + $"values (1, '{source}', '{cause}', 'x', 1, now(), '{{}}', {(receiver is null ? "null" : $"'{receiver}'")}) returning id"));
        var replay = new DeadLetterReplay(_workspace, Mock.Of<IBell>(), Time);
        await Assert.ThrowsAsync<ReplayRefusedException>(() => replay.ReplayAsync(id, CancellationToken.None));
        Assert.Equal(0, await CountAsync("events.dead_letters where replays > 0"));
        Assert.Equal(0, await CountAsync("events.queue"));
    }

    [Fact]
    public async Task DeadLetter_ReplayedTwiceAtOnce_IsHandledOnce()
    {
        Bot.Override = (_, _) => throw new InvalidOperationException("not yet");
        await Host.SayAsync("15550001", "poison");
        for (var n = 0; n < 5; n++)
        {
            Time.Advance(TimeSpan.FromSeconds(20));
            await Host.IdleAsync();
        }

        var letter = Assert.Single((await new DeadLetterQueries(_workspace).ListAsync(_page, CancellationToken.None)).Items);
        var replay = new DeadLetterReplay(_workspace, Mock.Of<IBell>(), Time);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                return await replay.ReplayAsync(letter.Id, CancellationToken.None);
            }
            catch (ReplayRefusedException)
            {
                return false;
            }
        }));
        Assert.Single(outcomes, outcome => outcome);
        Assert.Equal(1, await CountAsync("chat.inbox"));
        Assert.Equal(1, Assert.Single((await new DeadLetterQueries(_workspace).ListAsync(_page, CancellationToken.None)).Items).Replays);
    }

    private Task<List<string>> PhonesAsync(long workspace) => _workspace.RunAsync(
        async (connection, transaction) =>
        {
            var phones = new List<string>();
            await using var command = new NpgsqlCommand("select p.phone from chat.conversations c join chat.people p on p.id = c.person_id", connection, transaction);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) phones.Add(reader.GetString(0));
            return phones;
        },
        CancellationToken.None, workspace);
}
