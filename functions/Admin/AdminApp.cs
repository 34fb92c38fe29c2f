using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Admin;

/// <summary>The API of those who run the bots.</summary>
public static class AdminApp
{
    /// <summary>Registers what the app's functions need.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new RetentionOptions());
        services.TryAddSingleton<AdminApi>();
        services.AddHealth(Apps.Admin, HealthChecks.Database);
        return services;
    }
}
