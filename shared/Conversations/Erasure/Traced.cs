using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Erasure;

/// <summary>Something that is kept as it came, with the numbers and user ids that it may name.</summary>
/// <param name="Keys">Null: more than are looked up.</param>
internal sealed record Traced<T>(T Item, IReadOnlyCollection<string>? Keys);

/// <summary>
/// Finds what the raw parts of one webhook may name. Texts of people are among them, so there is a limit: all keys of a batch are looked up
/// in its transaction. The finding itself takes place before, on the time of whoever brought the webhook.
/// </summary>
internal sealed class TraceBudget
{
    /// <summary>Keys of one part.</summary>
    public const int MostOfOne = 1_000;

    /// <summary>Keys of a whole webhook.</summary>
    public const int Most = 8_192;

    /// <summary>Keys found so far.</summary>
    public int Count { get; private set; }

    /// <summary>Finds the keys in one part.</summary>
    public Traced<T> Trace<T>(T item, string raw)
    {
        var most = Math.Min(MostOfOne, Most - Count);
        var keys = PersonTraces.In(raw, most);
        if (keys.Count > most) return new Traced<T>(item, null);
        Count += keys.Count;
        return new Traced<T>(item, keys);
    }
}
