using Npgsql;

namespace WhatsAppBots.Conversations.Handling;

/// <summary>Base of effects that write a bot's own tables, in the transaction of the transition. An <see cref="IEffectStore"/> writes them.</summary>
public abstract record StoreEffect : Effect
{
    /// <inheritdoc/>
    public sealed override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>A store effect and whose it is.</summary>
public sealed record StoredEffect(long WorkspaceId, long ConversationId, StoreEffect Effect);

/// <summary>Writer of one kind of <see cref="StoreEffect"/>, for all conversations of a batch at once.</summary>
public interface IEffectStore
{
    /// <summary>The type of effect it writes.</summary>
    Type Effect { get; }

    /// <summary>
    /// Adds the statements to the batch's write, set-based: a fixed number of them, however many effects there are. None returns rows. What
    /// the database refuses fails the input that caused it.
    /// </summary>
    /// <param name="batch">The write of the batch.</param>
    /// <param name="effects">In the order of the conversations; of one conversation in the order they were made.</param>
    /// <param name="now">The time of the batch.</param>
    void Write(NpgsqlBatch batch, IReadOnlyList<StoredEffect> effects, DateTimeOffset now);
}
