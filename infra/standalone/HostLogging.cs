using WhatsAppBots.Hosting;

namespace WhatsAppBots.Standalone;

/// <summary>One line a message for people, JSON for machines.</summary>
internal static class HostLogging
{
    public static void Add(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.SetLevels(configuration);
        if (HostEnvironment.IsProduction(configuration)) logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        else logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "));
    }
}
