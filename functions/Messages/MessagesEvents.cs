using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Messages;

/// <summary>What other apps, and the bell, tell this one.</summary>
public sealed class MessagesEvents(EventQueue queue, ConversationEngine engine)
{
    // A message that waits longer for Meta's pace, or for an outcome, holds no call: its rows are durable, and the sweep rings for them.
    private static readonly TimeSpan _workAtMost = TimeSpan.FromSeconds(45);

    /// <summary>Works the conversations a bell names; stores whatever else was heard and works that.</summary>
    [Function("MessagesEvents")]
    public Task Hear(
        [ServiceBusTrigger(EventTypes.Topic, Apps.Messages, Connection = "SERVICEBUS_CONNECTION_STRING")] string @event,
        CancellationToken cancellationToken) =>
        Bell(@event) is { } conversations ? WorkAsync(conversations, cancellationToken) : queue.HearAsync(Apps.Messages, @event, cancellationToken);

    /// <summary>Hears again what the broker gave up delivering.</summary>
    [Function("MessagesDeadLetters")]
    public Task HearAgain(
        [ServiceBusTrigger(EventTypes.Topic, Apps.Messages + Apps.DeadLetters, Connection = "SERVICEBUS_CONNECTION_STRING")] string @event,
        CancellationToken cancellationToken) => Hear(@event, cancellationToken);

    private async Task WorkAsync(IReadOnlyList<long> conversations, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_workAtMost);
        try
        {
            await engine.WorkAsync(conversations, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }

    // What is no bell, or cannot be read, is the queue's.
    private static IReadOnlyList<long>? Bell(string body)
    {
        try
        {
            var e = JsonSerializer.Deserialize(body, ContractsJson.Default.CloudEvent);
            return e?.Type == EventTypes.UserMessageReceived ? e.Data.Deserialize(ContractsJson.Default.UserMessageReceived)?.Conversations : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
