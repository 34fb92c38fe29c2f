using Microsoft.Extensions.Logging.Abstractions;
using WhatsAppBots.LocalPostgres;

namespace WhatsAppBots.Testing;

/// <summary>The PostgreSQL server of this test run: TEST_DATABASE_URL, or one of our own that ends with the process.</summary>
public static class TestServer
{
    private static readonly Lazy<Task<string>> _server = new(StartOwnAsync);

    /// <summary>Connection string of a superuser.</summary>
    public static Task<string> StartAsync() =>
        Environment.GetEnvironmentVariable("TEST_DATABASE_URL") is { Length: > 0 } url ? Task.FromResult(url) : _server.Value;

    /// <summary>A server of its own, which knows no role and no database of ours. It stops when it is disposed of.</summary>
    /// <param name="folder">Where its data live; whoever made it deletes it.</param>
    public static Task<PostgresServer> StartNewAsync(string folder)
    {
        // A temporary folder is closed to others, and as root the server runs as another user.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        }

        return PostgresServer.StartAsync(
            new PostgresOptions { DataFolder = folder, Durable = false }, NullLogger.Instance, CancellationToken.None);
    }

    private static async Task<string> StartOwnAsync()
    {
        var folder = Directory.CreateTempSubdirectory("whatsappbots-test-").FullName;
        var server = await StartNewAsync(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.DisposeAsync().AsTask().Wait();
            Directory.Delete(folder, recursive: true);
        };
        return server.ServerConnectionString;
    }
}
