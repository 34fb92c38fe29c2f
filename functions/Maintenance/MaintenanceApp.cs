using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.People;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Data;
using WhatsAppBots.Desk;
using WhatsAppBots.Habits.Backend;
using WhatsAppBots.Hosting;
using WhatsAppBots.Maintenance.People;
using WhatsAppBots.Maintenance.Upkeep;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money;
using WhatsAppBots.Portraits.Backend;

namespace WhatsAppBots.Maintenance;

/// <summary>Due timers, sweeps, partitions, erasure.</summary>
public static class MaintenanceApp
{
    /// <summary>Registers what the app's functions need.</summary>
    public static IServiceCollection AddMaintenance(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddEvents();
        services.AddMedia(configuration);
        SecretKey.Add(services, configuration);
        services.TryAddSingleton(_ => RetentionOptions.Read(configuration));
        services.AddOwners();
        services.TryAddSingleton<Partitions>();
        services.TryAddSingleton<Reports>();
        services.TryAddSingleton<WeeklyCleanup>();
        services.TryAddSingleton(_ => BackupOptions.Read(configuration));
        services.TryAddSingleton<Backup>();
        services.TryAddSingleton<DueTimers>();
        services.TryAddSingleton<LeftBehind>();
        services.TryAddSingleton<QueueDepths>();
        services.TryAddSingleton<LedgerWatch>();
        services.TryAddSingleton<DueWorkSweep>();
        services.AddThreadProjection();
        services.TryAddSingleton<SignedTokens>();
        services.TryAddSingleton(_ => PublicUrl.Read(configuration));
        services.TryAddSingleton<PersonExport>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IEventHandler, PersonErasure>(),
            ServiceDescriptor.Singleton<IEventHandler, PersonExport>(provider => provider.GetRequiredService<PersonExport>()),
        ]);
        services.AddHealth(Apps.Maintenance, HealthChecks.Database);
        return services;
    }

    /// <summary>Owners of tables: each says what it keeps of people, how it is exported and erased, and for how long.</summary>
    internal static IServiceCollection AddOwners(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRetention, ReportRetention>());
        return services.AddChatData().AddEventData().AddMoneyData().AddPortraitsData().AddHabitsData().AddDeskData()
            .AddAccessUpkeep();
    }
}
