namespace WhatsAppBots.Standalone;

/// <summary>One line a message for people, JSON for machines.</summary>
internal static class HostLogging
{
    public static void Add(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.SetMinimumLevel(Enum.TryParse<LogLevel>(configuration["LOG_LEVEL"], ignoreCase: true, out var level) ? level : LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Npgsql", LogLevel.Warning);
        if (Settings.IsProduction(configuration)) logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        else logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "));
    }
}
