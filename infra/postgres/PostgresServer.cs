using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace WhatsAppBots.LocalPostgres;

/// <summary>
/// A PostgreSQL server of our own. Who starts it stops it; a second process that finds it running uses it and leaves it be.
/// A server whose owner was killed goes on and is found by the next start, which then owns it.
/// </summary>
public sealed partial class PostgresServer : IAsyncDisposable
{
    private const string Database = "whatsappbots";

    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(60);

    private readonly Cluster _cluster;
    private readonly FileStream? _owner;

    private PostgresServer(Cluster cluster, FileStream? owner, int port, string password)
    {
        (_cluster, _owner) = (cluster, owner);
        ServerConnectionString = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = port, Username = "postgres", Password = password, Database = "postgres",
        }.ConnectionString;
        ConnectionString = new NpgsqlConnectionStringBuilder(ServerConnectionString) { Database = Database }.ConnectionString;
    }

    /// <summary>Superuser on our database.</summary>
    public string ConnectionString { get; }

    /// <summary>Superuser on the database <c>postgres</c>: tests make databases of their own.</summary>
    public string ServerConnectionString { get; }

    /// <summary>The server's version.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Where its programs come from.</summary>
    public string Origin => _cluster.Binaries.Origin;

    /// <summary>The postmaster's process id.</summary>
    public int ProcessId => _cluster.RunningPid() ?? 0;

    /// <summary>Finds the programs, makes the cluster where there is none, and starts or finds its server.</summary>
    /// <exception cref="PostgresNotFoundException">No PostgreSQL can be had.</exception>
    /// <exception cref="PostgresFailedException">It did not start.</exception>
    public static async Task<PostgresServer> StartAsync(PostgresOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(Path.Combine(options.DataFolder, "postgres"));
        var binaries = await FindAsync(options, Cluster.MajorOf(folder), cancellationToken);
        Directory.CreateDirectory(options.DataFolder);
        var cluster = new Cluster(binaries, folder, OtherUser.Choose());

        // One starts or adopts at a time; the lock dies with its holder.
        using var starting = await LockAsync(folder + ".starting", _startTimeout, cancellationToken);
        var owner = TryLock(folder + ".owner");
        try
        {
            var password = await PasswordAsync(folder + ".password", cancellationToken);
            if (!cluster.Exists) await cluster.InitialiseAsync(password, cancellationToken);
            var port = await cluster.RunningPortAsync(cancellationToken) ?? await cluster.StartAsync(options.Port == 0 ? FreePort() : options.Port, options.Durable, cancellationToken);
            var server = new PostgresServer(cluster, owner, port, password);
            await server.WaitAsync(cancellationToken);
            Log.Started(logger, server.Version, server.Origin, folder);
            return server;
        }
        catch
        {
            owner?.Dispose();
            throw;
        }
    }

    /// <summary>Where PostgreSQL's programs are on this machine, without starting one; null: they have to be fetched.</summary>
    /// <param name="dataFolder">As <see cref="PostgresOptions.DataFolder"/>; data that are there need programs of their version.</param>
    public static string? FindPrograms(string dataFolder) =>
        BinariesSearch.Find(Cluster.MajorOf(Path.GetFullPath(Path.Combine(dataFolder, "postgres"))))?.Origin;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_owner is null) return;
        await _cluster.StopAsync();
        await _owner.DisposeAsync();
    }

    private static async Task<Binaries> FindAsync(PostgresOptions options, int? major, CancellationToken cancellationToken)
    {
        if (options.BinariesFolder is { } given) return new Binaries(given, $"given: {given}");
        if (BinariesSearch.Find(major) is { } found) return found;
        var platform = NpmBinaries.Platform ?? throw new PostgresNotFoundException("none is installed, and npm has none for this platform");
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var registry = Environment.GetEnvironmentVariable("npm_config_registry") ?? "https://registry.npmjs.org";

        // Not below a home folder: as root the programs run as another user, who must reach them.
        var cache = OperatingSystem.IsWindows() || Environment.UserName != "root"
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "whatsappbots")
            : "/var/cache/whatsappbots";
        return await new NpmBinaries(http, registry, cache, NpmBinaries.Pins).GetAsync(platform, major, cancellationToken);
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        // Recovery after a crash takes its time; connections are refused until it is over.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_startTimeout);
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ServerConnectionString + ";Pooling=false");
                await connection.OpenAsync(limit.Token);
                Version = connection.PostgreSqlVersion.ToString();
                await using var exists = new NpgsqlCommand($"select 1 from pg_database where datname = '{Database}'", connection);
                if (await exists.ExecuteScalarAsync(limit.Token) is not null) return;
                await using var create = new NpgsqlCommand($"create database {Database}", connection);
                await create.ExecuteNonQueryAsync(limit.Token);
                return;
            }
            catch (NpgsqlException) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(100, CancellationToken.None);
            }
            catch (Exception e) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new PostgresFailedException($"PostgreSQL did not answer within {_startTimeout.TotalSeconds} s ({e.Message}). {_cluster.LogTail()}");
            }
        }
    }

    private static async Task<string> PasswordAsync(string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file)) return (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
        var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(file, options);
        await writer.WriteAsync(password);
        return password;
    }

    private static async Task<FileStream> LockAsync(string file, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        while (true)
        {
            if (TryLock(file) is { } taken) return taken;
            await Task.Delay(100, limit.Token);
        }
    }

    private static FileStream? TryLock(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "PostgreSQL {Version} ({Origin}), data in {Folder}")]
        public static partial void Started(ILogger logger, string version, string origin, string folder);
    }
}
