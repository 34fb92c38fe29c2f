using Microsoft.Extensions.DependencyInjection;

namespace WhatsAppBots.Bots.__Bot__;

/// <summary>The bot as a module: its name and its registration.</summary>
public static class __Bot__Module
{
    /// <summary>The name used in WHATSAPP_NUMBERS and in rows.</summary>
    public const string Name = "__bot__";

    /// <summary>Registers the bot.</summary>
    public static IServiceCollection Add__Bot__(this IServiceCollection services) => services.AddBot<__Bot__Bot>();
}
