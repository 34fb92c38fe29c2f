using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.Contracts.People;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Desk.Duty;
using WhatsAppBots.Desk.Threads;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Desk;

/// <summary>Registers the desk.</summary>
public static class DeskServices
{
    /// <summary>Registers what keeps threads in step with conversations: for the app that has the timers.</summary>
    public static IServiceCollection AddThreadProjection(this IServiceCollection services)
    {
        services.TryAddSingleton<ThreadProjector>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDueWork, ThreadProjector>(provider =>
            provider.GetRequiredService<ThreadProjector>()));
        return services;
    }

    /// <summary>Registers what knows who is on duty: for the app that promises people an answer.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services)
    {
        services.TryAddSingleton<ITeams, TeamWatch>();
        return services;
    }

    /// <summary>Registers what the desk keeps of people and for how long: for the app that exports, erases and cleans up.</summary>
    public static IServiceCollection AddDeskData(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPersonData, DeskData>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRetention, DeskData>());
        return services;
    }
}
