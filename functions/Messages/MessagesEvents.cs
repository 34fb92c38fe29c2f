using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Events;

namespace WhatsAppBots.Messages;

/// <summary>What other apps, and the bell, tell this one.</summary>
public sealed class MessagesEvents(EventQueue queue, ConversationEngine engine)
{
    // Well inside the broker's lock of 5 minutes. What is not done by then goes on in the next invocation.
    private static readonly TimeSpan _workAtMost = TimeSpan.FromSeconds(45);

    /// <summary>Works the conversations a bell names; stores what else was heard and works that.</summary>
    [Function("MessagesEvents")]
    public async Task Hear(
        [ServiceBusTrigger(EventTypes.Topic, Apps.Messages, Connection = "SERVICEBUS_CONNECTION_STRING", IsBatched = true)] string[] events,
        CancellationToken cancellationToken)
    {
        var conversations = new HashSet<long>();
        var others = events.Where(body => !TakeBell(body, conversations)).ToList();
        if (conversations.Count > 0) await WorkAsync(conversations, cancellationToken);
        await queue.HearAsync(Apps.Messages, others, cancellationToken);
    }

    private async Task WorkAsync(HashSet<long> conversations, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_workAtMost);
        try
        {
            await engine.WorkAsync(conversations, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A message that waits for Meta's pace or for an outcome; its rows are durable and the sweep rings for them.
        }
    }

    private static bool TakeBell(string body, HashSet<long> conversations)
    {
        try
        {
            var e = JsonSerializer.Deserialize(body, ContractsJson.Default.CloudEvent);
            if (e?.Type != EventTypes.UserMessageReceived) return false;
            conversations.UnionWith(e.Data.Deserialize(ContractsJson.Default.UserMessageReceived)!.Conversations);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
