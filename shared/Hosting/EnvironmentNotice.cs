using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WhatsAppBots.Hosting;

/// <summary>Warns once at the start, and in <c>/health</c>, where a host is said to be development and looks like more.</summary>
/// <param name="isProduction">What it is.</param>
/// <param name="warning">The warning; null where there is none.</param>
public sealed partial class EnvironmentNotice(bool isProduction, string? warning, ILogger<EnvironmentNotice> logger) : IHostedService
{
    /// <summary>Registers it, by the settings as they are now.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var (isProduction, warning) = (HostEnvironment.IsProduction(configuration), HostEnvironment.Warning(configuration));
        services.AddSingleton(provider => new EnvironmentNotice(
            isProduction, warning, provider.GetRequiredService<ILogger<EnvironmentNotice>>()));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<EnvironmentNotice>());
    }

    /// <summary>The environment's name.</summary>
    /// <exception cref="InvalidOperationException">It looks like more; the message says why.</exception>
    public string Describe() =>
        warning is not null ? throw new InvalidOperationException(warning) : isProduction ? "production" : "development";

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (warning is not null) Log.LooksLikeMore(logger, warning);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Warning}")]
        public static partial void LooksLikeMore(ILogger logger, string warning);
    }
}
