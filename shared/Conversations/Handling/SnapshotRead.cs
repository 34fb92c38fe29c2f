namespace WhatsAppBots.Conversations.Handling;

/// <summary>
/// Read that a bot declares: one statement for all conversations of a batch. The engine runs it after the conversations are locked, in the round
/// trip that reads them, and hands each its row as <see cref="Conversation.Snapshot"/>. So a handler sees tables and stays a pure function.
/// </summary>
/// <param name="Bot">Name of the bot that declares it.</param>
/// <param name="Sql">
/// One <c>select</c>. <c>$1</c> is <c>bigint[]</c>, the ids of conversations; each row is such an id and its snapshot, JSON as text. It looks
/// up by key, since every conversation of the batch waits for it.
/// </param>
public sealed record SnapshotRead(string Bot, string Sql);
