using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Maintenance;
using WhatsAppBots.Maintenance.People;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>What people think of what they got: kept in a row an order, listed, handed over in a copy of their data, and erased but for its stars.</summary>
public sealed class RatingTests : EngineTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ratings-").FullName;
    private WhatsAppBots.Data.Database _connections = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _connections = new WhatsAppBots.Data.Database(Database.ConnectionString);

        // "1 5 lovely" rates order 1 with five stars.
        Bot.Override = (conversation, input) => new Transition("s", conversation.Data, input switch
        {
            MessageInput { Message.Content: TextContent { Body: var text } } when text.Split(' ', 3) is [var number, var stars, .. var words] =>
                [new RecordRating("portraits", Whole(number), 40 + Whole(number), "Headshots", Whole(stars), words.FirstOrDefault())],
            _ => [],
        });
    }

    public override async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Ratings_AreListedNewestFirstAndOneForEachOrder()
    {
        await Host.SayAsync("15550001", "1 2");
        Time.Advance(TimeSpan.FromHours(1));
        await Host.SayAsync("15550002", "1 5");
        await Host.SayAsync("15550001", "1 4 better, thanks");
        await Host.SayAsync("15550001", "2 3");
        await ExecuteAsync(
            """
            insert into platform.workspaces (name) values ('other');
            insert into chat.ratings (workspace_id, conversation_id, bot, number, stars, at)
            select id, 999, 'portraits', 1, 1, now() from platform.workspaces where name = 'other'
            """);

        var reader = new RatingQueries(new Workspace(_connections));
        var page = await reader.ListAsync(new PageRequest(null, 2), CancellationToken.None);
        var rest = await reader.ListAsync(new PageRequest(page.Items[^1].Id, 2), CancellationToken.None);
        Assert.Equal([(2, 3, (string?)null), (1, 5, null)], page.Items.Select(item => (item.Number!.Value, item.Stars, item.Feedback)));
        var first = Assert.Single(rest.Items);
        Assert.Equal(
            ("portraits", 1, 41L, "Headshots", 4, "better, thanks", Time.GetUtcNow()),
            (first.Bot, first.Number!.Value, first.OrderId!.Value, first.Title!, first.Stars, first.Feedback!, first.At));
        Assert.Equal(
            (await QueryAsync<long>("select c.id from chat.conversations c join chat.people p on p.id = c.person_id where phone = '15550001'"))[0],
            first.ConversationId);
    }

    [Fact]
    public async Task CopyOfThePersonsData_HasTheirRatingsAndNobodyElses()
    {
        await Host.SayAsync("15550001", "1 4 like it");
        await Host.SayAsync("15550002", "1 1 no");
        await using var app = Maintenance();
        var person = await PersonAsync("15550001");
        var export = app.GetRequiredService<PersonExport>();
        var asked = CloudEvent.Of(
            "e", Apps.Messages, EventTypes.ExportRequested, 1, 1, null, Time.GetUtcNow(), new(1, person), ContractsJson.Default.ExportRequested);
        var ready = (await export.HandleAsync(asked, CancellationToken.None)).Told[0];
        var link = System.Text.Json.JsonSerializer.Deserialize(ready.Data, ContractsJson.Default.ExportReady)!.Url;

        await using var file = await export.OpenAsync(link.Segments[^1], CancellationToken.None);
        await using var zip = await ZipArchive.CreateAsync(file!, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null);
        using var profile = new StreamReader(await zip.GetEntry("profile.json")!.OpenAsync());
        var rating = Assert.Single(JsonNode.Parse(await profile.ReadToEndAsync())!["ratings"]!.AsArray())!;
        Assert.Equal(
            (4, "like it", 1, "Headshots"),
            ((int)rating["stars"]!, rating["feedback"]!.ToString(), (int)rating["number"]!, rating["title"]!.ToString()));
    }

    [Fact]
    public async Task Erasure_KeepsTheStarsAndTheMonthAlone()
    {
        Time.Advance(TimeSpan.FromDays(10));
        await Host.SayAsync("15550001", "1 4 my daughter Zephyrine loves them");
        await Host.SayAsync("15550001", "2 5");
        await Host.SayAsync("15550002", "1 3 fine");
        var before = (await QueryAsync<string>("select to_jsonb(r)::text from chat.ratings r where stars = 3"))[0];
        await using var app = Maintenance();
        var erasure = app.GetServices<IEventHandler>().OfType<PersonErasure>().Single();
        var asked = CloudEvent.Of(
            "erase", Apps.Messages, EventTypes.ErasureRequested, 1, null, null, Time.GetUtcNow(), new(await PersonAsync("15550001")),
            ContractsJson.Default.ErasureRequested);
        var outcome = await erasure.HandleAsync(asked, CancellationToken.None);
        await using (var connection = await _connections.General.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await outcome.Write!(connection, transaction, CancellationToken.None);
            await transaction.CommitAsync();
        }

        var month = new DateTime(Time.GetUtcNow().Year, Time.GetUtcNow().Month, 1, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal([(4, month), (5, month)], await QueryAsync<(int, DateTime)>("select stars, at from chat.ratings where stars <> 3 order by stars"));
        Assert.Equal(2, await CountAsync(
            "chat.ratings where conversation_id is null and number is null and order_id is null and title is null and feedback is null"));
        Assert.Equal(before, (await QueryAsync<string>("select to_jsonb(r)::text from chat.ratings r where stars = 3"))[0]);
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private async Task<long> PersonAsync(string phone) => (await QueryAsync<long>("select id from chat.people where phone = @phone", new { phone }))[0];

    private ServiceProvider Maintenance()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ENVIRONMENT"] = "development", ["MEDIA_STORE"] = _folder, ["PUBLIC_URL"] = "https://bots.example",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(_ => new WhatsAppBots.Data.Database(Database.ConnectionString));
        return services.AddMaintenance(configuration).BuildServiceProvider();
    }
}
