using WhatsAppBots.Data;

namespace WhatsAppBots.Standalone;

/// <summary>
/// <c>migrate</c>: brings the database of DATABASE_URL up to date, its schema and its partitions, and ends. Run before each release,
/// as the database's owner. The password may also come from PGPASSWORD: there an access token has room.
/// </summary>
internal static class MigrateCommand
{
    /// <summary>Does it and says what it did.</summary>
    /// <returns>The exit code: 0, or 1 with the reason on standard error.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var configuration = new ConfigurationManager();
            Settings.Add(configuration, args);
            if (configuration["DATABASE_URL"] is not { Length: > 0 } url)
            {
                throw new StartException("DATABASE_URL is missing: postgresql://user:password@host/database, or an Npgsql string.");
            }

            using var logs = LoggerFactory.Create(logging => HostLogging.Add(logging, configuration));
            await using var database = new Database(url);
            var applied = await Migrator.RunAsync(database.General, logs.CreateLogger("WhatsAppBots"), CancellationToken.None);
            var time = new DatabaseTime(TimeProvider.System);
            await time.MeasureAsync(database.General, CancellationToken.None);
            var partitions = await new Partitions(database, RetentionOptions.Read(configuration), time)
                .EnsureAsync(CancellationToken.None);
            Console.WriteLine($"{(applied.Count == 0 ? "No migration was pending" : $"Applied {string.Join(", ", applied)}")}; {partitions} partitions made.");
            return 0;
        }
        catch (Exception e) when (StandaloneHost.IsOfTheUser(e))
        {
            await Console.Error.WriteLineAsync($"Cannot migrate: {e.Message}");
            return 1;
        }
    }

    /// <summary>A word that is no command: nothing is started by a slip of the pen.</summary>
    public static int Unknown(string word)
    {
        Console.Error.WriteLine($"\"{word}\" is no command. There is migrate; without one the host starts.");
        return 1;
    }
}
