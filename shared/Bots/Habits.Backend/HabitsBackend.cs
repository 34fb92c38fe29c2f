using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.Contracts.People;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Habits.Backend.Store;

namespace WhatsAppBots.Habits.Backend;

/// <summary>Registers what Habits has besides its dialog: its tables.</summary>
public static class HabitsBackend
{
    /// <summary>Writes the rows of habits: for the app that runs the bot.</summary>
    public static IServiceCollection AddHabitsStore(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectStore, HabitStore>());
        return services;
    }

    /// <summary>Registers what the tables hold of people and for how long, for the app that exports, erases and cleans up.</summary>
    public static IServiceCollection AddHabitsData(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPersonData, HabitPersonData>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRetention, HabitPersonData>());
        return services;
    }
}
