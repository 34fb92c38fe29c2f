using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace WhatsAppBots.Survival.Tests.Upgrade;

/// <summary>A database as SQL, and the time at which it was written.</summary>
/// <param name="BeganAt">Time at which the release began to talk.</param>
/// <param name="EndedAt">Time at which its host ended.</param>
internal sealed partial record Dump(string Sql, DateTimeOffset BeganAt, DateTimeOffset EndedAt)
{
    private const string Began = "-- began at ";
    private const string Ended = "-- ended at ";
    private const string Intro = "-- Made by .ci/upgrade; nobody in it exists.";

    public static async Task<Dump> ReadAsync(string file)
    {
        var sql = await File.ReadAllTextAsync(file);
        return new Dump(sql, TimeOf(Began), TimeOf(Ended));

        DateTimeOffset TimeOf(string name)
        {
            var line = sql.Split('\n').First(line => line.StartsWith(name, StringComparison.Ordinal));
            return DateTimeOffset.Parse(line[name.Length..], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Writes what <c>pg_dump</c> says of a stage's database. Owners and grants stay out: roles belong to a server.</summary>
    public static async Task WriteAsync(Stage stage, string file)
    {
        var ended = TimeProvider.System.GetUtcNow();
        var connection = new NpgsqlConnectionStringBuilder(stage.Database);
        var start = new ProcessStartInfo("pg_dump")
        {
            ArgumentList =
            {
                "--no-owner", "--no-privileges", "--inserts", "--rows-per-insert=50", "--host", connection.Host!,
                "--port", connection.Port.ToString(CultureInfo.InvariantCulture), "--username", connection.Username!, stage.Name,
            },
            Environment = { ["PGPASSWORD"] = connection.Password },
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEndAsync();
        var sql = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"pg_dump failed: {await faults}");

        // Headings of pg_dump, and psql's own commands, are nothing to a database.
        sql = Commands().Replace(Headings().Replace(sql, ""), "");
        string[] head = [Intro, Began + Moment(stage.BeganAt), Ended + Moment(ended)];
        await File.WriteAllTextAsync(file, string.Join('\n', [.. head, sql.Trim()]) + "\n");
    }

    private static string Moment(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^--\n-- [^\n]*\n--\n\n?", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"^\\(un)?restrict [^\n]*\n?", RegexOptions.Multiline)]
    private static partial Regex Commands();
}
