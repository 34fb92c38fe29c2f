using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Contracts.People;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Desk;
using WhatsAppBots.Desk.Files;
using WhatsAppBots.Desk.Sending;
using WhatsAppBots.Desk.Threads;
using WhatsAppBots.Media;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Desk;

/// <summary>Files that agents send: kept for one message of one conversation, and forgotten with it.</summary>
public sealed class AgentFileTests : DeskTest
{
    private static readonly byte[] _pdf = [.. "%PDF-1.7\n"u8, .. new byte[3000]];

    private readonly string _folder = Directory.CreateTempSubdirectory("agent-files-").FullName;
    private ServiceProvider _services = null!;
    private long _ann;

    private IMediaStore Store => _services.GetRequiredService<IMediaStore>();

    private AgentFiles Files => new(Workspace, Store, Time);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var settings = new Dictionary<string, string?> { ["MEDIA_STORE"] = _folder };
        _services = new ServiceCollection().AddLogging()
            .AddMedia(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).AddDeskData().BuildServiceProvider();
        await Host.SayAsync(Ann, "hi");
        _ann = await OfAsync(Ann);
        await ThreadAsync(_ann);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task File_IsSentOnce_ToItsConversationAlone()
    {
        var file = await AddAsync();
        Assert.Equal(("document", "bill.pdf", _pdf.Length), (file!.Kind, file.Name, file.Size));
        var found = await Files.FindAsync(_ann, file.Id, CancellationToken.None);
        var taken = await SendFileAsync(found!, "one");
        var sent = Assert.IsType<MediaMessage>(Channel.Sent.Last().Content);
        Assert.Equal(("Here it is", "bill.pdf", found!.Key), (sent.Caption, sent.FileName, sent.Source.StoreKey));
        Assert.Equal(found, await Files.FindSentAsync(taken!.Request, CancellationToken.None));

        // The same request again is answered as before; another one cannot send it a second time.
        Assert.Equal(taken, await SendFileAsync(found, "one"));
        var again = await Assert.ThrowsAsync<DeskConflictException>(() => SendFileAsync(found, "two"));
        Assert.Equal(AgentDesk.FileUsed, again.Code);

        await Host.SayAsync(Bo, "hi");
        Assert.Null(await Files.FindAsync(await OfAsync(Bo), file.Id, CancellationToken.None));
        Assert.Null(await Files.FindSentAsync(taken.Request + 1, CancellationToken.None));
    }

    [Fact]
    public async Task File_ThatWaitedForADay_IsNotSent_AndGoes()
    {
        var file = await Files.FindAsync(_ann, (await AddAsync())!.Id, CancellationToken.None);
        var sent = await Files.FindAsync(_ann, (await AddAsync())!.Id, CancellationToken.None);
        await SendFileAsync(sent!, "sent");
        Time.Advance(TimeSpan.FromHours(25));
        await Host.SayAsync(Ann, "still here");
        Assert.Equal(AgentDesk.FileUsed, (await Assert.ThrowsAsync<DeskConflictException>(() => SendFileAsync(file!, "late"))).Code);

        // The cleanup takes it a day later, and leaves what was sent.
        var kept = new RetentionPeriods(TimeSpan.FromDays(90), TimeSpan.FromDays(30), TimeSpan.FromDays(365));
        var rules = _services.GetServices<IRetention>().SelectMany(owner => owner.Files(kept));
        Time.Advance(TimeSpan.FromHours(24));
        List<string> old = [];
        foreach (var rule in rules)
        {
            old.AddRange((await QueryAsync<(string Id, string Key)>(
                rule.OldSql, new { before = (Time.GetUtcNow() - rule.Age).UtcDateTime, limit = 10 })).Select(row => row.Key));
        }

        Assert.Equal([file!.Key], old);
    }

    [Fact]
    public async Task Upload_ThatIsNotWhatItSays_OrBreaksOff_OrIsTooLarge_LeavesNoFile()
    {
        await Assert.ThrowsAsync<RejectedFileException>(() => AddAsync("<html>"u8.ToArray()));
        await Assert.ThrowsAsync<RejectedFileException>(() => AddAsync([]));
        await Assert.ThrowsAsync<RejectedFileException>(() => Files.AddAsync(
            _ann, "agent:7", "image/png", null, new MemoryStream(new byte[6 << 20]), CancellationToken.None));
        await Assert.ThrowsAsync<HttpRequestException>(() => Files.AddAsync(
            _ann, "agent:7", "application/pdf", "a.pdf", new Broken(), CancellationToken.None));
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.Null(await Files.AddAsync(
            _ann + 1000, "agent:7", "application/pdf", "a.pdf", new MemoryStream(_pdf), CancellationToken.None));

        // Nor a row: it would count against the caller.
        Assert.Empty(await QueryAsync<long>("select id from desk.files"));
    }

