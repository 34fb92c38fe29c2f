using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.BotKit.Templates;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Bots.Portraits;

/// <summary>Portraits as a module: its name and its registration.</summary>
public static class PortraitsModule
{
    /// <summary>The name used in WHATSAPP_NUMBERS and in rows.</summary>
    public const string Name = "portraits";

    /// <summary>Its message templates, <c>Templates/*.json</c>.</summary>
    public static TemplateSet Templates { get; } = TemplateSet.Of(typeof(PortraitsModule).Assembly);

    /// <summary>Registers the bot. In production only with a provider of pictures: the hub offers nothing that nobody could deliver.</summary>
    /// <exception cref="FormatException">A price or another setting can't be read.</exception>
    public static IServiceCollection AddPortraits(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(provider => PortraitOptions.Read(configuration, provider.GetService<AiPresence>()?.IsOn ?? false));
        var delivers = !HostEnvironment.IsProduction(configuration) || configuration["ASTRIA_API_KEY"] is { Length: > 0 };
        return delivers ? services.AddBot<PortraitsBot>() : services;
    }
}
