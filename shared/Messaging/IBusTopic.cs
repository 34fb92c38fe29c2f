namespace WhatsAppBots.Messaging;

/// <summary>A message of the bus.</summary>
/// <param name="Id">The event's id: what the broker knows a repetition by.</param>
/// <param name="Label">The event's type: what subscriptions filter by.</param>
/// <param name="CorrelationId">The conversation, where the event concerns one.</param>
/// <param name="Body">The CloudEvent in JSON, UTF-8.</param>
public sealed record BusMessage(string Id, string Label, string? CorrelationId, ReadOnlyMemory<byte> Body);

/// <summary>
/// The topic of a broker, as its SDK has it. All that is decided about publishing is on this side of it, so what implements it has
/// nothing to decide. At least once, in any order.
/// </summary>
public interface IBusTopic
{
    /// <summary>An empty batch, which knows how much the broker takes at once.</summary>
    ValueTask<IBusBatch> NewBatchAsync(CancellationToken cancellationToken);
}

/// <summary>Messages that go together.</summary>
public interface IBusBatch : IDisposable
{
    /// <summary>Adds a message; false where it does not fit any more.</summary>
    bool TryAdd(BusMessage message);

    /// <summary>Sends them; what it returns from without an exception is with the broker.</summary>
    Task SendAsync(CancellationToken cancellationToken);
}
