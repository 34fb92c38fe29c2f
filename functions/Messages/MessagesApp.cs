using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WhatsAppBots.Ai;
using WhatsAppBots.Bots;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Data;
using WhatsAppBots.Desk;
using WhatsAppBots.Habits.Backend;
using WhatsAppBots.Hosting;
using WhatsAppBots.Messages.Ai;
using WhatsAppBots.Messaging;
using WhatsAppBots.WhatsApp;
using WhatsAppBots.WhatsApp.Settings;
using WhatsAppBots.WhatsApp.Twilio;

namespace WhatsAppBots.Messages;

/// <summary>WhatsApp in and out, and the conversation engine.</summary>
public static class MessagesApp
{
    /// <summary>Registers what the app's functions need.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddWhatsApp(configuration);
        services.AddAi(configuration);
        services.AddBots(configuration);
        services.AddHabitsStore();
        services.AddTeams();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WhatsAppOptions>, NumbersHaveBots>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TwilioOptions>, NumbersHaveBots>());
        services.TryAddSingleton(provider => new Numbers(
            provider.GetRequiredService<IOptions<WhatsAppOptions>>().Value.Numbers.Concat(
                provider.GetRequiredService<IOptions<TwilioOptions>>().Value.Numbers)));
        services.TryAddSingleton(_ => RetentionOptions.Read(configuration));
        services.TryAddSingleton<FirstHeard>();
        services.TryAddSingleton<WebhookStore>();
        services.TryAddSingleton<TwilioIntake>();
        services.AddConversations(configuration);
        services.TryAddSingleton<StoppedNumbers>();
        foreach (var type in ConversationEvents.Types)
        {
            services.AddSingleton<IEventHandler>(provider => new ConversationEvents(
                type, provider.GetRequiredService<IInbox>(), provider.GetRequiredService<Database>()));
        }

        services.TryAddSingleton<AiTaskList>();
        services.TryAddSingleton<AiTurns>();
        services.TryAddEnumerable([ServiceDescriptor.Singleton<IEventHandler, AiQuestions>(), ServiceDescriptor.Singleton<IEventHandler,
            Outreach>()]);
        services.AddHealth(
            Apps.Messages, HealthChecks.Database,
            ("engine", true, (provider, cancellationToken) => provider.GetRequiredService<EngineProgress>().CheckAsync(cancellationToken)),
            ("ai", false, (provider, _) => Task.FromResult(provider.GetRequiredService<IAi>().Describe())),
            (WhatsAppHealth.Meta, false, (provider, cancellationToken) => WhatsAppHealth.CheckAsync(
                provider.GetRequiredService<StoppedNumbers>(), number => !TwilioOptions.Owns(number),
                provider.GetRequiredService<GraphProbe>().CheckAsync(cancellationToken), cancellationToken)));
        if (TwilioSettings.Read(configuration).IsConfigured)
        {
            services.AddHealth(
                Apps.Messages,
                (WhatsAppHealth.Twilio, false, (provider, cancellationToken) => WhatsAppHealth.CheckAsync(
                    provider.GetRequiredService<StoppedNumbers>(), TwilioOptions.Owns,
                    provider.GetRequiredService<TwilioProbe>().CheckAsync(cancellationToken), cancellationToken)));
        }

        return services;
    }
}
