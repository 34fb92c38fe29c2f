using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Maintenance.Upkeep;

/// <summary>Makes a backup, or asks for one, and reports what came of it. A backup nobody hears of failing is none.</summary>
public sealed partial class Backup(Database database, BackupOptions options, Reports reports, TimeProvider time, ILogger<Backup> logger)
{
    private const string Prefix = "whatsappbots-";
    private const string Suffix = ".dump";

    private static readonly TimeSpan _timeout = TimeSpan.FromHours(2);
    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>Does what is configured; nothing where nothing is.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.Folder is null && options.Hook is null) return;
        var started = time.GetTimestamp();
        try
        {
            var (what, bytes) = options.Folder is { } folder ? await DumpAsync(folder, cancellationToken) : await AskAsync(options.Hook!, cancellationToken);
            await reports.AddAsync("backup", true, new { what, bytes, seconds = (int)time.GetElapsedTime(started).TotalSeconds }, cancellationToken);
            Log.Made(logger, what, bytes);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, e);
            await reports.AddAsync("backup", false, new { error = e.Message }, cancellationToken);
        }
    }

    // Under another name until it is whole: what is there under its own name can be restored.
    private async Task<(string What, long Bytes)> DumpAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var name = Prefix + time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + Suffix;
        var file = Path.Combine(folder, name);
        var unfinished = file + ".part";
        try
        {
            await RunAsync(unfinished, cancellationToken);
            File.Move(unfinished, file);
        }
        finally
        {
            File.Delete(unfinished);
        }

        foreach (var old in Directory.GetFiles(folder, $"{Prefix}*{Suffix}").Order(StringComparer.Ordinal).SkipLast(options.Kept)) File.Delete(old);
        return (name, new FileInfo(file).Length);
    }

    private async Task RunAsync(string file, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo(Program(), ["--format=custom", "--no-owner", $"--file={file}", "--no-password"])
        {
            UseShellExecute = false, RedirectStandardError = true,
            Environment =
            {
                ["PGHOST"] = settings.Host, ["PGPORT"] = settings.Port.ToString(CultureInfo.InvariantCulture), ["PGDATABASE"] = settings.Database,
                ["PGUSER"] = settings.Username, ["PGPASSWORD"] = settings.Password,
            },
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        using var process = Start(start);
        try
        {
            var error = await process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode != 0) throw new InvalidOperationException($"pg_dump failed: {error.Trim()}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("pg_dump is not installed (Debian: apt-get install postgresql-client).", e);
        }
    }

    // Debian keeps the programs of each version apart; the newest can dump all older ones.
    private static string Program()
    {
        const string Debian = "/usr/lib/postgresql";
        return Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).Select(version => Path.Combine(version, "bin", "pg_dump")).Where(File.Exists)
                .OrderDescending(StringComparer.Ordinal).FirstOrDefault() ?? "pg_dump"
            : "pg_dump";
    }

    private static async Task<(string What, long Bytes)> AskAsync(Uri hook, CancellationToken cancellationToken)
    {
        // The status is all that is wanted: nothing of the body is read.
        using var request = new HttpRequestMessage(HttpMethod.Post, hook);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        return ($"asked {hook.Host}: {(int)response.StatusCode}", 0);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Backup: {What}, {Bytes} bytes")]
        public static partial void Made(ILogger logger, string what, long bytes);

        [LoggerMessage(2, LogLevel.Error, "Today's backup is missing")]
        public static partial void Failed(ILogger logger, Exception e);
    }
}
