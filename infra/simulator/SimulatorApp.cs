using Microsoft.AspNetCore.Http.Features;
using WhatsAppBots.Simulator.Ai;
using WhatsAppBots.Simulator.Astria;
using WhatsAppBots.Simulator.Checkout;
using WhatsAppBots.Simulator.Graph;
using WhatsAppBots.Simulator.Phone;
using WhatsAppBots.Simulator.Twilio;
using WhatsAppBots.Simulator.Webhooks;

namespace WhatsAppBots.Simulator;

/// <summary>
/// A stand-in for Meta's Cloud API and for Twilio with a page that stands in for WhatsApp on a phone, for Astria, for payment providers and
/// for an AI.
/// </summary>
public static class SimulatorApp
{
    // Twenty photos and more in one request.
    private const long LargestBody = 200_000_000;

    /// <summary>Composes it; the caller starts it.</summary>
    /// <param name="time">Null: a clock of its own, that follows the product's when that is set ahead on the page.</param>
    public static WebApplication Create(SimulatorOptions options, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestBody).UseUrls(options.Url);
        var services = builder.Services;
        services.AddRouting();
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = LargestBody);
        services.AddSingleton(options);
        var followed = new FollowedTime();
        services.AddSingleton(followed);
        services.AddSingleton(time ?? followed);
        services.AddSingleton<Chats>();
        services.AddSingleton<MediaShelf>();
        services.AddSingleton<Faults>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<WebhookPoster>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookPoster>());
        services.AddSingleton<TemplateBook>();
        services.AddSingleton<GraphApi>();
        services.AddSingleton<GraphMedia>();
        services.AddSingleton<PhoneApi>();
        services.AddSingleton<ClockApi>();
        AddTwilio(services);
        AddAstria(services);
        AddCheckout(services);
        services.AddSingleton<AiManner>();
        services.AddSingleton<AiApi>();
        var app = builder.Build();
        OddBodies.Use(app);
        app.UseRouting();
        app.Services.GetRequiredService<GraphApi>().Map(app);
        app.Services.GetRequiredService<GraphMedia>().Map(app);
        app.Services.GetRequiredService<PhoneApi>().Map(app);
        app.Services.GetRequiredService<ClockApi>().Map(app);
        app.Services.GetRequiredService<TwilioApi>().Map(app);
        app.Services.GetRequiredService<TwilioMedia>().Map(app);
        app.Services.GetRequiredService<AstriaApi>().Map(app);
        app.Services.GetRequiredService<StripeApi>().Map(app);
        app.Services.GetRequiredService<RazorpayApi>().Map(app);
        app.Services.GetRequiredService<CheckoutApi>().Map(app);
        app.Services.GetRequiredService<PayPage>().Map(app);
        app.Services.GetRequiredService<Dashboard>().Map(app);
        app.Services.GetRequiredService<AiApi>().Map(app);
        Page.Map(app, options);
        return app;
    }

    private static void AddTwilio(IServiceCollection services)
    {
        services.AddSingleton<TwilioMedia>();
        services.AddSingleton<TwilioWebhooks>();
        services.AddHostedService(provider => provider.GetRequiredService<TwilioWebhooks>());
        services.AddSingleton<TwilioApi>();
    }

    private static void AddAstria(IServiceCollection services)
    {
        services.AddSingleton<Tunes>();
        services.AddSingleton<AstriaManner>();
        services.AddSingleton<AstriaCallbacks>();
        services.AddSingleton<AstriaApi>();
        services.AddHostedService<Training>();
    }

    private static void AddCheckout(IServiceCollection services)
    {
        services.AddSingleton<Till>();
        services.AddSingleton<PaymentManner>();
        services.AddSingleton<PaymentWebhooks>();
        services.AddHostedService(provider => provider.GetRequiredService<PaymentWebhooks>());
        services.AddSingleton<PaymentEvents>();
        services.AddSingleton<StripeApi>();
        services.AddSingleton<RazorpayApi>();
        services.AddSingleton<CheckoutApi>();
        services.AddSingleton<PayPage>();
        services.AddSingleton<Dashboard>();
    }
}
