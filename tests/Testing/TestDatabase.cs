using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Testing;

/// <summary>A migrated database of its own on the server of this test run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim _once = new(1, 1);
    private static string? _template;
    private static int _count;

    private readonly string _server;
    private readonly string _name;

    private TestDatabase(string server, string name)
    {
        (_server, _name) = (server, name);
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    /// <summary>Superuser's connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>Copies a database that was migrated once.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var server = await TestServer.StartAsync();
        await _once.WaitAsync();
        try
        {
            if (_template is null)
            {
                var name = $"template_{Environment.ProcessId}";
                await ExecuteAsync(server, $"create database {name}");
                await Migrator.RunAsync(
                    new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ConnectionString,
                    NullLogger.Instance, CancellationToken.None);
                _template = name;
            }
        }
        finally
        {
            _once.Release();
        }

        var database = new TestDatabase(server, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}");
        // A copy of the files costs half of what copying through the write-ahead log does, for a database as small as this one.
        await ExecuteAsync(server, $"create database {database._name} template {_template} strategy file_copy");
        return database;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await ExecuteAsync(_server, $"drop database if exists {_name} with (force)");

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
