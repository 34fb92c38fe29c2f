using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Images.Jobs;

/// <summary>An order that is paid becomes a job, once.</summary>
internal sealed class TrainingOrders(TimeProvider time) : IEventHandler
{
    /// <inheritdoc/>
    public string Receiver => Apps.Images;

    /// <inheritdoc/>
    public string Type => EventTypes.TrainingRequested;

    /// <inheritdoc/>
    public Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var asked = e.Data.Deserialize(ContractsJson.Default.TrainingRequested)!;
        return Task.FromResult(new EventOutcome(async (connection, transaction, _) =>
        {
            await JobRows.AddAsync(
                connection, transaction, e.Workspace, e.Bot ?? "", asked, FormattableString.Invariant($"order-{asked.OrderId}-{asked.Attempt}"),
                e.Data.GetRawText(), time.GetUtcNow());
        }));
    }
}
