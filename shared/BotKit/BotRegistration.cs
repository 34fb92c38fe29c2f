using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace WhatsAppBots.BotKit;

/// <summary>Registers a bot.</summary>
public static class BotRegistration
{
    /// <summary>Adds a bot to those that the dispatcher hands inputs to and the hub offers.</summary>
    /// <typeparam name="TBot">Needs a constructor whose parameters are registered.</typeparam>
    public static IServiceCollection AddBot<TBot>(this IServiceCollection services)
        where TBot : class, IBot
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IBot, TBot>());
        return services;
    }
}
