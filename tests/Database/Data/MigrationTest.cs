using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Data;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Data;

/// <summary>An empty database of its own, and migrations of the test's.</summary>
public abstract class MigrationTest : IAsyncLifetime
{
    private string _name = "";

    protected static MigrationPatience Patience { get; } = new()
    {
        Lock = TimeSpan.FromMilliseconds(30), Pause = TimeSpan.FromMilliseconds(1), Tries = 3, Statement = TimeSpan.FromMilliseconds(500),
    };

    /// <summary>The superuser's.</summary>
    protected string Url { get; private set; } = "";

    /// <summary>Warnings of the migrator.</summary>
    protected Lines Warnings { get; } = new();

    public async Task InitializeAsync()
    {
        var server = await TestServer.StartAsync();
        _name = $"migrations_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.ExecuteAsync($"create database {_name}");
        Url = new NpgsqlConnectionStringBuilder(server) { Database = _name, Pooling = false }.ConnectionString;
    }

    public async Task DisposeAsync()
    {
        await using var connection = new NpgsqlConnection(await TestServer.StartAsync());
        await connection.ExecuteAsync($"drop database {_name} with (force)");
    }

    protected Task<IReadOnlyList<string>> RunAsync(params Migration[] migrations) => RunAsync(Url, Patience, migrations);

    protected async Task<IReadOnlyList<string>> RunAsync(string url, MigrationPatience patience, params Migration[] migrations)
    {
        await using var source = NpgsqlDataSource.Create(url);
        return await Migrator.RunAsync(source, migrations, patience, Warnings, CancellationToken.None);
    }

    /// <summary>A role that may log in and nothing else.</summary>
    protected async Task<string> StrangerAsync()
    {
        var name = $"stranger_{Guid.NewGuid():N}";
        await ExecuteAsync($"create role {name} login password 'p'");
        return new NpgsqlConnectionStringBuilder(Url) { Username = name, Password = "p" }.ConnectionString;
    }

    protected async Task<long> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Url);
        return await connection.QuerySingleAsync<long>(sql);
    }

    protected async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Url);
        await connection.ExecuteAsync(sql);
    }

    /// <summary>A transaction that stays open until it is disposed of.</summary>
    protected async Task<NpgsqlConnection> HoldAsync(string sql)
    {
        var connection = new NpgsqlConnection(Url);
        await connection.OpenAsync();
        await connection.ExecuteAsync($"begin; {sql}");
        return connection;
    }

    protected sealed class Lines : ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> All
        {
            get
            {
                lock (_lines) return [.. _lines];
            }
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines) _lines.Add(formatter(state, exception));
        }
    }
}
