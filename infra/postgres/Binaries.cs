using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WhatsAppBots.LocalPostgres;

/// <summary>A folder with PostgreSQL's server programs.</summary>
/// <param name="Origin">Where it came from, for the line that tells.</param>
internal sealed record Binaries(string Folder, string Origin)
{
    public string Of(string program) => Path.Combine(Folder, OperatingSystem.IsWindows() ? program + ".exe" : program);
}

/// <summary>Looks for PostgreSQL 15 or later: PATH, Debian's versioned folders, Homebrew, Program Files.</summary>
internal static partial class BinariesSearch
{
    private const int Oldest = 15;

    private static readonly string[] _programs = ["postgres", "initdb", "pg_ctl"];

    /// <summary>Looks for programs of the given major version, or of any that is new enough where there is no data yet.</summary>
    public static Binaries? Find(int? major) =>
        Candidates(Environment.GetEnvironmentVariable("PATH") ?? "", Directories).FirstOrDefault(binaries => Serves(VersionOf(binaries), major));

    /// <summary>Tells whether programs of a version can serve a data folder.</summary>
    /// <param name="version">Their major version; null where they do not run.</param>
    /// <param name="major">The major version that made the data; null where there is none yet.</param>
    internal static bool Serves(int? version, int? major) => version >= Oldest && (major is null || version == major);

    /// <summary>Folders to try, best first.</summary>
    internal static IEnumerable<Binaries> Candidates(string path, Func<string, string, IEnumerable<string>> directories)
    {
        foreach (var folder in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return new Binaries(folder, $"found on PATH in {folder}");
        }

        var programFiles = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles);
        (string Root, string Pattern, string Below)[] places =
        [
            ("/usr/lib/postgresql", "*", "bin"),
            ("/usr/pgsql", "*", "bin"),
            ("/opt/homebrew/opt", "postgresql@*", "bin"),
            ("/usr/local/opt", "postgresql@*", "bin"),
            ("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
            (Path.Combine(programFiles, "PostgreSQL"), "*", "bin"),
        ];
        foreach (var (root, pattern, below) in places)
        {
            foreach (var folder in directories(root, pattern).OrderByDescending(VersionOf))
            {
                var bin = Path.Combine(folder, below);
                yield return new Binaries(bin, $"found in {bin}");
            }
        }
    }

    internal static int VersionOf(string folder) =>
        Digits().Match(Path.GetFileName(folder)) is { Success: true } match
            ? int.Parse(match.Value, CultureInfo.InvariantCulture) : 0;

    private static IEnumerable<string> Directories(string root, string pattern) =>
        Directory.Exists(root) ? Directory.EnumerateDirectories(root, pattern) : [];

    private static int? VersionOf(Binaries binaries)
    {
        if (!_programs.All(program => File.Exists(binaries.Of(program)))) return null;
        try
        {
            using var process = Process.Start(new ProcessStartInfo(binaries.Of("postgres"), "--version") { RedirectStandardOutput = true })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return Digits().Match(text) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
