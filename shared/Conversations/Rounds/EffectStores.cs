using Npgsql;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Turns;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>Hands the store effects of a batch to the <see cref="IEffectStore"/> of each kind.</summary>
internal sealed class EffectStores(IEnumerable<IEffectStore> stores)
{
    private readonly Dictionary<Type, IEffectStore> _stores = stores.ToDictionary(store => store.Effect);

    /// <exception cref="InvalidOperationException">Nothing writes this effect. Told to the input that made it, before anything is written.</exception>
    public void Check(StoreEffect effect)
    {
        if (!_stores.ContainsKey(effect.GetType())) throw new InvalidOperationException($"No IEffectStore is registered for {effect.GetType().Name}.");
    }

    /// <summary>Adds the statements of all effects to the batch.</summary>
    public void Write(NpgsqlBatch batch, IReadOnlyList<TurnResult> turns, DateTimeOffset now)
    {
        if (!turns.Any(turn => turn.Stored is not null)) return;
        var effects = turns.SelectMany(turn => (turn.Stored ?? []).Select(effect => new StoredEffect(turn.After.WorkspaceId, turn.After.Id, effect)));
        foreach (var kind in effects.GroupBy(effect => effect.Effect.GetType()))
        {
            _stores[kind.Key].Write(batch, [.. kind], now);
        }
    }
}
