using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.Contracts.People;
using WhatsAppBots.Data;

namespace WhatsAppBots.Messaging;

/// <summary>Registers the event queue and the bus.</summary>
public static class MessagingServices
{
    /// <summary>The event queue alone: what every app needs. Needs a <see cref="Database"/>.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new EventRouting(overBus: provider.GetService<IBusTopic>() is not null));
        services.TryAddSingleton<EventBells>();
        services.TryAddSingleton<ThreadsBell>();
        services.TryAddSingleton<DueWork>();
        services.TryAddSingleton<EventQueue>();
        services.TryAddSingleton<EventPublisher>();
        return services;
    }

    /// <summary>What events hold about people and for how long: for the app that exports, erases and cleans up.</summary>
    public static IServiceCollection AddEventData(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPersonData, EventData>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRetention, EventData>());
        return services;
    }

    /// <summary>
    /// Apps that run apart: events and wake-up signals go over a bus. Needs an <see cref="IBusTopic"/>, and comes before an app's own services,
    /// which add what is missing.
    /// </summary>
    public static IServiceCollection AddEventBus(this IServiceCollection services)
    {
        services.AddEvents();
        services.TryAddSingleton<BusPublisher>();
        services.TryAddSingleton<EventRelay>();
        services.TryAddSingleton<BusBell>();
        services.TryAddSingleton<IBell>(provider => provider.GetRequiredService<BusBell>());
        services.TryAddSingleton<BusSweep>();
        services.TryAddSingleton<RelayOnBell>();
        services.AddHostedService(provider => provider.GetRequiredService<RelayOnBell>());
        return services;
    }
}
