using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace WhatsAppBots.Data;

/// <summary>A numbered SQL file.</summary>
public sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the text with line ends as LF, lower-case hex.</summary>
    public string Hash =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));
}

/// <summary>The database was migrated by files that differ from these.</summary>
public sealed class ChangedHistoryException(string message) : Exception(message);

/// <summary>Brings a database's schema up to date: each file once, in order, one process at a time.</summary>
public static partial class Migrator
{
    // Any constant will do; it only has to be the same in every process.
    private const long AdvisoryLock = 0x5741426F7473;

    /// <summary>The files of this build, in order.</summary>
    public static IReadOnlyList<Migration> Migrations { get; } = Load(typeof(Migrator).Assembly);

    /// <summary>Applies what is missing. A file that fails leaves no trace and stops the run.</summary>
    /// <exception cref="ChangedHistoryException">A file that was applied has changed or is gone.</exception>
    public static Task RunAsync(string connectionString, ILogger logger, CancellationToken cancellationToken) =>
        RunAsync(connectionString, Migrations, logger, cancellationToken);

    internal static async Task RunAsync(
        string connectionString, IReadOnlyList<Migration> migrations, ILogger logger, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(DatabaseUrl.Parse(connectionString).ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("select pg_advisory_lock(@AdvisoryLock)", new { AdvisoryLock }, commandTimeout: 300);
        try
        {
            await connection.ExecuteAsync(
                """
                create table if not exists public.schema_migrations (
                  number int primary key, name text not null, hash text not null,
                  applied_at timestamptz not null default now())
                """);
            var applied = (await connection.QueryAsync<(int Number, string Name, string Hash)>(
                "select number, name, hash from public.schema_migrations order by number")).ToList();
            Verify(applied, migrations);
            foreach (var migration in migrations.Skip(applied.Count))
            {
                await ApplyAsync(connection, migration, cancellationToken);
                Log.Applied(logger, migration.Name);
            }
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock(@AdvisoryLock)", new { AdvisoryLock });
        }
    }

    private static void Verify(List<(int Number, string Name, string Hash)> applied, IReadOnlyList<Migration> migrations)
    {
        for (var i = 0; i < applied.Count; i++)
        {
            if (i >= migrations.Count)
            {
                throw new ChangedHistoryException(
                    $"The database has migration {applied[i].Name}, which this build does not know: it is older than the database.");
            }

            if (migrations[i].Number != applied[i].Number || migrations[i].Hash != applied[i].Hash)
            {
                throw new ChangedHistoryException(
                    $"Migration {applied[i].Name} was applied and has since changed (now {migrations[i].Name}). "
                    + "Applied files are never edited: add a new one.");
            }
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(migration.Sql, transaction: transaction, commandTimeout: 3600);
        await connection.ExecuteAsync(
            "insert into public.schema_migrations (number, name, hash) values (@Number, @Name, @Hash)",
            migration, transaction);
        await transaction.CommitAsync(cancellationToken);
    }

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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Migration {Name} applied")]
        public static partial void Applied(ILogger logger, string name);
    }
}
