using WhatsAppBots.Conversations.Identities;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>
/// Where a sender's last message went, and where that conversation's row stood when this process last saw it, so that both can
/// be found without a search. Guesses: a wrong or missing one costs a message one round more, and nothing else. The
/// committer's alone.
/// </summary>
internal sealed class KnownConversations
{
    private const int Most = 50_000;

    private readonly Dictionary<(long Workspace, string Number, string Key), long> _senders = [];
    private readonly Dictionary<long, string> _addresses = [];

    public long? Guess(Arrival arrival) => _senders.TryGetValue(KeyOf(arrival), out var id) ? id : null;

    public string? AddressOf(long conversation) => _addresses.GetValueOrDefault(conversation);

    public void Learn(Arrival arrival)
    {
        if (arrival.ConversationId is not { } id) return;

        // Emptied rather than aged: who writes often is back after one message.
        if (_senders.Count >= Most) _senders.Clear();
        _senders[KeyOf(arrival)] = id;
    }

    /// <summary>The row stands here now. Only what is committed counts, or what a lock held still.</summary>
    public void StandsAt(long conversation, string address)
    {
        if (_addresses.Count >= Most) _addresses.Clear();
        _addresses[conversation] = address;
    }

    /// <summary>The row was not found where it stood, or was moved without our knowing where to.</summary>
    public void Moved(long conversation) => _addresses.Remove(conversation);

    private static (long, string, string) KeyOf(Arrival arrival) => (
        arrival.WorkspaceId, arrival.Message.NumberId,
        arrival.Message.Sender.UserId ?? arrival.Message.Sender.Phone ?? "");
}
