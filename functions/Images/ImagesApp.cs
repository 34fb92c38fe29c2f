using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Hosting;
using WhatsAppBots.Images.Astria;
using WhatsAppBots.Images.Charts;
using WhatsAppBots.Images.Erasure;
using WhatsAppBots.Images.Jobs;
using WhatsAppBots.Images.Packs;
using WhatsAppBots.Images.Photos;
using WhatsAppBots.Images.Writing;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;
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
        SecretKey.Add(services, configuration);
        services.TryAddSingleton<SignedTokens>();
        services.TryAddSingleton(_ => PublicUrl.Read(configuration));
        services.TryAddSingleton(_ => AstriaOptions.Read(configuration));
        services.TryAddSingleton<AstriaClient>();
        services.TryAddSingleton<PhotoCheck>();
        services.TryAddSingleton(_ => MediaQuotaOptions.Read(configuration));
        services.TryAddSingleton<MediaQuota>();
        services.TryAddSingleton<MediaProbe>();
        services.TryAddSingleton<PackCatalog>();
        services.TryAddSingleton<PictureErasure>();
        services.TryAddSingleton<JobWorker>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDueWork, JobWorker>(provider => provider.GetRequiredService<JobWorker>()));
        services.TryAddSingleton<ChartPainter>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IEventHandler, MediaFetch>(),
            ServiceDescriptor.Singleton<IEventHandler, PhotoInspection>(),
            ServiceDescriptor.Singleton<IEventHandler, PackListing>(),
            ServiceDescriptor.Singleton<IEventHandler, PackVideo>(),
            ServiceDescriptor.Singleton<IEventHandler, TrainingOrders>(),
            ServiceDescriptor.Singleton<IEventHandler, ChartRequests>(),
            ServiceDescriptor.Singleton<IEventHandler, PhotoErasure>(),
            ServiceDescriptor.Singleton<IEventHandler, PictureErasure>(provider => provider.GetRequiredService<PictureErasure>()),
            ServiceDescriptor.Singleton<IEventHandler, PersonForgotten>(),
        ]);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, FfmpegNotice>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, LeftFilesSweep>());
        services.AddHealth(
            Apps.Images, HealthChecks.Database, ("media", true, CheckMediaAsync), ("media space", false, CheckSpaceAsync),
            ("pictures", true, CheckPictures));
        return services;
    }

    // The library and the fonts come with the app; a system that cannot load them is told from one that has nothing to do.
    private static Task<string> CheckPictures(IServiceProvider services, CancellationToken cancellationToken) =>
        TextLine.Measure("✓", 10, isBold: false) > 0 ? Task.FromResult("looked at and drawn in this process") : throw new InvalidOperationException("no text can be drawn");

    private static Task<string> CheckMediaAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<MediaProbe>().CheckAsync(cancellationToken);

    private static Task<string> CheckSpaceAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        Task.FromResult(services.GetRequiredService<MediaProbe>().Space());
}
