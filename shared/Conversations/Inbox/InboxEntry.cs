namespace WhatsAppBots.Conversations.Inbox;

/// <summary>An input on its way into a conversation's inbox.</summary>
/// <param name="Cause">With <paramref name="CauseAt"/> unique for ever: what came twice is stored once.</param>
/// <param name="CauseAt">The time the cause itself carries, the same in each redelivery.</param>
/// <param name="Payload">JSON of the input; null where it was handled already.</param>
/// <param name="History">The line it adds to the conversation's history, if any.</param>
internal sealed record InboxEntry(
    long WorkspaceId, long ConversationId, string Cause, DateTimeOffset CauseAt, string? Payload, string? TraceParent,
    HistoryLine? History);

/// <summary>A line of a conversation's history.</summary>
internal sealed record HistoryLine(string Type, string Summary, string ProviderId, string Raw);
