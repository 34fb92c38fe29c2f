using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Messaging;

/// <summary>Puts events on the bus, as many at once as it takes.</summary>
public sealed class BusPublisher(IBusTopic topic)
{
    private volatile string? _failure;

    /// <summary>Why the bus did not take what was published last; null where it took it, or nothing was published yet.</summary>
    public string? Failure => _failure;

    /// <summary>Publishes events in their order.</summary>
    /// <param name="sent">Told of each lot that the broker has: a failure afterwards does not undo it.</param>
    /// <returns>Those that are larger than the broker takes; they never go.</returns>
    public async Task<IReadOnlyList<CloudEvent>> PublishAsync(
        IEnumerable<CloudEvent> events, Func<IReadOnlyList<CloudEvent>, Task>? sent, CancellationToken cancellationToken)
    {
        var (waiting, tooLarge) = (new Queue<CloudEvent>(events), new List<CloudEvent>());
        while (waiting.Count > 0)
        {
            var lot = await SendAsync(waiting, cancellationToken);
            if (lot.Count == 0) tooLarge.Add(waiting.Dequeue());
            else if (sent is not null) await sent(lot);
        }

        return tooLarge;
    }

    /// <returns>What went; nothing where not even the first fits.</returns>
    private async Task<IReadOnlyList<CloudEvent>> SendAsync(Queue<CloudEvent> waiting, CancellationToken cancellationToken)
    {
        try
        {
            using var batch = await topic.NewBatchAsync(cancellationToken);
            var lot = new List<CloudEvent>();
            while (waiting.TryPeek(out var e) && batch.TryAdd(Message(e))) lot.Add(waiting.Dequeue());
            if (lot.Count == 0) return lot;
            await batch.SendAsync(cancellationToken);
            _failure = null;
            return lot;
        }
        catch (Exception e)
        {
            _failure = e is OperationCanceledException ? "The bus does not answer in time." : e.Message;
            Telemetry.BusFailed();
            throw;
        }
    }

    private static BusMessage Message(CloudEvent e) =>
        new(e.Id, e.Type, e.Subject, JsonSerializer.SerializeToUtf8Bytes(e, ContractsJson.Default.CloudEvent));
}
