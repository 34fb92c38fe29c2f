using System.Text.Json;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;

namespace WhatsAppBots.Conversations.Identities;

/// <summary>A message that found its conversation, as a row of the inbox and a line of the history.</summary>
internal static class ArrivalEntry
{
    public static InboxEntry Of(Arrival arrival)
    {
        var message = arrival.Message;
        return new InboxEntry(
            arrival.WorkspaceId, arrival.ConversationId!.Value, "message:" + message.Id, message.At,
            JsonSerializer.Serialize(new MessageInput(message), HandlingJson.Default.Input), arrival.TraceParent,
            new HistoryLine(message.Content.Type, message.Content.Summary, message.Id, arrival.Raw));
    }
}
