using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.Admin.Habits;
using WhatsAppBots.Admin.Overview;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Habits.Backend;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Admin;

/// <summary>The API of those who run the bots.</summary>
public static class AdminApp
{
    /// <summary>Registers what the app's functions need.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Workspace>();
        services.TryAddSingleton<ConversationReader>();
        services.TryAddSingleton(new RetentionOptions());
        services.TryAddSingleton<MessageReader>();
        services.TryAddSingleton<UpdateReader>();
        services.TryAddSingleton<DeadLetters>();
        services.TryAddSingleton<StateReader>();
        services.TryAddSingleton<OrderReader>();
        services.TryAddSingleton<ReportReader>();
        services.TryAddSingleton<RatingReader>();
        services.AddHabitsQueries();
        services.TryAddSingleton<HabitReader>();
        services.AddHealth(Apps.Admin, HealthChecks.Database);
        return services;
    }
}
