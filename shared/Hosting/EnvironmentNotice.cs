using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WhatsAppBots.Hosting;

/// <summary>
/// Warnings about settings, once at the start: a host that is set to development and looks like production (<c>/health</c> warns too), and
/// names of settings that nothing reads.
/// </summary>
/// <param name="isProduction">True in production.</param>
/// <param name="warning">The warning about ENVIRONMENT; null where there is none.</param>
/// <param name="otherNames">Notices about names that other projects use.</param>
public sealed partial class EnvironmentNotice(
    bool isProduction, string? warning, IReadOnlyList<string> otherNames, ILogger<EnvironmentNotice> logger) : IHostedService
{
    /// <summary>Registers the warnings, by the settings as they are now.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var (isProduction, warning) = (HostEnvironment.IsProduction(configuration), HostEnvironment.Warning(configuration));
        List<string> otherNames = [.. OtherSettingNames.Notices(configuration).Select(each => each.Notice)];
        services.AddSingleton(provider => new EnvironmentNotice(
            isProduction, warning, otherNames, provider.GetRequiredService<ILogger<EnvironmentNotice>>()));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<EnvironmentNotice>());
    }

    /// <summary>The environment's name.</summary>
    /// <exception cref="InvalidOperationException">The host is set to development and looks like production.</exception>
    public string Describe() =>
        warning is not null ? throw new InvalidOperationException(warning) : isProduction ? "production" : "development";

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (warning is not null) Log.Warning(logger, warning);
        foreach (var notice in otherNames) Log.Warning(logger, notice);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Warning}")]
        public static partial void Warning(ILogger logger, string warning);
    }
}
