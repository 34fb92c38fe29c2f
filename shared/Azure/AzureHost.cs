using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WhatsAppBots.Ai;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;

namespace WhatsAppBots.Azure;

/// <summary>What Standalone fills otherwise: the bus, the bell over it, blobs.</summary>
public static class AzureHost
{
    /// <summary>Registers it. Called before an app's own services, which add what is missing.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing; the message names it.</exception>
    public static IHostApplicationBuilder AddAzureHost(this IHostApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Database(Required(configuration, "DATABASE_URL")));
        services.AddSingleton(_ => Client(configuration));
        services.AddSingleton<IEventBus, ServiceBusEventBus>();
        services.AddSingleton<IBell, BusBell>();
        services.AddSingleton<EventRelay>();
        services.AddHostedService<DatabaseMigration>();
        services.AddHostedService<RelayOnBell>();
        services.AddTelemetry(configuration);
        if (configuration["MEDIA_STORE"] is { } store && store.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            services.AddSingleton<IMediaStore>(_ => new BlobMediaStore(new BlobContainerClient(new Uri(store), new DefaultAzureCredential())));
        }

        if (configuration["AZURE_OPENAI_ENDPOINT"] is { Length: > 0 } && configuration["AZURE_OPENAI_API_KEY"] is not { Length: > 0 })
        {
            services.AddSingleton(_ => AzureChat.Create(AiSettings.Read(configuration)));
        }

        return builder;
    }

    // The triggers read SERVICEBUS_CONNECTION_STRING, or with an identity SERVICEBUS_CONNECTION_STRING__fullyQualifiedNamespace.
    private static ServiceBusClient Client(IConfiguration configuration)
    {
        if (configuration["SERVICEBUS_CONNECTION_STRING"] is { Length: > 0 } connection) return new ServiceBusClient(connection);
        var host = configuration["SERVICEBUS_CONNECTION_STRING:fullyQualifiedNamespace"]
            ?? Required(configuration, "ServiceBus:fullyQualifiedNamespace");
        return new ServiceBusClient(host, new DefaultAzureCredential());
    }

    private static string Required(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The setting {name.Replace(":", "__", StringComparison.Ordinal)} is missing.");
}
