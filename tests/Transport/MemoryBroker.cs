using System.Text;
using System.Text.Json.Nodes;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Transport;

/// <summary>
/// A broker in memory with the manners of Service Bus that matter: filters by label, repetitions known by their id, a limit to what goes at
/// once, delivery until it succeeds or was tried too often, and a dead-letter queue.
/// </summary>
public sealed class MemoryBroker : IBroker, IBusTopic
{
    private const int LargestBatch = 256 * 1024;
    private const int Overhead = 512;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, MemorySubscription> _subscriptions;

    /// <summary>Made from the committed topology.</summary>
    public MemoryBroker(string topology)
    {
        var topic = JsonNode.Parse(File.ReadAllText(topology))!["UserConfig"]!["Namespaces"]![0]!["Topics"]!.AsArray()
            .Single(topic => topic!["Name"]!.ToString() == EventTypes.Topic)!;
        _subscriptions = topic["Subscriptions"]!.AsArray().ToDictionary(
            subscription => subscription!["Name"]!.ToString(),
            subscription => new MemorySubscription(
                [.. subscription!["Rules"]!.AsArray().Select(rule => rule!["Properties"]!["CorrelationFilter"]!["Label"]!.ToString())],
                subscription["Properties"]!["MaxDeliveryCount"]!.GetValue<int>()));
    }

    /// <inheritdoc/>
    public IBusTopic Topic => this;

    /// <inheritdoc/>
    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public ValueTask<IBusBatch> NewBatchAsync(CancellationToken cancellationToken) => new(new Batch(this));

    /// <inheritdoc/>
    public Task<IAsyncDisposable> HearAsync(string subscription, Func<string, CancellationToken, Task> hear)
    {
        var of = _subscriptions[subscription.Replace(Apps.DeadLetters, "", StringComparison.Ordinal)];
        return Task.FromResult<IAsyncDisposable>(subscription.EndsWith(Apps.DeadLetters, StringComparison.Ordinal) ? of.DeadLetters.Hear(hear) : of.Hear(hear));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Publish(BusMessage message)
    {
        lock (_lock)
        {
            if (!_seen.Add(message.Id)) return;
        }

        foreach (var subscription in _subscriptions.Values.Where(subscription => subscription.Labels.Contains(message.Label)))
        {
            subscription.Enqueue(Encoding.UTF8.GetString(message.Body.Span));
        }
    }

    private sealed class Batch(MemoryBroker broker) : IBusBatch
    {
        private readonly List<BusMessage> _messages = [];
        private int _size;

        public bool TryAdd(BusMessage message)
        {
            if (_size + message.Body.Length + Overhead > LargestBatch) return false;
            _size += message.Body.Length + Overhead;
            _messages.Add(message);
            return true;
        }

        public Task SendAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _messages.ForEach(broker.Publish);
            return Task.CompletedTask;
        }

        public void Dispose()
        {
        }
    }
}
