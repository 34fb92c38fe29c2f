using System.Collections.Concurrent;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Admin;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations;
using WhatsAppBots.Images;
using WhatsAppBots.Maintenance;
using WhatsAppBots.Messages;
using WhatsAppBots.Messaging;
using WhatsAppBots.Payments;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests.Security;

/// <summary>The five apps apart, each with a login that is in its group role and nothing else.</summary>
public sealed class LoginSite : IAsyncLifetime
{
    private readonly string _tag = Guid.NewGuid().ToString("N")[..8];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-login-");
    private readonly Dictionary<string, AppHost> _apps = [];
    private readonly Complaints _complaints = new();
    private WebApplication _gate = null!;
    private Data.Database _owner = null!;

    public TestDatabase Database { get; private set; } = null!;

    public string Url { get; private set; } = "";

    internal Providers Providers { get; private set; } = null!;

    /// <summary>What the apps warned of.</summary>
    public IReadOnlyCollection<string> Warnings => _complaints.Lines;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Url = $"http://127.0.0.1:{HostProcess.FreePort()}";
        Providers = await Providers.StartAsync(Url);
        var settings = new Dictionary<string, string>(Providers.Settings) { ["MEDIA_STORE"] = _folder.FullName };
        _owner = new Data.Database(Database.ConnectionString);
        var bells = new EventBells(new EventRouting(overBus: false));
        IBell Bell(IServiceProvider _) => _apps[Apps.Messages].Services.GetRequiredService<IBell>();

        await StartAsync(Apps.Messages, typeof(MessagesApp), MessagesApp.AddMessages, _ => { });
        await StartAsync(Apps.Images, typeof(ImagesApp), ImagesApp.AddImages, _ => { });
        await StartAsync(Apps.Payments, typeof(PaymentsApp), PaymentsApp.AddPayments, _ => { });
        await StartAsync(Apps.Maintenance, typeof(MaintenanceApp), MaintenanceApp.AddMaintenance, services => services.AddSingleton(Bell));
        await StartAsync(Apps.Admin, typeof(AdminApp), AdminApp.AddAdmin, services => services.AddSingleton(Bell));
        _gate = await AppHost.GatherAsync(Url, [.. _apps.Values]);

        async Task StartAsync(string app, Type any, Func<IServiceCollection, IConfiguration, IServiceCollection> add, Action<IServiceCollection> share)
        {
            var login = $"{app}_{_tag}";
            await ExecuteAsync($"create role {login} login password '{login}' in role whatsappbots_{app}");
            var connection = new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Username = login, Password = login }.ConnectionString;
            _apps[app] = await AppHost.StartAsync(any, add, settings, connection, _owner, _complaints, services =>
            {
                services.AddSingleton(bells);
                share(services);
            });
        }
    }

    public async Task DisposeAsync()
    {
        await _gate.DisposeAsync();
        foreach (var app in _apps.Values.Reverse()) await app.DisposeAsync();
        await Providers.DisposeAsync();
        await _owner.DisposeAsync();
        await Database.DisposeAsync();
        await using var connection = new NpgsqlConnection(await TestServer.StartAsync());
        foreach (var app in _apps.Keys) await connection.ExecuteAsync($"drop role {app}_{_tag}");
        _folder.Delete(recursive: true);
    }

    /// <summary>Runs something an app has registered, as that app.</summary>
    public T Of<T>(string app)
        where T : notnull => _apps[app].Services.GetRequiredService<T>();

    /// <summary>As the owner.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.ExecuteAsync(sql);
    }

    /// <summary>As the owner.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        return (await connection.QueryAsync<T>(sql)).ToList();
    }

    private sealed class Complaints : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            _lines.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
