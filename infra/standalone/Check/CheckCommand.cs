using WhatsAppBots.Data;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Standalone.Check;

/// <summary>
/// <c>check</c>: tells of each setting and each dependency whether it is ok, missing or wrong, and ends. No value of a setting is shown.
/// The command works in production too, with no host running; it starts nothing, and migrates nothing.
/// </summary>
internal static class CheckCommand
{
    // Services are made with it where the host would start a PostgreSQL of its own; nothing connects.
    private const string NoDatabase = "Host=127.0.0.1;Port=1;Username=none;Database=none";

    /// <summary>Checks, and writes the report.</summary>
    /// <returns>The exit code: 0 where a host can start and work, 1 where something is missing or wrong.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var configuration = new ConfigurationManager();
        try
        {
            Settings.Add(configuration, args);
        }
        catch (Exception e) when (StandaloneHost.IsOfTheUser(e))
        {
            await output.WriteLineAsync($"The settings can't be read: {e.Message}");
            return 1;
        }

        var redactor = new ValueRedactor(configuration);
        var environment = HostEnvironment.Fault(configuration);
        List<string> faults = [.. StandaloneHost.Faults(configuration)];
        await using var database = DatabaseOf(configuration, faults);
        var time = new DatabaseTime(TimeProvider.System);
        await using var services = new CheckedServices(AsHost(configuration), database, time);

        // Production's faults don't concern a host that may turn out to be development.
        if (environment is null) faults.AddRange(services.Faults);
        var settings = SettingCheck.Run(configuration, faults, redactor);
        IReadOnlyList<CheckLine> dependencies = environment is null
            ? await new DependencyCheck(configuration, database, time, services).RunAsync(CancellationToken.None)
            : [new(CheckState.Missing, "dependencies", "not checked: ENVIRONMENT comes first")];
        await WriteAsync(output, "Settings", settings);
        await WriteAsync(output, "Dependencies", [.. dependencies.Select(line => line with { Detail = redactor.Redact(line.Detail) })]);
        var failing = settings.Concat(dependencies).Where(line => line.Fails).Select(line => line.Name).Distinct().ToList();
        await output.WriteLineAsync(failing.Count == 0 ? "All is well." : $"To mend: {string.Join(", ", failing)}.");
        return failing.Count == 0 ? 0 : 1;
    }

    // The host fills this in too.
    private static IConfiguration AsHost(IConfiguration configuration)
    {
        var filled = new ConfigurationManager();
        filled.AddConfiguration(configuration);
        if (filled["MEDIA_STORE"] is not { Length: > 0 }) filled["MEDIA_STORE"] = Path.Combine(Settings.DataFolder(configuration), "media");
        return filled;
    }

    private static Database DatabaseOf(ConfigurationManager configuration, List<string> faults)
    {
        try
        {
            return new Database(configuration["DATABASE_URL"] is { Length: > 0 } url ? url : NoDatabase);
        }
        catch (FormatException e)
        {
            faults.Add(e.Message);
            return new Database(NoDatabase);
        }
    }

    private static async Task WriteAsync(TextWriter output, string title, IReadOnlyList<CheckLine> lines)
    {
        await output.WriteLineAsync(title);
        foreach (var line in lines) await output.WriteLineAsync(line.ToString());
        await output.WriteLineAsync();
    }
}
