using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using WhatsAppBots.LocalPostgres;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.Benchmarks;

/// <summary>A fresh durable PostgreSQL, a Graph stand-in in this process, and hosts in processes of their own.</summary>
internal sealed class Bench : IAsyncDisposable
{
    public const string Number = "100000000000002";
    public const string HabitsNumber = "100000000000003";
    private const string Secret = "app-secret";

    private static readonly string _root = Root();

    private readonly DirectoryInfo _folder;
    private readonly PostgresServer? _postgres;
    private HostProcess? _host;
    private MetaWebhooks? _webhooks;

    private Bench(DirectoryInfo folder, PostgresServer? postgres, string database, GraphStandIn graph) =>
        (_folder, _postgres, Database, Graph) = (folder, postgres, database, graph);

    public GraphStandIn Graph { get; }

    public string Database { get; }

    public HostProcess Host => _host!;

    public Load Load { get; private set; } = null!;

    public MetaWebhooks Webhooks => _webhooks!;

    /// <summary>BENCH_DATABASE names a server to be profiled; its CPU is then not counted.</summary>
    public static async Task<Bench> StartAsync()
    {
        await PublishAsync();

        // On a disk, not in memory: what fsync costs is part of what is measured.
        var folder = Directory.CreateDirectory($"/var/tmp/whatsappbots-bench-{Environment.ProcessId}");
        if (Environment.GetEnvironmentVariable("BENCH_DATABASE") is { Length: > 0 } given) return new Bench(folder, null, given, await GraphStandIn.StartAsync());
        var postgres = await PostgresServer.StartAsync(new PostgresOptions { DataFolder = folder.FullName }, NullLogger.Instance, CancellationToken.None);
        return new Bench(folder, postgres, postgres.ConnectionString, await GraphStandIn.StartAsync());
    }

    /// <summary>Starts the product's host, in place of the one before.</summary>
    /// <param name="paced">With Meta's limits of sending.</param>
    /// <param name="withLedger">With the bot of <see cref="LedgerHost"/>, in this program.</param>
    public async Task StartHostAsync(bool paced = false, bool withLedger = false)
    {
        await StopHostAsync();
        var rate = paced ? ("80", "45/6s") : ("off", "off");
        var numbers = $"{Number}=echo,{HabitsNumber}=habits";
        _host = await HostProcess.StartAsync(
            withLedger ? Path.Combine(AppContext.BaseDirectory, "WhatsAppBots.Benchmarks.dll") : Path.Combine(Published,
                "WhatsAppBots.Standalone.dll"),
            new Dictionary<string, string>(withLedger ? [new(LedgerHost.Setting, "1")] : [])
            {
                ["DATABASE_URL"] = Database, ["WHATSAPP_API_URL"] = Graph.Url, ["WHATSAPP_API_KEY"] = "token",
                ["WHATSAPP_APP_SECRET"] = Secret,
                ["WHATSAPP_NUMBERS"] = withLedger ? $"{numbers},{LedgerHost.Number}={LedgerHost.Bot}" : numbers,
                ["LOG_LEVEL"] = "Warning",
                ["WHATSAPP_RATE_PER_NUMBER"] = rate.Item1, ["WHATSAPP_RATE_PER_PAIR"] = rate.Item2, ["ENVIRONMENT"] = "development",
                ["DATA_FOLDER"] = _folder.FullName,
            });
        Connect();
    }

    /// <summary>Starts the host without a database, in place of the one before.</summary>
    public async Task StartBareAsync()
    {
        await StopHostAsync();
        var url = $"http://127.0.0.1:{HostProcess.FreePort()}";
        _host = HostProcess.Launch(
            Path.Combine(AppContext.BaseDirectory, "WhatsAppBots.Benchmarks.dll"),
            new Dictionary<string, string> { ["BARE_GRAPH"] = Graph.Url, ["BARE_SECRET"] = Secret }, url);
        using var http = new HttpClient();
        for (var n = 0; n < 200; n++)
        {
            try
            {
                using var answer = await http.GetAsync(url);
                break;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        Connect();
    }

    public async Task StopHostAsync()
    {
        _webhooks?.Dispose();
        if (_host is not null) await _host.DisposeAsync();
        (_host, _webhooks) = (null, null);
    }

    public Task<Costs> CostsAsync() => Costs.ReadAsync(Host.Cpu, _postgres?.ProcessId ?? 0, Database);

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 3600 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A transaction that reads the present and holds on to it until it is disposed of.</summary>
    public async Task<NpgsqlConnection> OpenSnapshotAsync()
    {
        var connection = new NpgsqlConnection(Database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("begin isolation level repeatable read; select count(*) from chat.people", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>pgbench's rate for one transaction a message of the same shape: what a database does, row by row.</summary>
    /// <returns>Transactions a second; null where there is no pgbench.</returns>
    public async Task<double?> PgbenchAsync(TimeSpan howLong)
    {
        await ExecuteAsync(Shape.Setup);
        var script = Path.Combine(_folder.FullName, "shape.sql");
        await File.WriteAllTextAsync(script, Shape.Transaction);
        var own = new NpgsqlConnectionStringBuilder(Database);
        var start = new ProcessStartInfo("pgbench",
            ["-n", "-M", "prepared", "-c", "50", "-j", "2", "-T", $"{(int)howLong.TotalSeconds}", "-f", script, "-h", own.Host!, "-p", $"{own.Port}", "-U", own.Username!, own.Database!])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = own.Password;
        try
        {
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            var line = output.Split('\n').FirstOrDefault(text => text.StartsWith("tps = ", StringComparison.Ordinal));
            return line is null ? null : double.Parse(line.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopHostAsync();
        await Graph.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string Published => Path.Combine(_root, "artifacts", "bench");

    // The host as it is deployed, by the command of infra/docker/standalone.Dockerfile.
    private static async Task PublishAsync()
    {
        var start = new ProcessStartInfo("dotnet",
            ["publish", "infra/standalone", "--configuration", "Release", "--no-self-contained", "-p:PublishReadyToRun=true", "--output", Published])
        {
            WorkingDirectory = _root, RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The host cannot be published:\n{output}");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WhatsAppBots.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("WhatsAppBots.sln is in no folder above this program.");
    }

    private void Connect()
    {
        _webhooks = new MetaWebhooks(Secret, Host.Url);
        Load = new Load(Graph, _webhooks);
    }
}
