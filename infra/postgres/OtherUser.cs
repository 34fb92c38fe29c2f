using System.Diagnostics;

namespace WhatsAppBots.LocalPostgres;

/// <summary>
/// PostgreSQL refuses to run as root. As root its programs are run as <c>postgres</c>, or as <c>nobody</c> where there is no
/// such user; as anybody else, as ourselves.
/// </summary>
internal sealed class OtherUser
{
    private readonly string? _name;

    private OtherUser(string? name) => _name = name;

    public static OtherUser Choose() =>
        new(OperatingSystem.IsWindows() || Environment.UserName != "root" ? null : Exists("postgres") ? "postgres" : "nobody");

    /// <summary>Makes the folder and gives it to the user, with a way to it.</summary>
    /// <exception cref="PostgresFailedException">A folder above it shuts the user out.</exception>
    public async Task OwnAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        if (_name is null || OperatingSystem.IsWindows()) return;
        await RunPlainAsync(["chown", _name, folder], cancellationToken);
        var (exit, _) = await RunAsync(["test", "-x", folder], null, cancellationToken);
        if (exit != 0)
        {
            throw new PostgresFailedException(
                $"PostgreSQL runs as {_name}, who cannot reach {folder}: a folder above it is closed. Set DATA_FOLDER to another place.");
        }
    }

    /// <summary>Gives a file to the user, for his eyes alone.</summary>
    public async Task OwnFileAsync(string file, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (_name is not null) await RunPlainAsync(["chown", _name, file], cancellationToken);
    }

    /// <summary>Runs a program as the user; its output goes to the log, since a server keeps the streams it is given.</summary>
    public async Task<(int Exit, string Output)> RunAsync(string[] command, string? log, CancellationToken cancellationToken)
    {
        var full = _name is null ? command : ["runuser", "-u", _name, "--", .. command];
        var start = new ProcessStartInfo(full[0], full[1..])
        {
            RedirectStandardOutput = log is null,
            RedirectStandardError = log is null,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var output = "";
        if (log is null)
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            output = await process.StandardOutput.ReadToEndAsync(cancellationToken) + await errors;
        }

        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output);
    }

    private static async Task RunPlainAsync(string[] command, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]))!;
        await process.WaitForExitAsync(cancellationToken);
    }

    private static bool Exists(string user) =>
        File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(line => line.StartsWith(user + ":", StringComparison.Ordinal));
}
