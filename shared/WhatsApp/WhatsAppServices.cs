using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.WhatsApp.Files;
using WhatsAppBots.WhatsApp.Sending;
using WhatsAppBots.WhatsApp.Settings;
using WhatsAppBots.WhatsApp.Twilio;
using WhatsAppBots.WhatsApp.Twilio.Sending;

namespace WhatsAppBots.WhatsApp;

/// <summary>Registers Meta's Cloud API, and Twilio beside it.</summary>
public static class WhatsAppServices
{
    /// <summary>
    /// The <see cref="IChannel"/>, the <see cref="ChannelMedia"/>, the validated <see cref="WhatsAppOptions"/> and
    /// <see cref="TwilioOptions"/>, and the media store that they need. May be called by several apps of one container; the first call counts.
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
        services.TryAddSingleton<CloudApiChannel>();
        services.TryAddSingleton(provider => new GraphProbe(
            provider.GetRequiredService<GraphHttp>(), provider.GetRequiredService<IOptions<WhatsAppOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        AddTwilio(services, configuration);
        services.TryAddSingleton<IChannel, ChannelRouter>();
        services.TryAddSingleton(provider => new ChannelMedia(
            provider.GetRequiredService<MediaDownloader>(), provider.GetRequiredService<TwilioDownloader>()));
        return services;
    }

    private static void AddTwilio(IServiceCollection services, IConfiguration configuration)
    {
        var settings = new TwilioSettings(configuration);
        services.AddOptions<TwilioOptions>().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<TwilioOptions>>(settings);
        services.AddSingleton<IValidateOptions<TwilioOptions>>(settings);
        SecretKey.Add(services, configuration);
        services.TryAddSingleton<SignedTokens>();
        services.TryAddSingleton(_ => PublicUrl.Read(configuration));
        services.TryAddSingleton(provider => new TwilioHttp(provider.GetRequiredService<IOptions<TwilioOptions>>()));
        services.TryAddSingleton<MediaLinks>();
        services.TryAddSingleton<TwilioDownloader>();
        services.TryAddSingleton<TwilioChannel>();
        services.TryAddSingleton(provider => new TwilioProbe(
            provider.GetRequiredService<TwilioHttp>(), provider.GetRequiredService<IOptions<TwilioOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
    }
}
