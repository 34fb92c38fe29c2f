using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.BotKit.Dispatch;

/// <summary>Registers what all bots share.</summary>
public static class BotKitServices
{
    /// <summary>One handler in front of every <see cref="IBot"/> that is registered.</summary>
    public static IServiceCollection AddBotKit(this IServiceCollection services)
    {
        services.TryAddSingleton<IConversationHandler, BotDispatcher>();
        return services;
    }
}
