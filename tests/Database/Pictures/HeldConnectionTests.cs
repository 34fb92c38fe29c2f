using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Images;
using WhatsAppBots.Images.Erasure;
using WhatsAppBots.Images.Jobs;
using WhatsAppBots.Images.Packs;
using WhatsAppBots.Maintenance;
using WhatsAppBots.Maintenance.People;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Pictures;

/// <summary>
/// While another server is asked, and while a file is read or written, no connection to the database is held: each test has one connection, and
/// the other side looks whether it is free.
/// </summary>
public sealed class HeldConnectionTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Asked, bool IsFree)> _asked = [];
    private readonly ManualTime _time = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("held-").FullName;
    private TestDatabase _database = null!;
    private WebApplication _astria = null!;
    private ServiceProvider _app = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _astria = builder.Build();
        _astria.Run(AnswerAsync);
        await _astria.StartAsync();

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ENVIRONMENT"] = "development", ["ASTRIA_API_URL"] = _astria.Urls.First(), ["ASTRIA_API_KEY"] = "key",
            ["MEDIA_STORE"] = _folder, ["PUBLIC_URL"] = "https://bots.example",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton(_ => new WhatsAppBots.Data.Database(_database.ConnectionString + ";Maximum Pool Size=1"));
        services.AddImages(configuration).AddMaintenance(configuration);
        var media = services.Last(service => service.ServiceType == typeof(IMediaStore));
        services.AddSingleton<IMediaStore>(provider => new Looking(
            (IMediaStore)ActivatorUtilities.CreateInstance(provider, media.ImplementationType!), key => LookAsync("file " + key[..4])));
        _app = services.BuildServiceProvider();
        await ExecuteAsync(
            """
            insert into chat.people (id, workspace_id, phone, created_at) values (1, 1, '15550001', now());
            insert into chat.conversations (id, workspace_id, person_id, number_id, bot, state, data, created_at) values (7, 1, 1, '1000', 'portraits', 'new', '{}', now());
            """);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _astria.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Orders_are_taken_through_the_provider_without_one()
    {
        await KeepAsync("aaaaphoto.jpg");
        await ExecuteAsync(
            """
            insert into images.photos (message_id, workspace_id, conversation_id, store_key, at) values ('m1', 1, 7, 'aaaaphoto.jpg', now());
            insert into images.jobs (order_id, attempt, workspace_id, conversation_id, bot, title, request, state, next_look_at, created_at)
            values (1, 1, 1, 7, 'portraits', 'order-1-1', @request::jsonb, 'asked', @now, @now)
            """,
            new
            {
                request = JsonSerializer.Serialize(
                    new TrainingRequested(7, 1, 1, 1, "man", 1, ["m1"], new Dictionary<string, string>(), null), ContractsJson.Default.TrainingRequested),
                now = _time.GetUtcNow().UtcDateTime,
            });
        await _app.GetRequiredService<JobWorker>().WorkDueAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(1));
        await _app.GetRequiredService<JobWorker>().WorkDueAsync(CancellationToken.None);

        Assert.Equal(["ready"], await QueryAsync<string>("select state from images.jobs"));
        AssertAllFree("POST /p/1/tunes", "GET /tunes/9", "GET /tunes/9/prompts", "GET /x.png");

        await (await _app.GetRequiredService<PictureErasure>().EraseAsync([1], models: true, CancellationToken.None))
            .InvokeAsync(_app.GetRequiredService<WhatsAppBots.Data.Database>());
        AssertAllFree("DELETE /tunes/9");
    }

    [Fact]
    public async Task The_catalogue_is_read_without_one()
    {
        await _app.GetRequiredService<PackCatalog>().RefreshAsync(TimeSpan.FromHours(1), CancellationToken.None);
        Assert.Equal(["A pack"], await QueryAsync<string>("select title from images.packs"));
        AssertAllFree("GET /packs", "GET /p/1", "GET /x.png");
    }

    [Fact]
    public async Task Photos_are_looked_at_without_one()
    {
        await KeepAsync("bbbbphoto.png");
        var told = CloudEvent.Of(
            "e", Apps.Images, EventTypes.MediaStored, 1, 7, "portraits", _time.GetUtcNow(), new(7, "m2", MediaPurposes.Portrait, "bbbbphoto.png"),
            ContractsJson.Default.MediaStored);
        var outcome = await Handler(EventTypes.MediaStored).HandleAsync(told, CancellationToken.None);

        Assert.Equal(EventTypes.ImageProcessed, Assert.Single(outcome.Told).Type);
        AssertAllFree("file bbbb", "POST /images/inspect");
    }

    // One a photo that is turned down by our own checks counts too: looking costs as much whatever it finds.
    [Fact]
    public async Task Looks_of_a_day_are_counted_whatever_they_find_and_their_end_is_told_once()
    {
        await KeepAsync("ccccphoto.png", [1, 2, 3]);
        await ExecuteAsync("insert into images.looks (workspace_id, conversation_id, day, count, tries) values (1, 7, @day, 0, 148)", new { day = _time.GetUtcNow().UtcDateTime.Date });
        var faults = new List<string?>();
        for (var n = 0; n < 5; n++)
        {
            var told = CloudEvent.Of(
                $"e{n}", Apps.Images, EventTypes.MediaStored, 1, 7, "portraits", _time.GetUtcNow(),
                new(7, $"m{n}", n % 2 == 0 ? MediaPurposes.Portrait : MediaPurposes.Proof, "ccccphoto.png"), ContractsJson.Default.MediaStored);
            var outcome = await Handler(EventTypes.MediaStored).HandleAsync(told, CancellationToken.None);
            faults.Add(outcome.Told[0].Data.Deserialize(ContractsJson.Default.ImageProcessed)!.Fault);
        }

        Assert.Equal([PhotoFaults.NoPhoto, PhotoFaults.NoPhoto, PhotoFaults.TooMany, PhotoFaults.TooManyAgain, PhotoFaults.TooManyAgain], faults);
    }

    [Fact]
    public async Task A_copy_of_a_persons_data_is_built_without_one_and_read_as_slowly_as_one_likes()
    {
        await KeepAsync("ddddfile.bin", new byte[100_000]);
        await ExecuteAsync(
            """
            insert into chat.media (workspace_id, conversation_id, message_provider_id, provider_media_id, store_key, size_bytes, stored_at)
            values (1, 7, 'm3', 'x', 'ddddfile.bin', 100000, now())
            """);
        var export = _app.GetRequiredService<PersonExport>();
        var asked = CloudEvent.Of(
            "e", Apps.Messages, EventTypes.ExportRequested, 1, 7, null, _time.GetUtcNow(), new(7, 1), ContractsJson.Default.ExportRequested);
        var link = (await export.HandleAsync(asked, CancellationToken.None)).Told[0].Data.Deserialize(ContractsJson.Default.ExportReady)!.Url;
        var token = link.Segments[^1];

        var readers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => export.OpenAsync(token, CancellationToken.None)));
        AssertAllFree("file dddd");

        // For all sixty it is read once; a photo is looked through before, to know how long it is without what it tells.
        Assert.Equal(2, _asked.Count(each => each.Asked == "file dddd"));
        Assert.Single(readers.Select(reader => reader!.Name).Distinct());
        Assert.True(await IsFreeAsync());
        Assert.All(readers, reader => Assert.InRange(reader!.Length, 100_000, 110_000));

        // Ten minutes later it is gone, but for those who read it just now.
        var file = readers[0]!.Name;
        _time.Advance(TimeSpan.FromMinutes(10.1));
        Assert.False(File.Exists(file));
        using var copy = new MemoryStream();
        await readers[0]!.CopyToAsync(copy);
        Assert.Equal(readers[0]!.Length, copy.Length);
        foreach (var reader in readers) await reader!.DisposeAsync();
    }

    private IEventHandler Handler(string type) => _app.GetServices<IEventHandler>().Single(handler => handler.Receiver == Apps.Images && handler.Type == type);

    private void AssertAllFree(params string[] asked)
    {
        Assert.All(_asked, each => Assert.True(each.IsFree, each.Asked));
        foreach (var each in asked) Assert.Contains(_asked, seen => seen.Asked == each);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = $"{context.Request.Method} {context.Request.Path}";
        await context.Request.Body.CopyToAsync(Stream.Null);
        await LookAsync(path);
        if (path == "GET /x.png")
        {
            context.Response.ContentType = "image/png";
            await context.Response.Body.WriteAsync(SamplePhotos.Png(1));
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(path switch
        {
            "GET /packs" => """[{"id":1,"slug":"a","title":"A pack","cover_url":"/x.png"}]""",
            "GET /p/1" => """{"id":1,"slug":"a","title":"A pack","cover_url":"/x.png","costs":{"man":{"cost":1,"num_images":12}}}""",
            "POST /p/1/tunes" => """{"id":9,"title":"order-1-1"}""",
            "GET /tunes/9" => """{"id":9,"title":"order-1-1","trained_at":"2026-01-01T00:00:00Z"}""",
            "GET /tunes/9/prompts" => """[{"id":1,"images":["/x.png"]}]""",
            "POST /images/inspect" => """{"name":"man"}""",
            _ => "{}",
        });
    }

    private async Task LookAsync(string asked) => _asked.Enqueue((asked, await IsFreeAsync()));

    private async Task<bool> IsFreeAsync()
    {
        try
        {
            await using var connection = await _app.GetRequiredService<WhatsAppBots.Data.Database>().General.OpenConnectionAsync();
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }

    private async Task KeepAsync(string key, byte[]? content = null)
    {
        var file = content ?? SamplePhotos.Png(2);
        await _app.GetRequiredService<IMediaStore>().WriteAsync(key, new MemoryStream(file), "image/png", CancellationToken.None);
    }

    private async Task<List<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        return (await Dapper.SqlMapper.QueryAsync<T>(connection, sql, parameters)).ToList();
    }

    private Task ExecuteAsync(string sql, object? parameters = null) => QueryAsync<object>(sql, parameters);

    /// <summary>A store that looks, whenever a file is opened, whether the connection is free.</summary>
    private sealed class Looking(IMediaStore inner, Func<string, Task> look) : IMediaStore
    {
        public Task WriteAsync(string key, Stream content, string contentType, CancellationToken cancellationToken) =>
            inner.WriteAsync(key, content, contentType, cancellationToken);

        public async Task<MediaFile?> OpenAsync(string key, CancellationToken cancellationToken)
        {
            await look(key);
            return await inner.OpenAsync(key, cancellationToken);
        }

        public async Task<bool> DeleteAsync(string key, CancellationToken cancellationToken)
        {
            await look(key);
            return await inner.DeleteAsync(key, cancellationToken);
        }
    }
}

file static class Effects
{
    public static async Task InvokeAsync(this EventEffect effect, WhatsAppBots.Data.Database database)
    {
        await using var connection = await database.General.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await effect(connection, transaction, CancellationToken.None);
        await transaction.CommitAsync();
    }
}
