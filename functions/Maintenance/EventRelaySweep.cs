using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Conversations.Events;

namespace WhatsAppBots.Maintenance;

/// <summary>Takes to the bus what the process that wrote it did not. Without a bus there is nothing to take.</summary>
public sealed class EventRelaySweep(IServiceProvider services)
{
    /// <summary>Every ten seconds.</summary>
    [Function("RelayEvents")]
    public async Task Relay([TimerTrigger("*/10 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        if (services.GetService<EventRelay>() is { } relay) await relay.RelayAsync(cancellationToken);
    }
}
