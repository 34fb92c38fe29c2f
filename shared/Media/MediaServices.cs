using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace WhatsAppBots.Media;

/// <summary>Registers the media store.</summary>
public static class MediaServices
{
    /// <summary>
    /// The folder that MEDIA_STORE names, unless an <see cref="IMediaStore"/> is there already, such as the Azure host's for a
    /// blob container. May be called by several apps of one container; the first call counts.
    /// </summary>
    public static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<ArchiveShelf>();
        if (services.Any(service => service.ServiceType == typeof(IMediaStore))) return services;
        var settings = new MediaSettings(configuration);
        services.AddOptions<MediaOptions>().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<MediaOptions>>(settings);
        services.AddSingleton<IValidateOptions<MediaOptions>>(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IMediaStore, FolderMediaStore>();
        return services;
    }
}
