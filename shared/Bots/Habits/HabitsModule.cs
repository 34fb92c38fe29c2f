using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.BotKit.Templates;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Bots.Habits;

/// <summary>Habits as a module: its name and its registration.</summary>
public static class HabitsModule
{
    /// <summary>The name used in WHATSAPP_NUMBERS and in rows.</summary>
    public const string Name = "habits";

    /// <summary>Its message templates, <c>Templates/*.json</c>.</summary>
    public static TemplateSet Templates { get; } = TemplateSet.Of(typeof(HabitsModule).Assembly);

    /// <summary>Registers the bot. Needs an <see cref="AiPresence"/>.</summary>
    public static IServiceCollection AddHabits(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(provider => new HabitOptions(
            provider.GetRequiredService<AiPresence>().IsOn,
            ChangingSecret.Newest(configuration["SECRET_KEY"]) ?? DevelopmentValues.SecretKey).With(configuration));
        return services.AddBot<HabitsBot>();
    }
}
