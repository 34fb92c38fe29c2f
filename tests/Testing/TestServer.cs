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

    private static async Task<string> StartOwnAsync()
    {
        var folder = Directory.CreateTempSubdirectory("whatsappbots-test-").FullName;

        // A temporary folder is closed to others, and as root the server runs as another user.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        }

        var server = await PostgresServer.StartAsync(
            new PostgresOptions { DataFolder = folder, Durable = false }, NullLogger.Instance, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.DisposeAsync().AsTask().Wait();
            Directory.Delete(folder, recursive: true);
        };
        return server.ServerConnectionString;
    }
}
