namespace WhatsAppBots.Messaging;

/// <summary>
/// Tells whoever works conversations that these have something waiting. A bell may be lost: the rows it speaks of are
/// durable, and a sweep rings for those left lying.
/// </summary>
public interface IBell
{
    /// <summary>Rings for conversations, by id.</summary>
    ValueTask RingAsync(IReadOnlyCollection<long> conversations, CancellationToken cancellationToken);
}
