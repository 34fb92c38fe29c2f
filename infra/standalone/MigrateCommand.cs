using WhatsAppBots.Data;

namespace WhatsAppBots.Standalone;

/// <summary>
/// <c>migrate</c>: brings the schema and the partitions of the database in DATABASE_URL up to date, and ends. Run it before each release,
/// as the database's owner. The password may also come from PGPASSWORD, which has room for an access token.
/// </summary>
internal static class MigrateCommand
{
    /// <summary>Migrates, and prints what was done.</summary>
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
            var what = applied.Count == 0 ? "No migration was pending" : $"Applied {string.Join(", ", applied)}";
            Console.WriteLine($"{what}; {partitions} partitions made.");
            return 0;
        }
        catch (Exception e) when (StandaloneHost.IsOfTheUser(e))
        {
            await Console.Error.WriteLineAsync($"Cannot migrate: {e.Message}");
            return 1;
        }
    }

    /// <summary>Refuses a word that is no command, so that a typing error starts nothing.</summary>
    public static int Unknown(string word)
    {
        Console.Error.WriteLine(
            $"\"{word}\" is no command. There are migrate, check, admin, post and templates; without one the host starts.");
        return 1;
    }
}
