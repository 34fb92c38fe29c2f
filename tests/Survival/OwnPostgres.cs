using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsAppBots.LocalPostgres;

namespace WhatsAppBots.Survival.Tests;

/// <summary>A durable PostgreSQL of one trial, to be killed and started again where it was.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-survival-");
    private readonly int _port = Traffic.HostProcess.FreePort();
    private PostgresServer? _server;

    public string ConnectionString => _server!.ConnectionString;

    public static async Task<OwnPostgres> StartAsync()
    {
        var own = new OwnPostgres();

        // As root the server runs as another user, who must reach its folder.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(own._folder.FullName, (UnixFileMode)0b111_101_101);
        own._server = await own.RunAsync();
        return own;
    }

    /// <summary>kill -9 of every process of the server.</summary>
    public void Kill()
    {
        var postmaster = _server!.ProcessId;
        var all = Process.GetProcessesByName("postgres").Where(process => Parent(process.Id) == postmaster).ToList();
        Process.GetProcessById(postmaster).Kill();
        foreach (var process in all) process.Kill();
    }

    /// <summary>Starts it where it was; it recovers first.</summary>
    public async Task RestartAsync() => await (await RunAsync()).DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task<PostgresServer> RunAsync() => PostgresServer.StartAsync(
        new PostgresOptions { DataFolder = _folder.FullName, Port = _port }, NullLogger.Instance, CancellationToken.None);

    // The fourth field of the line, behind a name in brackets.
    private static int? Parent(int process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(line[(line.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
