namespace WhatsAppBots.Messaging;

/// <summary>Works conversations in this process. Apps without the engine have none.</summary>
public interface IConversationWorker
{
    /// <summary>Works these conversations, by id, and returns when this process has nothing left to do for them.</summary>
    Task WorkAsync(IReadOnlyCollection<long> conversations, CancellationToken cancellationToken);
}
