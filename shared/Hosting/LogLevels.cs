using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace WhatsAppBots.Hosting;

/// <summary>What is logged, under every host.</summary>
public static class LogLevels
{
    /// <summary>
    /// Ours from LOG_LEVEL on, <c>Information</c> without it; frameworks' from <c>Warning</c> on, since what they say of a request holds its whole
    /// address, with the key or the token in it.
    /// </summary>
    public static ILoggingBuilder SetLevels(this ILoggingBuilder logging, IConfiguration configuration) => logging
        .SetMinimumLevel(Enum.TryParse<LogLevel>(configuration["LOG_LEVEL"], ignoreCase: true, out var level) ? level : LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Npgsql", LogLevel.Warning);
}
