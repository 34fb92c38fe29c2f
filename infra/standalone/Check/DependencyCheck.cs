using Npgsql;
using WhatsAppBots.Conversations;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.LocalPostgres;
using WhatsAppBots.WhatsApp;

namespace WhatsAppBots.Standalone.Check;

/// <summary>Check of everything a host depends on. It reads, changes nothing but one file it deletes, and needs no host to run.</summary>
internal sealed class DependencyCheck(IConfiguration configuration, Database database, DatabaseTime time, CheckedServices services)
{
    private const string Migrate = "run the command migrate, as the database's owner";

    // A running host's own, or done by a probe or a method here.
    private static readonly string[] _done = ["postgresql", "clock", "environment", "engine", "ai", "whatsapp", "twilio"];

    // Nobody waits for an answer here, as somebody does for /health.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly HttpClient _http = new() { Timeout = _patience };

    /// <summary>One line for each dependency, some with more than one.</summary>
    public async Task<IReadOnlyList<CheckLine>> RunAsync(CancellationToken cancellationToken)
    {
        var checks = await Task.WhenAll(
        [
            DatabaseAsync(cancellationToken), LocalAsync(cancellationToken), Task.FromResult(Backups()), AddressAsync(), HostAsync(),
            Task.FromResult(StandIns()),
            .. Probe.Of(configuration).Select(async probe => new[] { await probe.RunAsync() }.AsEnumerable()),
        ]);
        return [.. checks.SelectMany(lines => lines).DistinctBy(line => (line.Name, line.Detail))];
    }

    private async Task<IEnumerable<CheckLine>> DatabaseAsync(CancellationToken cancellationToken)
    {
        const string Name = "postgresql";
        if (configuration["DATABASE_URL"] is not { Length: > 0 })
        {
            var origin = PostgresServer.FindPrograms(Settings.DataFolder(configuration));
            return [new(CheckState.Ok, Name, $"started with the host; its programs are {origin ?? "fetched from npm"}")];
        }

        try
        {
            await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
            var lines = new List<CheckLine> { new(CheckState.Ok, Name, $"version {connection.PostgreSqlVersion}") };
            var pending = await Migrator.PendingAsync(connection);
            lines.Add(pending.Count == 0
                ? new(CheckState.Ok, "schema", "up to date")
                : new(CheckState.Missing, "schema", $"{pending.Count} migrations, from {pending[0]} on: {Migrate}"));
            lines.Add(await ClockAsync(cancellationToken));
            if (pending.Count == 0) lines.AddRange(await NumbersAsync(cancellationToken));
            return lines;
        }
        catch (PostgresException e)
        {
            return [new(CheckState.Wrong, Name, e.SqlState switch
            {
                PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                    "it refuses the user or the password in DATABASE_URL",
                PostgresErrorCodes.InvalidCatalogName => "there is no database of the name in DATABASE_URL",
                _ => e.MessageText,
            })];
        }
        catch (NpgsqlException e)
        {
            return [new(CheckState.Wrong, Name, $"no server answers at the address in DATABASE_URL: {e.Message}")];
        }
        catch (Exception e) when (e is TimeoutException or MigrationException or ChangedHistoryException or InvalidOperationException)
        {
            return [new(CheckState.Wrong, Name, e.Message)];
        }
    }

    private async Task<CheckLine> ClockAsync(CancellationToken cancellationToken)
    {
        await time.MeasureAsync(database.General, cancellationToken);
        if (ClockWatch.Fault(time, HostEnvironment.IsProduction(configuration)) is { } fault) return new(CheckState.Wrong, "clock", fault);
        try
        {
            return new(CheckState.Ok, "clock", ClockWatch.Describe(time));
        }
        catch (InvalidOperationException e)
        {
            return new(CheckState.Wrong, "clock", e.Message, IsNeeded: false);
        }
    }

    private async Task<IEnumerable<CheckLine>> NumbersAsync(CancellationToken cancellationToken) =>
        (await services.Get<StoppedNumbers>().ListAsync(cancellationToken)).Select(number => new CheckLine(
            CheckState.Wrong, "numbers",
            $"{PhoneMask.Mask(number.NumberId)} may not send: {$"error {number.Code} {number.Reason}".TrimEnd()}; "
                + $"{number.Waiting} messages wait"));

    // The apps' own checks of this machine: disk, fonts, programs.
    private async Task<IEnumerable<CheckLine>> LocalAsync(CancellationToken cancellationToken) => await Task.WhenAll(
        services.Get<IEnumerable<HealthCheck>>().DistinctBy(check => check.Name).Where(check => !_done.Contains(check.Name))
            .Select(check => RunAsync(check, cancellationToken)));

    private async Task<CheckLine> RunAsync(HealthCheck check, CancellationToken cancellationToken)
    {
        try
        {
            var detail = Task.Run(() => check.CheckAsync(services.Provider, cancellationToken), cancellationToken);
            return new(CheckState.Ok, check.Name, await detail.WaitAsync(_patience, cancellationToken));
        }
#pragma warning disable CA1031 // The fault is what the line reports, whatever it is.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new(CheckState.Wrong, check.Name, e.Message, check.Required);
        }
    }

    private IEnumerable<CheckLine> Backups()
    {
        if (configuration["BACKUP_FOLDER"] is not { Length: > 0 }) return [];
        const string Debian = "/usr/lib/postgresql";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(Directory.Exists(Debian) ? Directory.GetDirectories(Debian).Select(version => Path.Combine(version, "bin")) : []);
        var program = OperatingSystem.IsWindows() ? "pg_dump.exe" : "pg_dump";
        return [folders.Any(folder => File.Exists(Path.Combine(folder, program)))
            ? new(CheckState.Ok, "pg_dump", "installed")
            : new(CheckState.Missing, "pg_dump", "backups need it (Debian: apt-get install postgresql-client)")];
    }

    private IEnumerable<CheckLine> StandIns() =>
        HostEnvironment.IsProduction(configuration) || configuration["WHATSAPP_API_URL"] is { Length: > 0 }
            ? []
            : [new(CheckState.Ok, "whatsapp", "the simulator stands in, and starts with the host")];

    // The host need not run, so neither of these makes the check fail.
    private async Task<IEnumerable<CheckLine>> AddressAsync() => configuration["PUBLIC_URL"]?.Trim() is { Length: > 0 } url
        ? [await HealthAsync("public address", url, "no host answers at PUBLIC_URL: start the host and the tunnel or proxy before it")]
        : [];

    private async Task<IEnumerable<CheckLine>> HostAsync() =>
        [await HealthAsync("host", Settings.OwnUrl(configuration), "none runs here at the moment")];

    private static async Task<CheckLine> HealthAsync(string name, string url, string otherwise)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(url.TrimEnd('/') + "/health"), HttpCompletionOption.ResponseHeadersRead);
            return response.IsSuccessStatusCode
                ? new(CheckState.Ok, name, "answers")
                : new(CheckState.Wrong, name, $"answers {(int)response.StatusCode}: see /health", IsNeeded: false);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or UriFormatException or InvalidOperationException)
        {
            return new(CheckState.Missing, name, otherwise, IsNeeded: false);
        }
    }
}
