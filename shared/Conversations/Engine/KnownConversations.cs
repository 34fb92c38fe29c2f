using WhatsAppBots.Conversations.Identities;

namespace WhatsAppBots.Conversations.Engine;

/// <summary>
/// Where a sender's last message went, so that its conversation can be locked in the round trip that looks the sender up.
/// A guess: a wrong or missing one costs a message one round more, and nothing else.
/// </summary>
internal sealed class KnownConversations
{
    private const int Most = 50_000;

    private readonly Dictionary<(long Workspace, string Number, string Key), long> _known = [];

    public long? Guess(Arrival arrival) => _known.TryGetValue(KeyOf(arrival), out var id) ? id : null;

    public void Learn(Arrival arrival)
    {
        if (arrival.ConversationId is not { } id) return;

        // Emptied rather than aged: who writes often is back after one message.
        if (_known.Count >= Most) _known.Clear();
        _known[KeyOf(arrival)] = id;
    }

    private static (long, string, string) KeyOf(Arrival arrival) => (
        arrival.WorkspaceId, arrival.Message.NumberId,
        arrival.Message.Sender.UserId ?? arrival.Message.Sender.Phone ?? "");
}
