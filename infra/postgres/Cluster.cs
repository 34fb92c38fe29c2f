using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace WhatsAppBots.LocalPostgres;

/// <summary>A data folder and the programs that serve it.</summary>
internal sealed class Cluster(Binaries binaries, string folder, OtherUser user)
{
    private readonly string _log = folder + "/server.log";

    public Binaries Binaries => binaries;

    public bool Exists => MajorOf(folder) is not null;

    private string Data => Path.Combine(folder, "data");

    /// <summary>The major version that made the data in a cluster's folder; null where there is none.</summary>
    public static int? MajorOf(string folder)
    {
        var file = Path.Combine(folder, "data", "PG_VERSION");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim().Split('.')[0], CultureInfo.InvariantCulture, out var major) ? major : null;
    }

    public async Task InitialiseAsync(string password, CancellationToken cancellationToken)
    {
        await user.OwnAsync(folder, cancellationToken);

        // Made under another name: an initialisation that was cut off is not taken for a cluster.
        var partial = Path.Combine(folder, "data.part");
        if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        var secret = Path.Combine(folder, "initial-password");
        await File.WriteAllTextAsync(secret, password, cancellationToken);
        await user.OwnFileAsync(secret, cancellationToken);
        try
        {
            var (exit, output) = await user.RunAsync(
                [
                    binaries.Of("initdb"), "-D", partial, "-U", "postgres", "-E", "UTF8", "--locale=C", "--auth=scram-sha-256",
                    $"--pwfile={secret}",
                ],
                null, cancellationToken);
            if (exit != 0) throw new PostgresFailedException($"initdb ended with {exit}: {output.Trim()}");
            Directory.Move(partial, Data);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    /// <summary>Starts the server; what a crash left is recovered.</summary>
    /// <returns>The port.</returns>
    public async Task<int> StartAsync(int port, bool durable, CancellationToken cancellationToken)
    {
        await user.OwnAsync(folder, cancellationToken);
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = "",
            ["max_connections"] = "200",
            ["shared_buffers"] = "256MB",
            ["wal_compression"] = "on",
            ["max_wal_size"] = "2GB",
            ["checkpoint_timeout"] = "15min",
            ["jit"] = "off",
            ["fsync"] = durable ? "on" : "off",
            ["synchronous_commit"] = durable ? "on" : "off",
            ["full_page_writes"] = durable ? "on" : "off",
        };
        var (exit, _) = await user.RunAsync(
            [
                binaries.Of("pg_ctl"), "-D", Data, "-l", _log, "-w", "-t", "60", "-s",
                "-o", string.Join(' ', settings.Select(setting => $"-c {setting.Key}={setting.Value}")), "start",
            ],
            _log, cancellationToken);
        if (exit != 0) throw new PostgresFailedException($"PostgreSQL did not start. {LogTail()}");
        return port;
    }

    public async Task StopAsync() =>
        await user.RunAsync(
            [binaries.Of("pg_ctl"), "-D", Data, "-m", "fast", "-w", "-t", "20", "-s", "stop"], null, CancellationToken.None);

    /// <summary>The port of a server that is running already; null where there is none.</summary>
    public async Task<int?> RunningPortAsync(CancellationToken cancellationToken)
    {
        // One that was killed a moment ago may still be listed among the processes; it does not listen.
        for (var n = 0; n < 50 && RunningPid() is not null; n++)
        {
            if (Line(3) is { } port && await ListensAsync(port, cancellationToken)) return port;
            await Task.Delay(100, cancellationToken);
        }

        return RunningPid() is null ? null : Line(3);
    }

    /// <summary>The postmaster that serves this folder; a file left by one that died does not count.</summary>
    public int? RunningPid() => Line(0) is { } pid && IsPostgres(pid) ? pid : null;

    public string LogTail()
    {
        try
        {
            return "Its log ends: " + string.Join(" | ", File.ReadLines(_log).TakeLast(5));
        }
        catch (IOException)
        {
            return "It left no log.";
        }
    }

    private int? Line(int index)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(Data, "postmaster.pid"));
            return lines.Length > index && int.TryParse(lines[index].Trim(), CultureInfo.InvariantCulture, out var number) ? number : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool IsPostgres(int pid)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
