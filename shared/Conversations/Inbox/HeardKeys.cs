using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Conversations.Inbox;

/// <summary>
/// Keys of <c>chat.heard</c> that stand for something which names a person, or may: an update, the id of a message. They outlive an
/// erasure, so each is a keyed hash. A plain one would tell the number to whoever tries all numbers.
/// </summary>
public static class HeardKeys
{
    /// <summary>An update that was kept.</summary>
    public const string Update = "update:";

    /// <summary>A step in the life of a message of ours that its provider told without a time.</summary>
    public const string Step = "step:";

    /// <summary>The provider's id of a message that carries no time, whose person was erased.</summary>
    public const string GoneId = "gone-id:";

    /// <summary>
    /// A message of an erased person that is dated no earlier than the erasure, such as the one that asked for it: its time does not
    /// tell it from what comes after.
    /// </summary>
    public const string Gone = "gone:";

    // Releases before hashed without a key. Such a hash is taken into one with a key, and so is whatever is hashed now.
    private const string Keyed = "k:";

    /// <summary>The key to be kept.</summary>
    public static string Of(SecretKey secret, string kind, string what) => OfHash(secret, kind, EventIds.Of(what));

    /// <summary>All keys under which it may have been kept: the one of <see cref="Of"/>, by other secrets, and by the release before.</summary>
    public static string[] AllOf(SecretKey secret, string kind, string what)
    {
        var hash = EventIds.Of(what);
        return [.. secret.Hashes(hash).Select(keyed => Write(kind, keyed)), kind + hash];
    }

    /// <summary>What a key of the release before is kept as from now on; null where it is none.</summary>
    public static string? Rekeyed(SecretKey secret, string key)
    {
        var kind = new[] { Update, Step, GoneId, Gone }.FirstOrDefault(kind => key.StartsWith(kind, StringComparison.Ordinal));
        var isKeyed = kind is null || key.AsSpan(kind.Length).StartsWith(Keyed, StringComparison.Ordinal);
        return isKeyed ? null : OfHash(secret, kind!, key[kind!.Length..]);
    }

    private static string OfHash(SecretKey secret, string kind, string hash) => Write(kind, secret.Hash(hash));

    private static string Write(string kind, byte[] keyed) => kind + Keyed + Convert.ToHexStringLower(keyed);
}
