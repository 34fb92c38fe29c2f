using WhatsAppBots.Hosting;

namespace WhatsAppBots.Standalone;

/// <summary>Log of the host: a line a message in development, JSON in production.</summary>
internal static class HostLogging
{
    /// <summary>Adds the log, by the settings.</summary>
    public static void Add(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.SetLevels(configuration);
        if (HostEnvironment.IsProduction(configuration)) logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        else logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "));
    }
}
