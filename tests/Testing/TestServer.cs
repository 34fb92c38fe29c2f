using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

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
        var root = Environment.UserName == "root";
        if (root) await RunAsync("chown", "postgres", folder);
        var port = FreePort();
        await RunAsync(AsOther(root, "initdb", "-D", $"{folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"));
        await RunAsync(AsOther(
            root, "pg_ctl", "-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-o",
            $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=300", "start"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            RunAsync(AsOther(root, "pg_ctl", "-D", $"{folder}/data", "-m", "immediate", "stop")).Wait();
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    private static string[] AsOther(bool root, params string[] command) => root ? ["runuser", "-u", "postgres", "--", .. command] : command;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(params string[] command)
    {
        // The server keeps the standard streams it is given, so none are redirected: reading them to the end would never end.
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}.");
    }
}
