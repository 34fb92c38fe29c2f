using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Contracts.People;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Erasure;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Conversations.Rounds;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations;

/// <summary>Registers the engine.</summary>
public static class ConversationServices
{
    /// <summary>What the engine keeps about people and for how long: for the app that exports, erases and cleans up.</summary>
    public static IServiceCollection AddChatData(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPersonData, ChatData>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRetention, ChatData>());
        return services;
    }

    /// <summary>
    /// The engine. Needs a <see cref="Database"/>, an <see cref="IChannel"/>, an <see cref="IConversationHandler"/> and the
    /// <see cref="Numbers"/>.
    /// </summary>
    public static IServiceCollection AddConversations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddEvents();
        services.TryAddSingleton(provider => EngineSettings.Read(configuration, provider.GetService<IBusTopic>() is not null));
        services.TryAddSingleton<WorkList>();
        services.TryAddSingleton<NumberPace>();
        services.TryAddSingleton<NumberStops>();
        services.TryAddSingleton<LateFailures>();
        services.TryAddSingleton<SendAttempt>();
        services.TryAddSingleton<Addresses>();
        services.TryAddSingleton(provider => new OutboxSender(
            provider.GetRequiredService<SendAttempt>(), provider.GetRequiredService<NumberStops>(), provider.GetRequiredService<Addresses>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<EngineOptions>(), provider.GetRequiredService<ILogger<OutboxSender>>())
        {
            Ledger = provider.GetRequiredService<WorkList>(),
        });
        services.TryAddSingleton(provider => new Turn(
            provider.GetRequiredService<IConversationHandler>(), provider.GetRequiredService<IChannel>(),
            provider.GetRequiredService<Numbers>().BotOf, new FloodLimit(provider.GetRequiredService<EngineOptions>().TextsPerPerson),
            provider.GetRequiredService<EffectStores>(),
            provider.GetRequiredService<ILogger<Turn>>(), provider.GetService<ITeams>()));
        services.AddOptions<SecretKey>();
        services.TryAddSingleton(_ => RetentionOptions.Read(configuration));
        services.TryAddSingleton<ErasedPeople>();
        services.TryAddSingleton<SlowTurns>();
        services.TryAddSingleton(provider => new EngineProgress(
            provider.GetRequiredService<WorkList>(), provider.GetRequiredService<Database>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<SnapshotReads>();
        services.TryAddSingleton<EffectStores>();
        services.TryAddSingleton<RoundRunner>();
        services.TryAddSingleton<Aftermath>();
        services.TryAddSingleton<IInbox, CommittedInbox>();
        services.TryAddSingleton(provider => new ConversationOpening(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<ErasedPeople>(),
                provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new ConversationEngine(
            provider.GetRequiredService<WorkList>(), provider.GetRequiredService<OutboxSender>()));
        services.TryAddSingleton<IBell>(provider => provider.GetRequiredService<ConversationEngine>());
        services.TryAddSingleton<IConversationWorker>(provider => provider.GetRequiredService<ConversationEngine>());
        services.TryAddSingleton<DueTimers>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, NumberRegistration>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, Committer>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, LeaseKeeper>());
        return services;
    }
}
