using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Images;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Database.Tests.Pictures;

/// <summary>The app that stores people's files, against a stand-in for Meta: a person's share of a day holds, whatever comes.</summary>
public sealed class MediaFetchTests : EngineTest
{
    private const int Size = 300 * 1024;

    private readonly string _folder = Directory.CreateTempSubdirectory("fetch-").FullName;
    private WebApplication _graph = null!;
    private ServiceProvider _app = null!;
    private int _downloads;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _graph = builder.Build();
        _graph.MapGet("/v23.0/{id}", (string id) => Results.Json(new { url = $"{_graph.Urls.First()}/file/{id}", mime_type = "application/pdf", file_size = Size }));
        _graph.MapGet("/file/{id}", (string id) =>
        {
            Interlocked.Increment(ref _downloads);
            return Results.Bytes([.. "%PDF-1.4"u8, .. new byte[Size - 8]], "application/pdf");
        });
        await _graph.StartAsync();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ENVIRONMENT"] = "development", ["WHATSAPP_API_URL"] = _graph.Urls.First() + "/v23.0", ["WHATSAPP_API_KEY"] = "token",
            ["MEDIA_STORE"] = _folder, ["PUBLIC_URL"] = "https://bots.example", ["MEDIA_MB_PER_PERSON_PER_DAY"] = "1",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(_ => new WhatsAppBots.Data.Database(Database.ConnectionString));
        services.AddImages(configuration);
        _app = services.BuildServiceProvider();
    }

    public override async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _graph.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Files_OfOnePerson_AreStoredUpToTheirShareOfADay_WhateverNumberTheyWriteTo()
    {
        await Host.SayAsync("15550001", "hi");
        await Host.SayAsync("15550002", "hi");
        var conversations = await QueryAsync<long>("select id from chat.conversations order by id");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => FetchAsync(conversations[0], $"w{n}", isWanted: true)));
        await FetchAsync(conversations[1], "other", isWanted: true);
        await FetchAsync(conversations[1], "unwanted", isWanted: false);

        Assert.Equal(3, await CountAsync($"chat.media where conversation_id = {conversations[0]} and store_key is not null and size_bytes = {Size}"));
        Assert.Equal(5, await CountAsync($"chat.media where conversation_id = {conversations[0]} and store_key is null and error = '{MediaLeft.TooMuch}'"));
        Assert.Equal(1, await CountAsync($"chat.media where conversation_id = {conversations[1]} and store_key is not null"));
        Assert.Equal(1, await CountAsync($"chat.media where error = '{MediaLeft.NotFetched}'"));
        Assert.Equal(4, Directory.EnumerateFiles(_folder, "*.pdf", SearchOption.AllDirectories).Count());

        // Once nothing is left no more is even fetched, until the next day.
        var before = _downloads;
        await ExecuteAsync("update chat.media_days set bytes = 1048576");
        await FetchAsync(conversations[0], "more", isWanted: true);
        Assert.Equal(before, _downloads);
        Time.Advance(TimeSpan.FromDays(1));
        await FetchAsync(conversations[0], "tomorrow", isWanted: true);
        Assert.Equal(4, await CountAsync($"chat.media where conversation_id = {conversations[0]} and store_key is not null"));
    }

    private async Task FetchAsync(long conversation, string message, bool isWanted)
    {
        var handler = _app.GetServices<IEventHandler>().Single(handler => handler.Type == EventTypes.UserMediaReceived);
        var outcome = await handler.HandleAsync(
            CloudEvent.Of(
                message, Apps.Messages, EventTypes.UserMediaReceived, 1, conversation, null, Time.GetUtcNow(),
                new(conversation, "1000", message, "media-" + message, "document", "application/pdf", null, null, isWanted),
                ContractsJson.Default.UserMediaReceived),
            CancellationToken.None);
        var database = _app.GetRequiredService<WhatsAppBots.Data.Database>();
        await database.UseAsync(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await outcome.Write!(connection, transaction, CancellationToken.None);
                await transaction.CommitAsync();
            },
            CancellationToken.None);
        if (outcome.After is { } after) await after(CancellationToken.None);
    }
}
