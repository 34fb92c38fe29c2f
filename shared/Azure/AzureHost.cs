using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Azure;

/// <summary>What Standalone fills otherwise: the database's identity, the bus, blobs, telemetry.</summary>
public static class AzureHost
{
    /// <summary>Registers it: after the host's own HTTP middleware, before an app's services, which add what is missing.</summary>
    /// <exception cref="InvalidOperationException">
    /// A setting is missing, or production refuses some; the message names them.
    /// </exception>
    public static FunctionsApplicationBuilder AddAzureHost(this FunctionsApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        builder.UseMiddleware<AnswerHeaders>();
        builder.UseMiddleware<EndOfInvocation>();
        builder.Logging.SetLevels(configuration);
        List<string> faults = HostEnvironment.FaultUnlessSaid(configuration) is { } environment
            ? [environment]
            : [.. ProductionSettings.Faults(configuration)];
        if (faults.Count > 0) throw new InvalidOperationException(string.Join(" ", faults));
        EnvironmentNotice.Add(services, configuration);
        var time = new DatabaseTime(TimeProvider.System);
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton(_ => new Database(Required(configuration, "DATABASE_URL"), EntraPassword.GetAsync));

        // Before the migration: it makes the partitions of today.
        ClockWatch.Add(services, time, HostEnvironment.IsProduction(configuration));
        services.AddHostedService<DatabaseMigration>();
        services.AddSingleton<RunningCalls>();
        services.AddHostedService(provider => provider.GetRequiredService<RunningCalls>());
        services.AddSingleton(_ => Client(configuration));
        services.AddSingleton<IBusTopic, ServiceBusTopic>();
        services.AddEventBus();
        foreach (var app in Apps.All) services.AddHealth(app, ("servicebus", false, CheckBusAsync));
        AzureTelemetry.Add(services, configuration);
        if (BlobMedia.Read(configuration) is { } media) services.AddSingleton<IMediaStore>(_ => new BlobMediaStore(media()));
        AzureChat.Add(services, configuration);
        return builder;
    }

    private static async Task<string> CheckBusAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        await services.GetRequiredService<BusBell>().FailureAsync(cancellationToken) is { } failure
            ? throw new InvalidOperationException(failure)
            : "takes what is published";

    // The triggers read SERVICEBUS_CONNECTION_STRING, or with an identity SERVICEBUS_CONNECTION_STRING__fullyQualifiedNamespace.
    private static ServiceBusClient Client(IConfiguration configuration)
    {
        if (configuration["SERVICEBUS_CONNECTION_STRING"] is { Length: > 0 } connection) return new ServiceBusClient(connection);
        return new ServiceBusClient(Required(configuration, "SERVICEBUS_CONNECTION_STRING:fullyQualifiedNamespace"), new DefaultAzureCredential());
    }

    private static string Required(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The setting {name.Replace(":", "__", StringComparison.Ordinal)} is missing.");
}
