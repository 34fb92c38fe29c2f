using System.Data;
using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace WhatsAppBots.Data;

/// <summary>
/// Brings a database's schema up to date: each file once, in order, one process at a time. With nothing pending it reads one
/// table and takes no lock. A database newer than the build is taken as it is: files are written so that the release before them
/// goes on.
/// </summary>
public static partial class Migrator
{
    // Any constant will do; it only has to be the same in every process.
    private const long AdvisoryLock = 0x5741426F7473;

    private const string ExistsSql = "select to_regclass('public.schema_migrations') is not null";

    private const string AppliedSql = "select number, name, hash from public.schema_migrations order by number";

    // Whoever may not apply them must be able to see that there is nothing to apply.
    private const string HistorySql =
        """
        create table if not exists public.schema_migrations (
          number int primary key, name text not null, hash text not null, applied_at timestamptz not null default now());
        grant select on public.schema_migrations to public;
        """;

    private const string RecordSql = "insert into public.schema_migrations (number, name, hash) values (@Number, @Name, @Hash)";

    private const string Job = "The migrate job does it, with the owner's DATABASE_URL: dotnet WhatsAppBots.Standalone.dll migrate";

    private static readonly TimeSpan _betweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>The files of this build, in order.</summary>
    public static IReadOnlyList<Migration> Migrations => Migration.All;

