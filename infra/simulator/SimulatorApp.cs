using WhatsAppBots.Simulator.Graph;
using WhatsAppBots.Simulator.Phone;
using WhatsAppBots.Simulator.Webhooks;

namespace WhatsAppBots.Simulator;

/// <summary>A stand-in for Meta's Cloud API and a page that stands in for WhatsApp on a phone.</summary>
public static class SimulatorApp
{
    /// <summary>Composes it; the caller starts it.</summary>
    public static WebApplication Create(SimulatorOptions options, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(options.Url);
        var services = builder.Services;
        services.AddRouting();
        services.AddSingleton(options);
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton<Chats>();
        services.AddSingleton<MediaShelf>();
        services.AddSingleton<Faults>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<WebhookPoster>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookPoster>());
        services.AddSingleton<GraphApi>();
        services.AddSingleton<GraphMedia>();
        services.AddSingleton<PhoneApi>();
        var app = builder.Build();
        app.UseRouting();
        app.Services.GetRequiredService<GraphApi>().Map(app);
        app.Services.GetRequiredService<GraphMedia>().Map(app);
        app.Services.GetRequiredService<PhoneApi>().Map(app);
        Page.Map(app);
        return app;
    }
}
