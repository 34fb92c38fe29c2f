using System.Text.Json;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Conversations.Events;

/// <summary>
/// Rings over the bus, where apps run apart. A bell has no row of its own: the unhandled inbox row is that, and a sweep rings
/// again for those left lying. So one that cannot be published is logged and lost.
/// </summary>
public sealed partial class BusBell(IEventBus bus, TimeProvider time, ILogger<BusBell> logger) : IBell
{
    private const int ConversationsAnEvent = 200;

    /// <inheritdoc/>
    public async ValueTask RingAsync(IReadOnlyCollection<long> conversations, CancellationToken cancellationToken)
    {
        if (conversations.Count == 0) return;
        try
        {
            await bus.PublishAsync([.. conversations.Chunk(ConversationsAnEvent).Select(Bell)], cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotRung(logger, e.Message);
        }
    }

    private CloudEvent Bell(long[] conversations) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        Source = "/" + Apps.Messages,
        Type = EventTypes.UserMessageReceived,
        Workspace = Numbers.DefaultWorkspace,
        Time = time.GetUtcNow(),
        TraceParent = System.Diagnostics.Activity.Current?.Id,
        Data = JsonSerializer.SerializeToElement(new UserMessageReceived(conversations), ContractsJson.Default.UserMessageReceived),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A bell was not rung and is left to the sweep: {Reason}")]
        public static partial void NotRung(ILogger logger, string reason);
    }
}
