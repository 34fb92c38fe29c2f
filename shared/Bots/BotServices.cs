using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.Bots.Echo;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Bots;

/// <summary>Registers the bots.</summary>
public static class BotServices
{
    /// <summary>All bots behind one handler. Needs an <see cref="AiPresence"/>.</summary>
    public static IServiceCollection AddBots(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(_ => PortraitOptions.Read(configuration));

        // In production the hub offers nothing that nobody could deliver.
        if (!HostEnvironment.IsProduction(configuration) || configuration["ASTRIA_API_KEY"] is { Length: > 0 })
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IBot, PortraitsBot>());
        }

        services.TryAddSingleton(provider => new HabitOptions(
            provider.GetRequiredService<AiPresence>().IsOn, ChangingSecret.Newest(configuration["SECRET_KEY"]) ?? DevelopmentValues.SecretKey));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IBot, HabitsBot>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IBot, EchoBot>());
        services.TryAddSingleton<IConversationHandler, BotDispatcher>();
        return services;
    }
}
