using Microsoft.Extensions.Logging.Abstractions;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.LocalPostgres;
using WhatsAppBots.Standalone.Clock;

namespace WhatsAppBots.Standalone;

/// <summary>
/// <c>admin</c>: gets somebody in who is locked out, or a first program, with the database's own login. The host may run meanwhile.
/// </summary>
internal static class AdminCommand
{
    private const string Usage =
        """
        admin setup                     prints a link that makes an owner
        admin reset <address>           prints a link that sets a new password and turns the second factor off
        admin key <name> [scope …]      makes a key in place of the one with that name,
          and prints it; without scopes it may do all that keys may
        """;

    /// <summary>Does it, and prints what came of it.</summary>
    /// <returns>The exit code: 0, or 1 with the reason on standard error.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            var words = args.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)).ToArray();
            var configuration = new ConfigurationManager();
            Settings.Add(configuration, args[words.Length..]);
            if (words is not (["setup"] or ["reset", _] or ["key", _, ..])) throw new StartException(Usage);
            await using var server = configuration["DATABASE_URL"] is { Length: > 0 } ? null : await PostgresServer.StartAsync(
                new PostgresOptions { DataFolder = Settings.DataFolder(configuration) }, NullLogger.Instance,
                    CancellationToken.None);
            await using var database = new Database(server?.ConnectionString ?? configuration["DATABASE_URL"]!);
            var tools = new OwnerTools(database, await TimeAsync(database, configuration));
            foreach (var line in await DoAsync(tools, words, configuration)) await output.WriteLineAsync(line);
            return 0;
        }
        catch (Exception e) when (StandaloneHost.IsOfTheUser(e))
        {
            await error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task<IReadOnlyList<string>> DoAsync(OwnerTools tools, string[] words, IConfiguration configuration)
    {
        switch (words)
        {
            case ["setup"]:
                return FirstOwner.Lines(await tools.SetupAsync(CancellationToken.None), "setup", configuration);
            case ["reset", var email]:
                var token = await tools.ResetAsync(email, CancellationToken.None)
                    ?? throw new StartException($"Nobody has the address {email}; `admin setup` makes an owner.");
                return FirstOwner.Lines(token, "reset", configuration);
            default:
                var scopes = words.Length > 2 ? words[2..] : [.. Permissions.Scopes];
                if (scopes.FirstOrDefault(scope => !Permissions.Scopes.Contains(scope)) is { } unknown)
                {
                    throw new StartException($"There is no scope {unknown}; there are {string.Join(", ", Permissions.Scopes)}.");
                }

                return [(await tools.KeyAsync(words[1], scopes, CancellationToken.None)).ToString()];
        }
    }

    // As the host counts it: in development the clock may have been set ahead.
    private static async Task<TimeProvider> TimeAsync(Database database, IConfiguration configuration)
    {
        var time = new DatabaseTime(TimeProvider.System);
        await time.MeasureAsync(database.General, CancellationToken.None);
        if (HostEnvironment.IsProduction(configuration)) return time;
        var settable = new SettableTime(time);
        using var row = new ClockRow(database, settable);
        await row.ReadAsync(CancellationToken.None);
        return settable;
    }
}
