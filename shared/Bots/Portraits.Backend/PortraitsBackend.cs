using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.Contracts.People;
using WhatsAppBots.Portraits.Backend.Store;

namespace WhatsAppBots.Portraits.Backend;

/// <summary>Registers what Portraits has besides its dialog.</summary>
public static class PortraitsBackend
{
    /// <summary>Registers what is kept of people's files and for how long, for the app that exports, erases and cleans up.</summary>
    public static IServiceCollection AddPortraitsData(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPersonData, PictureData>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRetention, PictureData>());
        return services;
    }
}
