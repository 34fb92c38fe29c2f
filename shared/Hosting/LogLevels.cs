using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace WhatsAppBots.Hosting;

/// <summary>Levels of the log, the same under every host.</summary>
public static class LogLevels
{
    /// <summary>
    /// Logs our own messages from LOG_LEVEL on (<c>Information</c> by default), and those of frameworks from <c>Warning</c> on: theirs hold
    /// the whole address of a request, with the key or the token in it.
    /// </summary>
    public static ILoggingBuilder SetLevels(this ILoggingBuilder logging, IConfiguration configuration) => logging
        .SetMinimumLevel(
#pragma warning disable RS0030 // The host's own setting; its check names what it does not take.
            Enum.TryParse<LogLevel>(configuration["LOG_LEVEL"], ignoreCase: true, out var level) ? level : LogLevel.Information)
#pragma warning restore RS0030
        .AddFilter("Microsoft", LogLevel.Warning)

        // It warns that keys may be stored as they are; ours are encrypted where they are stored.
        .AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error)
        .AddFilter("Npgsql", LogLevel.Warning);
}
