using System.Text.Json;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;

namespace WhatsAppBots.Conversations.Identities;

/// <summary>A message that found its conversation, as a row of the inbox and a line of the history.</summary>
internal static class ArrivalEntry
{
    /// <param name="handled">It was handled straight away: it needs no row of the inbox.</param>
    public static InboxEntry Of(Arrival arrival, bool handled)
    {
        var message = arrival.Message;
        return new InboxEntry(
            arrival.WorkspaceId, arrival.ConversationId!.Value, arrival.Cause, message.At,
            handled ? null : JsonSerializer.Serialize(new MessageInput(message), HandlingJson.Default.Input), arrival.TraceParent,
            new HistoryLine(message.Content.Type, message.Content.Summary, message.Id, arrival.Raw));
    }
}
