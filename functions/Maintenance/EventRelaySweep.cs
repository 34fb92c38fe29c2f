using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Maintenance;

/// <summary>Goes after events that the bus or a process did not take on.</summary>
/// <param name="sweep">Null: there is no bus, and no such event.</param>
public sealed class EventRelaySweep(BusSweep? sweep = null)
{
    /// <summary>Every five seconds.</summary>
    [Function("RelayEvents")]
    public Task Relay([TimerTrigger("*/5 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep?.RunAsync(cancellationToken) ?? Task.CompletedTask;
}
