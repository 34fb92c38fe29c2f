using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Maintenance;

/// <summary>Goes after events that the bus or a process did not take on. Without a bus there are none.</summary>
public sealed class EventRelaySweep(IServiceProvider services)
{
    /// <summary>Every five seconds.</summary>
    [Function("RelayEvents")]
    public Task Relay([TimerTrigger("*/5 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        services.GetService<BusSweep>()?.RunAsync(cancellationToken) ?? Task.CompletedTask;
}
