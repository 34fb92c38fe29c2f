using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace WhatsAppBots.Data;

/// <summary>A numbered SQL file. How they are written: Migrations/README.md.</summary>
public sealed record Migration(int Number, string Name, string Sql)
{
    private const string Outside = "-- outside a transaction:";

    /// <summary>The files of this build, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load(typeof(Migration).Assembly);

    /// <summary>SHA-256 of the text with line ends as LF, lower-case hex.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Lines)));

    /// <summary>
    /// It is not one transaction: each of its statements runs alone, as <c>create index concurrently</c> must. One that failed
    /// half way begins again from its first statement.
    /// </summary>
    public bool RunsOutsideTransaction => Lines.StartsWith(Outside, StringComparison.Ordinal);

    /// <summary>What is run at once: all of it, or statement by statement, each ending a line with its semicolon.</summary>
    internal IReadOnlyList<string> Statements => RunsOutsideTransaction
        ? [.. Lines.Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
        : [Sql];

    private string Lines => Sql.ReplaceLineEndings("\n");

    private static List<Migration> Load(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
            }),
    ];
}

/// <summary>The database was migrated by files that differ from these.</summary>
public sealed class ChangedHistoryException(string message) : Exception(message);

/// <summary>What is pending could not be applied. The message says why and what to do.</summary>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
