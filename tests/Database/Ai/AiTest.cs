using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Ai;
using WhatsAppBots.BotKit;
using WhatsAppBots.Bots;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Messages;
using WhatsAppBots.Messaging;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Ai;

/// <summary>The Messages app with an AI in memory, on a database of its own; some people have a conversation each.</summary>
public abstract class AiTest : IAsyncLifetime
{
    protected const string Question = AskingBot.Question;

    private readonly List<ServiceProvider> _processes = [];

    protected ManualTime Time { get; } = new();
    protected FakeAi Ai { get; } = new();
    protected FakeInbox Inbox { get; } = new();
    protected IEnumerable<AiAnswered> Answers => Inbox.Told.Select(told => told.Event.Data.Deserialize(ContractsJson.Default.AiAnswered)!);
    protected TestDatabase Database { get; private set; } = null!;
    protected ServiceProvider App { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        await ExecuteAsync(
            """
            insert into chat.people (id, workspace_id, phone, created_at) select n, 1, '1555000' || n, now() from generate_series(1, 50) n;
            insert into chat.conversations (id, workspace_id, person_id, number_id, created_at) select 100 + n, 1, n, '1', now() from generate_series(1, 50) n;
            """);
        App = Start();
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>A further process on the same database.</summary>
    protected ServiceProvider Start(params string[] settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(_ => new WhatsAppBots.Data.Database(Database.ConnectionString));
        services.AddSingleton<IAi>(Ai);
        services.AddSingleton<IInbox>(Inbox);
        services.AddSingleton<IBot, AskingBot>();
        services.AddSingleton(new Numbers([KeyValuePair.Create("1", "asking")]));
        string[] all = ["OPENAI_API_KEY=k", "OPENAI_MODEL=m", .. settings];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all.Select(setting => setting.Split('=', 2))
            .GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => (string?)group.Last()[1])).Build();
        services.AddMessages(configuration);
        var process = services.BuildServiceProvider();
        _processes.Add(process);
        return process;
    }

    protected static Task DrainAsync(ServiceProvider process) => process.GetRequiredService<EventQueue>().DrainAsync(Apps.Messages, CancellationToken.None);

    protected string Body(string id, long person = 1, string task = Question, string bot = "asking", IReadOnlyList<string>? pictures = null) => JsonSerializer.Serialize(
        CloudEvent.Of(
            id, Apps.Messages, EventTypes.AiAsked, 1, 100 + person, bot, Time.GetUtcNow(),
            new AiAsked(100 + person, person, task, "r-" + id, JsonSerializer.SerializeToElement(new { n = 1 }), "hello", pictures ?? [], "en"),
            ContractsJson.Default.AiAsked),
        ContractsJson.Default.CloudEvent);

    /// <summary>A bot asked; whatever came of it is worked too.</summary>
    protected Task AskAsync(string id, long person = 1, string task = Question, ServiceProvider? process = null) =>
        HearAsync(process ?? App, Body(id, person, task));

    protected static Task HearAsync(ServiceProvider process, params string[] bodies) =>
        Task.WhenAll(bodies.Select(body => process.GetRequiredService<EventQueue>().HearAsync(Apps.Messages, body, CancellationToken.None)));

    /// <summary>What a conversation was told.</summary>
    protected AiAnswered Answer(string id) => Assert.Single(Answers, answer => answer.Request == "r-" + id);

    protected async Task<List<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = new Npgsql.NpgsqlConnection(Database.ConnectionString);
        return (await Dapper.SqlMapper.QueryAsync<T>(connection, sql, parameters)).ToList();
    }

    protected async Task<long> CountAsync(string from) => (await QueryAsync<long>($"select count(*) from {from}"))[0];

    protected Task ExecuteAsync(string sql) => QueryAsync<object>(sql);
}
