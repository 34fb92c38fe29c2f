using Microsoft.Extensions.DependencyInjection;

namespace WhatsAppBots.Bots.Echo;

/// <summary>Echo as a module: its name and its registration.</summary>
public static class EchoModule
{
    /// <summary>The name used in WHATSAPP_NUMBERS and in rows.</summary>
    public const string Name = "echo";

    /// <summary>Registers the bot.</summary>
    public static IServiceCollection AddEcho(this IServiceCollection services) => services.AddBot<EchoBot>();
}
