using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.BotKit.Dispatch;
using WhatsAppBots.BotKit.Templates;
using WhatsAppBots.Bots.Echo;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Contracts.Ai;

namespace WhatsAppBots.Bots;

/// <summary>Registers the bots.</summary>
public static class BotServices
{
    /// <summary>The message templates of all bots.</summary>
    public static IEnumerable<TemplateSet> Templates => [HabitsModule.Templates, PortraitsModule.Templates];

    /// <summary>All bots behind one handler. Needs an <see cref="AiPresence"/>.</summary>
    public static IServiceCollection AddBots(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPortraits(configuration);
        services.AddHabits(configuration);
        services.AddEcho();
        return services.AddBotKit();
    }
}
