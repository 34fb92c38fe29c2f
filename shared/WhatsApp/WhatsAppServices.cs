using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Media;
using WhatsAppBots.WhatsApp.Files;
using WhatsAppBots.WhatsApp.Sending;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.WhatsApp;

/// <summary>Registers Meta's Cloud API.</summary>
public static class WhatsAppServices
{
    /// <summary>
    /// The <see cref="IChannel"/>, the <see cref="MediaDownloader"/> and the validated <see cref="WhatsAppOptions"/>, and the
    /// media store that they need. May be called by several apps of one container; the first call counts.
    /// </summary>
    public static IServiceCollection AddWhatsApp(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(GraphHttp))) return services;
        services.AddMedia(configuration);
        var settings = new WhatsAppSettings(configuration);
        services.AddOptions<WhatsAppOptions>().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<WhatsAppOptions>>(settings);
        services.AddSingleton<IValidateOptions<WhatsAppOptions>>(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new GraphHttp(provider.GetRequiredService<IOptions<WhatsAppOptions>>()));
        services.TryAddSingleton<MediaUploader>();
        services.TryAddSingleton(provider => new MediaDownloader(
            provider.GetRequiredService<GraphHttp>(), provider.GetRequiredService<IMediaStore>(),
            provider.GetRequiredService<IOptions<WhatsAppOptions>>(), provider.GetRequiredService<ILogger<MediaDownloader>>()));
        services.TryAddSingleton<IChannel, CloudApiChannel>();
        services.TryAddSingleton(provider => new GraphProbe(
            provider.GetRequiredService<GraphHttp>(), provider.GetRequiredService<IOptions<WhatsAppOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
