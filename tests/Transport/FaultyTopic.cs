using WhatsAppBots.Messaging;

namespace WhatsAppBots.Transport;

/// <summary>A topic between an app and the broker's, that fails as it is told.</summary>
public sealed class FaultyTopic(IBusTopic topic) : IBusTopic
{
    /// <summary>Called before a batch goes.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called once the broker has a batch: a throw is an answer that was lost.</summary>
    public Action After { get; set; } = () => { };

    /// <inheritdoc/>
    public async ValueTask<IBusBatch> NewBatchAsync(CancellationToken cancellationToken) => new Batch(this, await topic.NewBatchAsync(cancellationToken));

    private sealed class Batch(FaultyTopic topic, IBusBatch batch) : IBusBatch
    {
        public bool TryAdd(BusMessage message) => batch.TryAdd(message);

        public async Task SendAsync(CancellationToken cancellationToken)
        {
            await topic.Before(cancellationToken);
            await batch.SendAsync(cancellationToken);
            topic.After();
        }

        public void Dispose() => batch.Dispose();
    }
}
