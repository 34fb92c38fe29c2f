using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Events;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.WhatsApp;

namespace WhatsAppBots.Images;

/// <summary>Files that people send.</summary>
public static class ImagesApp
{
    /// <summary>Registers what the app's functions need.</summary>
    public static IServiceCollection AddImages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddEvents();
        services.AddMedia(configuration);
        services.AddWhatsApp(configuration);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEventHandler, MediaFetch>());
        services.AddHealth(Apps.Images, HealthChecks.Database);
        return services;
    }
}
