using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Engine;

/// <summary>Works conversations: handles what waits in their inboxes and sends what waits in their outboxes.</summary>
public sealed class ConversationEngine : IBell, IConversationWorker
{
    private readonly WorkList _work;
    private readonly OutboxSender _sender;

    internal ConversationEngine(WorkList work, OutboxSender sender) => (_work, _sender) = (work, sender);

    /// <inheritdoc/>
    public ValueTask RingAsync(IReadOnlyCollection<long> conversations, CancellationToken cancellationToken)
    {
        if (conversations.Count > 0) _work.RingTogether(conversations);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task WorkAsync(IReadOnlyCollection<long> conversations, CancellationToken cancellationToken)
    {
        _work.RingTogether(conversations);
        await _work.WhenIdleAsync(_sender, conversations, cancellationToken);
    }

    /// <summary>Returns when this process has nothing left to do.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken) => _work.WhenIdleAsync(_sender, cancellationToken);

    /// <summary>Renews the leases of conversations whose messages take long to go.</summary>
    internal void RenewLeases()
    {
        foreach (var conversation in _sender.Ageing()) _ = _work.RenewAsync(conversation);
    }
}
