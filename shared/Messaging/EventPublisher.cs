using Npgsql;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Messaging;

/// <summary>Tells other apps of a change, in the transaction that makes it: an event is told if, and only if, it is committed.</summary>
public sealed class EventPublisher(EventRouting routing, EventBells bells)
{
    /// <summary>Writes the event; one with the same id that was told before is not told again.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CloudEvent e, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        EventStatements.Publish(batch, [e], routing);
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>After the commit: whoever works it in this process need not wait for the sweep.</summary>
    public void Ring(CloudEvent e) => bells.Ring([e]);
}
