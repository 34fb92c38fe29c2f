using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Npgsql;
using WhatsAppBots.Broker;
using WhatsAppBots.Functions.Tests.Host;
using WhatsAppBots.Simulator;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Functions.Tests;

/// <summary>
/// The five apps as they are built for Azure, each a process of its own under a host that speaks the worker's protocol, with the settings of
/// local.settings.sample.json, a broker between them and the simulator beside them.
/// </summary>
public sealed class AzureSite : IAsyncLifetime
{
    /// <summary>Name of the tests that share it, and run one after another.</summary>
    public const string Collection = "site";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-azure-");
    private readonly List<IAsyncDisposable> _running = [];
    private JsonObject _sample = null!;

    /// <summary>Folders of <c>functions</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Messages", "Images", "Admin", "Payments", "Maintenance"];

    public TestDatabase Database { get; private set; } = null!;

    public AmqpBroker Broker { get; private set; } = null!;

    public string SimulatorUrl { get; private set; } = "";

    public string Key { get; private set; } = "";

    /// <summary>Where each app is reached.</summary>
    public IReadOnlyDictionary<string, string> Urls { get; private set; } = null!;

    internal IReadOnlyDictionary<string, AppHost> Apps { get; private set; } = null!;

    /// <summary>A file of the repository.</summary>
    public static string Root(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WhatsAppBots.sln"))) return Path.Combine(folder.FullName, file);
        }

        throw new InvalidOperationException("The tests run outside the project's folder.");
    }

    /// <summary>Where an app's build lies.</summary>
    public static string Build(string app) => Root($"functions/{app}/bin/AzureStandIn/Debug/net10.0");

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        _running.Add(Database);
        var sample = JsonNode.Parse(await File.ReadAllTextAsync(Root("local.settings.sample.json")))!["Values"]!.AsObject();
        Key = await ApiKeys.MakeAsync(Database.ConnectionString);
        Urls = Names.Zip(FreePorts(Names.Count)).ToDictionary(pair => pair.First, pair => pair.Second);
        var simulator = SimulatorApp.Create(SimulatorSettings.Read(name => name switch
        {
            "SIMULATOR_URL" => "http://127.0.0.1:0",
            "WEBHOOK_URL" => Urls["Messages"] + "/webhook/whatsapp",
            "PAYMENTS_URL" => Urls["Payments"],
            _ => null,
        }));
        _running.Add(simulator);
        await simulator.StartAsync();
        SimulatorUrl = simulator.Urls.First();
        Broker = AmqpBroker.Start(Root("infra/servicebus/config.json"), TimeSpan.FromSeconds(15));
        _running.Add(Broker);
        _sample = sample;
        var apps = await Task.WhenAll(Names.Select(async app => (app, Host: await StartAsync(app, Urls[app]))));
        _running.AddRange(apps.Select(app => app.Host));
        Apps = apps.ToDictionary(app => app.app, app => app.Host);
    }

    /// <summary>Starts one more instance of an app; the caller disposes it.</summary>
    internal async Task<(string Url, IAsyncDisposable Host)> StartAnotherAsync(string app)
    {
        var url = FreePorts(1).Single();
        return (url, await StartAsync(app, url));
    }

    public async Task DisposeAsync()
    {
        foreach (var each in Enumerable.Reverse(_running)) await each.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Reads with a connection of its own.</summary>
    public async Task<T> QueryAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Counts the statements that wait for a lock.</summary>
    public Task<long> WaitingForALockAsync() =>
        QueryAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

    /// <summary>The database takes connections, or none.</summary>
    public async Task LetInAsync(bool connections)
    {
        var settings = new NpgsqlConnectionStringBuilder(Database.ConnectionString);
        var name = settings.Database;
        settings.Database = "postgres";
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"alter database {name} allow_connections {connections}", connection);
        await command.ExecuteNonQueryAsync();
        if (connections) return;
        command.CommandText = $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Holds tables, so that whoever writes to them waits until what is returned is disposed.</summary>
    public async Task<IAsyncDisposable> HoldAsync(string tables)
    {
        var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"begin; lock table {tables} in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task<AppHost> StartAsync(string app, string url)
    {
        var settings = _sample.ToDictionary(
            setting => setting.Key,
            string? (setting) => setting.Value!.ToString().Replace("http://127.0.0.1:7080", SimulatorUrl, StringComparison.Ordinal));
        settings["DATABASE_URL"] = Database.ConnectionString;
        settings["PUBLIC_URL"] = url;
        settings["MEDIA_STORE"] = _folder.FullName;
        settings["PORTRAITS_MIN_PHOTOS"] = "4";
        settings["SERVICEBUS_CONNECTION_STRING"] = Broker.ConnectionString;
        return await AppHost.StartAsync(Build(app), $"WhatsAppBots.{app}.dll", settings);
    }

    // Below those that the system gives to connections: one of these may take a port between this look and the app's start.
    private static IEnumerable<string> FreePorts(int count)
    {
        var listeners = new List<TcpListener>();
        while (listeners.Count < count)
        {
            var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(15_000, 32_000));
            try
            {
                listener.Start();
                listeners.Add(listener);
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }

        var urls = listeners.Select(listener => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}").ToList();
        listeners.ForEach(listener => listener.Stop());
        return urls;
    }
}

/// <summary>One site for all tests of it.</summary>
[CollectionDefinition(AzureSite.Collection)]
public sealed class AzureSiteCollection : ICollectionFixture<AzureSite>;
