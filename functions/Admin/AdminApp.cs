using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Admin;

/// <summary>The API of those who run the bots.</summary>
public static class AdminApp
{
    /// <summary>Registers what the app's functions need.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new RetentionOptions());
        services.AddEvents();
        services.AddMedia(configuration);
        SecretKey.Add(services, configuration);
        services.TryAddSingleton(_ => ApiOptions.Read(configuration));
        services.TryAddSingleton<AdminApi>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ApiStart>());
        services.AddHealth(Apps.Admin, HealthChecks.Database);
        return services;
    }
}

/// <summary>Builds the API when the host starts: an endpoint that does not say what it needs stops the start.</summary>
internal sealed class ApiStart(AdminApi api) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = api.Endpoints;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
