using System.Diagnostics;
using System.Text.Json;
using Dapper;
using Npgsql;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Transport;

/// <summary>Processes of apps that tell each other of things, on a database of their own.</summary>
public abstract class TransportTest : IAsyncLifetime
{
    /// <summary>A type that images and payments receive.</summary>
    protected const string Shared = EventTypes.PersonErased;

    private readonly List<Process> _processes = [];

    /// <summary>The clock of all of them.</summary>
    protected ManualTime Time { get; } = new();

    /// <summary>The bus; null: PostgreSQL is all there is.</summary>
    protected IBroker? Broker { get; private set; }

    private TestDatabase Database { get; set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Broker = await StartBrokerAsync();
        Database = await TestDatabase.CreateAsync();
        await QueryAsync<int>("create table effects (app text, event_id text)");
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        if (Broker is not null) await Broker.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>The bus that is tried; null: none.</summary>
    protected abstract Task<IBroker?> StartBrokerAsync();

    /// <summary>Starts a process.</summary>
    protected async Task<Process> StartAsync(string app, params IEventHandler[] handlers) => await StartAsync(app, null, handlers);

    /// <summary>Starts a process that publishes on a topic of the test's.</summary>
    protected async Task<Process> StartAsync(string app, IBusTopic? topic, params IEventHandler[] handlers)
    {
        var process = await Process.StartAsync(Database.ConnectionString, Time, app, Broker, topic, handlers);
        _processes.Add(process);
        return process;
    }

    /// <summary>Ends a process now.</summary>
    protected async Task KillAsync(Process process)
    {
        _processes.Remove(process);
        await process.DisposeAsync();
    }

    /// <summary>An event of this type; its id is unique on a broker that remembers earlier tests.</summary>
    protected CloudEvent Event(string type = Shared, string? name = null, int padding = 0) => new()
    {
        Id = $"{name ?? "e"}-{Guid.NewGuid():N}", Source = "/test", Type = type, Subject = "1", Workspace = 1, Time = Time.GetUtcNow(),
        Data = JsonSerializer.SerializeToElement(new { padding = new string('.', padding) }),
    };

    /// <summary>Effects of an event, by app.</summary>
    protected Task<List<string>> EffectsAsync(CloudEvent e) =>
        QueryAsync<string>("select app from effects where event_id = @Id order by app", new { e.Id });

    /// <summary>Reads with a connection of its own.</summary>
    protected async Task<List<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        return (await connection.QueryAsync<T>(sql, parameters)).ToList();
    }

    /// <summary>The database takes connections, or none.</summary>
    protected async Task LetInAsync(bool connections)
    {
        var settings = new NpgsqlConnectionStringBuilder(Database.ConnectionString);
        var name = settings.Database;
        settings.Database = "postgres";
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.ExecuteAsync($"alter database {name} allow_connections {connections}");
        if (connections) return;
        await connection.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = @name", new { name });
        await using var own = new NpgsqlConnection(Database.ConnectionString);
        NpgsqlConnection.ClearPool(own);
    }

    /// <summary>Waits until it is so.</summary>
    protected async Task EventuallyAsync(Func<Task<bool>> isSo, string what)
    {
        var (began, patience) = (Stopwatch.GetTimestamp(), Broker?.Patience ?? TimeSpan.FromSeconds(20));
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < patience, what);
            await Task.Delay(20);

            // Without a bus a process finds by its sweep, every five seconds, what another wrote. Here it need not be waited for.
            if (Broker is not null) continue;
            foreach (var process in _processes) await process.SweepAsync();
        }
    }

    /// <summary>Waits until an event has had its effect on these apps, and nothing of it is left.</summary>
    protected async Task HasEffectAsync(CloudEvent e, params string[] apps)
    {
        await EventuallyAsync(async () => (await EffectsAsync(e)).Count >= apps.Length, $"{e.Id} has no effect.");
        await EventuallyAsync(async () => await CountAsync("events.queue", e) == 0, $"{e.Id} is still in a queue.");
        Assert.Equal(apps.Order(), await EffectsAsync(e));
    }

    /// <summary>Rows of an event.</summary>
    protected async Task<long> CountAsync(string table, CloudEvent e) =>
        (await QueryAsync<long>($"select count(*) from {table} where {(table == "events.dead_letters" ? "cause" : "event_id")} = @Id", new { e.Id }))[0];
}