    /// <summary>Applies what is missing. A file that fails leaves no trace and stops the run.</summary>
    /// <returns>The names of the files that were applied.</returns>
    /// <exception cref="ChangedHistoryException">A file that was applied has changed or is gone.</exception>
    /// <exception cref="MigrationException">Something is pending and cannot be applied; the message says why.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(string connectionString, ILogger logger, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(DatabaseUrl.Parse(connectionString));
        return await RunAsync(source, logger, cancellationToken);
    }

    /// <summary>The same over connections that know how to authenticate themselves.</summary>
    public static Task<IReadOnlyList<string>> RunAsync(NpgsqlDataSource source, ILogger logger, CancellationToken cancellationToken) =>
        RunAsync(source, Migrations, new MigrationPatience(), logger, cancellationToken);

    /// <summary>Names the files that the database lacks. One table is read, and nothing is changed.</summary>
    /// <exception cref="ChangedHistoryException">A file that was applied has changed or is gone.</exception>
    /// <exception cref="MigrationException">The table may not be read.</exception>
    public static async Task<IReadOnlyList<string>> PendingAsync(NpgsqlConnection connection) =>
        [.. Pending(await AppliedAsync(connection), Migrations, NullLogger.Instance).Select(migration => migration.Name)];

    internal static async Task<IReadOnlyList<string>> RunAsync(
        NpgsqlDataSource source, IReadOnlyList<Migration> migrations, MigrationPatience patience, ILogger logger,
        CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        if (Pending(await AppliedAsync(connection), migrations, logger).Count == 0) return [];
        await TakeTurnAsync(connection, patience, logger, cancellationToken);
        try
        {
            var pending = Pending(await AppliedAsync(connection), migrations, logger);
            if (pending.Count > 0) await RunAsync(connection, pending[0], [HistorySql], patience, logger, cancellationToken);
            foreach (var migration in pending)
            {
                await ApplyAsync(connection, migration, patience, logger, cancellationToken);
                Log.Applied(logger, migration.Name);
            }

            return [.. pending.Select(migration => migration.Name)];
        }
        finally
        {
            // With a lost connection the lock is lost too, and what was lost it by is the better message.
            if (connection.State == ConnectionState.Open)
            {
                await connection.ExecuteAsync("select pg_advisory_unlock(@AdvisoryLock)", new { AdvisoryLock });
            }
        }
    }

    private static async Task<List<(int Number, string Name, string Hash)>> AppliedAsync(NpgsqlConnection connection)
    {
        try
        {
            return await connection.QuerySingleAsync<bool>(ExistsSql)
                ? (await connection.QueryAsync<(int Number, string Name, string Hash)>(AppliedSql)).ToList()
                : [];
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new MigrationException(
                $"\"{connection.UserName}\" may not read public.schema_migrations, so what is pending is not known. {Job}", e);
        }
    }

    private static List<Migration> Pending(
        List<(int Number, string Name, string Hash)> applied, IReadOnlyList<Migration> migrations, ILogger logger)
    {
        foreach (var (was, now) in applied.Zip(migrations))
        {
            if (now.Number != was.Number || now.Hash != was.Hash)
            {
                throw new ChangedHistoryException(
                    $"Migration {was.Name} was applied and has since changed (now {now.Name}). Applied files are never edited: add a new one.");
            }
        }

        if (applied.Count > migrations.Count) Log.Newer(logger, applied.Count - migrations.Count, applied[^1].Name);
        return [.. migrations.Skip(applied.Count)];
    }

    // Asked for again and again rather than waited for: who waits inside a statement holds a snapshot, and an index that is made
    // concurrently waits for all of those.
    private static async Task TakeTurnAsync(
        NpgsqlConnection connection, MigrationPatience patience, ILogger logger, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += _betweenLooks)
        {
            if (await connection.QuerySingleAsync<bool>("select pg_try_advisory_lock(@AdvisoryLock)", new { AdvisoryLock })) return;
            if (waited == TimeSpan.Zero) Log.Waits(logger);
            if (waited >= patience.Others) throw new MigrationException($"Another process has been migrating for {patience.Others}.");
            await Task.Delay(_betweenLooks, cancellationToken);
        }
    }

    private static async Task ApplyAsync(
        NpgsqlConnection connection, Migration migration, MigrationPatience patience, ILogger logger, CancellationToken cancellationToken)
    {
        if (!migration.RunsOutsideTransaction)
        {
            await RunAsync(connection, migration, [.. migration.Statements, RecordSql], patience, logger, cancellationToken);
            return;
        }

        foreach (var statement in migration.Statements)
        {
            await RunOutsideAsync(connection, migration, statement, patience, cancellationToken);
        }

        await RunAsync(connection, migration, [RecordSql], patience, logger, cancellationToken);
    }

    // One transaction, tried again where a lock could not be had in time.
    private static async Task RunAsync(
        NpgsqlConnection connection, Migration migration, IReadOnlyList<string> statements, MigrationPatience patience, ILogger logger,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await connection.ExecuteAsync(
                    $"set local lock_timeout = {Milliseconds(patience.Lock)}; set local statement_timeout = {Milliseconds(patience.Statement)}",
                    transaction: transaction);
                foreach (var statement in statements)
                {
                    await connection.ExecuteAsync(statement, ReferenceEquals(statement, RecordSql) ? migration : null, transaction, commandTimeout: 0);
                }

                await transaction.CommitAsync(cancellationToken);
                return;
            }
            catch (PostgresException e) when (
                e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected && attempt < patience.Tries)
            {
                Log.LetsOthersPass(logger, migration.Name, attempt, patience.Tries);
                await Task.Delay(patience.PauseAfter(attempt), cancellationToken);
            }
            catch (PostgresException e)
            {
                throw new MigrationException(Reason(e, connection, migration, patience), e);
            }
        }
    }

    private static async Task RunOutsideAsync(
        NpgsqlConnection connection, Migration migration, string statement, MigrationPatience patience, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync($"set statement_timeout = {Milliseconds(patience.StatementOutside)}");
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(statement, commandTimeout: 0, cancellationToken: cancellationToken));
        }
        catch (PostgresException e)
        {
            throw new MigrationException(Reason(e, connection, migration, patience), e);
        }
        finally
        {
            await connection.ExecuteAsync("reset statement_timeout");
        }
    }

    private static string Reason(PostgresException e, NpgsqlConnection connection, Migration migration, MigrationPatience patience) =>
        e.SqlState switch
        {
            PostgresErrorCodes.InsufficientPrivilege =>
                $"Migration {migration.Name} is pending and \"{connection.UserName}\" may not apply it ({e.MessageText}). {Job}",
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected =>
                $"Migration {migration.Name} found its tables locked {patience.Tries} times ({e.MessageText}). Nothing was changed. "
                + "Look for a long transaction in pg_stat_activity, end it, and run the job again.",
            PostgresErrorCodes.QueryCanceled =>
                $"Migration {migration.Name} has a statement that takes longer than it may ({e.MessageText}). "
                + (migration.RunsOutsideTransaction ? "" : "Nothing was changed. ")
                + "What takes long is done outside the migration, in small steps.",
            _ => $"Migration {migration.Name} failed: {e.MessageText} ({e.SqlState})",
        };

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Migration {Name} applied")]
        public static partial void Applied(ILogger logger, string name);

        [LoggerMessage(2, LogLevel.Warning, "The database has {Count} migrations that this build does not know, the last {Name}: it is older than the database, and goes on")]
        public static partial void Newer(ILogger logger, int count, string name);

        [LoggerMessage(3, LogLevel.Information, "Another process is migrating; waiting for it")]
        public static partial void Waits(ILogger logger);

        [LoggerMessage(4, LogLevel.Warning, "Migration {Name} gave way to running queries (lock timeout), try {Attempt} of {Tries}")]
        public static partial void LetsOthersPass(ILogger logger, string name, int attempt, int tries);
    }
}
