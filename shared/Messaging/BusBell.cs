using System.Text.Json;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Messaging;

/// <summary>
/// Rings over the bus, where apps run apart. A bell has no row of its own: the unhandled inbox row is that, and a sweep rings
/// again for those left lying. While the bus is away a process that can work conversations works those it would have rung for itself.
/// </summary>
/// <param name="worker">Null in apps that have none: what they ring for then waits for the bus.</param>
public sealed partial class BusBell(BusPublisher publisher, TimeProvider time, ILogger<BusBell> logger, IConversationWorker? worker = null) : IBell
{
    private const int ConversationsAnEvent = 200;

    // A webhook waits for it. The sweep rings 5 s later at the latest.
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(2);

    // Nor need the next one wait for a bus that did not answer the last.
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    // What takes longer goes on in this process as long as it lives, and then by the sweep.
    private static readonly TimeSpan _workAtMost = TimeSpan.FromSeconds(5);

    private long? _failedAt;

    /// <inheritdoc/>
    public async ValueTask RingAsync(IReadOnlyCollection<long> conversations, CancellationToken cancellationToken)
    {
        if (conversations.Count == 0 || await PublishAsync(conversations.Chunk(ConversationsAnEvent).Select(Bell), cancellationToken) || worker is null) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_workAtMost);
        await worker.WorkAsync(conversations, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Wakes the apps: events wait in their queues for a further try, or were left by a process that died.</summary>
    public Task WakeAsync(CancellationToken cancellationToken) => WakeAsync([EventTypes.EventsWaiting], cancellationToken);

    /// <summary>
    /// Asks whether the bus takes what is published. A process that has nothing to publish would not learn that the bus is back, so after a failure it
    /// rings a bell that does no harm.
    /// </summary>
    /// <returns>Why the bus takes nothing; null where it does.</returns>
    public async Task<string?> FailureAsync(CancellationToken cancellationToken)
    {
        if (publisher.Failure is not null) await WakeAsync(cancellationToken);
        return publisher.Failure;
    }

    /// <summary>Rings bells that need no more than their type.</summary>
    /// <param name="types">For each <see cref="EventTypes.Wakes"/> holds.</param>
    public Task WakeAsync(IEnumerable<string> types, CancellationToken cancellationToken) => PublishAsync(
        types.Select(type => Event(type, JsonSerializer.SerializeToElement(new EventsWaiting(), ContractsJson.Default.EventsWaiting))), cancellationToken);

    private async Task<bool> PublishAsync(IEnumerable<CloudEvent> bells, CancellationToken cancellationToken)
    {
        if (_failedAt is { } at && time.GetElapsedTime(at) < _pause) return false;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_atMost);
        try
        {
            await publisher.PublishAsync(bells, null, limit.Token);
            _failedAt = null;
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            _failedAt = time.GetTimestamp();
            Log.NotRung(logger, e.Message);
            return false;
        }
    }

    private CloudEvent Bell(long[] conversations) => Event(
        EventTypes.UserMessageReceived,
        JsonSerializer.SerializeToElement(new UserMessageReceived(conversations), ContractsJson.Default.UserMessageReceived));

    private CloudEvent Event(string type, JsonElement data) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        Source = "/" + Apps.Messages,
        Type = type,
        Workspace = Workspaces.Default,
        Time = time.GetUtcNow(),
        TraceParent = System.Diagnostics.Activity.Current?.Id,
        Data = data,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The bus refused a wake-up signal; the next sweep sends it again: {Reason}")]
        public static partial void NotRung(ILogger logger, string reason);
    }
}