    [Fact]
    public async Task Caller_WithAHundredFilesThatWait_IsRefused_AndOthersAreNot()
    {
        for (var i = 0; i < 100; i++) await AddAsync();
        Assert.Equal(AgentFiles.TooMany, (await Assert.ThrowsAsync<DeskConflictException>(() => AddAsync())).Code);
        Assert.NotNull(await Files.AddAsync(_ann, "agent:8", "application/pdf", "a.pdf", new MemoryStream(_pdf), CancellationToken.None));
        Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        Assert.NotNull(await AddAsync());
    }

    [Fact]
    public async Task Upload_ThatStalls_EndsWithItsLimit()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var adding = Files.AddAsync(_ann, "agent:7", "application/pdf", "a.pdf", new Stalled(), limit.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => adding.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Upload_ToAPersonWhoIsErasedMeanwhile_LeavesNoFile_AlsoWhereTheCallerHasGone()
    {
        using var gone = new CancellationTokenSource();
        var store = new Slow(Store, async () =>
        {
            await ExecuteAsync("delete from desk.threads");
            await gone.CancelAsync();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new AgentFiles(Workspace, store, Time).AddAsync(
            _ann, "agent:7", "application/pdf", "a.pdf", new MemoryStream(_pdf), gone.Token));
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    // An erasure deletes the rows that the projector tells of: each waits for the other's end, by the lock of the conversation.
    [Fact]
    public async Task Statuses_OfAPersonWhoIsBeingErased_HoldNobodyUp()
    {
        await ExecuteAsync(
            """
            insert into chat.status_news (workspace_id, conversation_id, message_id) select 1, @ann, 1 + n / 3 from generate_series(1, 1400) n
            """,
            new { ann = _ann });
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var erasure = await connection.BeginTransactionAsync();
        await ErasureLock.TakeAsync(connection, erasure, [_ann], CancellationToken.None);
        await connection.ExecuteAsync("delete from desk.threads", transaction: erasure);
        var pass = Projector.WorkDueAsync(CancellationToken.None);
        await Task.Delay(500);
        await connection.ExecuteAsync("delete from chat.status_news where message_id < 100", transaction: erasure);
        await erasure.CommitAsync();
        await pass;
        Assert.Empty(await QueryAsync<long>("select id from chat.status_news"));
    }

    [Fact]
    public async Task Status_OfAnAgentsMessage_IsTold_AndOfTheBotsIsNot()
    {
        await SendAsync(_ann, "Hello from Sam");
        await ThreadAsync(_ann);
        var own = (await QueryAsync<long>("select id from chat.messages where origin is not null")).Single();
        var told = (await Feed.ReadAsync(0, CancellationToken.None)).Changes.Where(change => change.Kind == "status").ToList();
        Assert.Equal([(_ann, own)], told.Select(change => (change.ConversationId!.Value, change.Reference!.Value)).Distinct());
        Assert.Empty(await QueryAsync<long>("select id from chat.status_news"));
    }

    private Task<AgentFile?> AddAsync(byte[]? content = null) => Files.AddAsync(
        _ann, "agent:7", "application/pdf", "bill.pdf", new MemoryStream(content ?? _pdf), CancellationToken.None);

    private async Task<TakenRequest?> SendFileAsync(StoredFile file, string key)
    {
        var taken = await Agents.SendAsync(
            new DeskRequest("agent:7", key, _ann), file.Message("Here it is"), null, null, file.Id, CancellationToken.None);
        await Host.IdleAsync();
        return taken;
    }

    private sealed class Slow(IMediaStore inner, Func<Task> after) : IMediaStore
    {
        public async Task WriteAsync(string key, Stream content, string contentType, CancellationToken cancellationToken)
        {
            await inner.WriteAsync(key, content, contentType, cancellationToken);
            await after();
        }

        public Task<MediaFile?> OpenAsync(string key, CancellationToken cancellationToken) => inner.OpenAsync(key, cancellationToken);

        public Task<bool> DeleteAsync(string key, CancellationToken cancellationToken) => inner.DeleteAsync(key, cancellationToken);
    }

    private sealed class Stalled : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }

    private sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("reset by peer");
    }
}
