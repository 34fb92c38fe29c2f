using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Conversations.Erasure;

/// <summary>
/// Messages of erased people that are dated no earlier than the erasure, such as the one that asked for it: their time does not tell
/// them from what comes after, so a hash of each stays in <c>chat.heard</c>.
/// </summary>
public static class GoneMessages
{
    /// <summary>What the keys begin with.</summary>
    public const string Prefix = "gone:";

    /// <summary>The key of a message.</summary>
    /// <param name="cause">The cause it had as an input.</param>
    public static string KeyOf(string cause) => Prefix + EventIds.Of(cause);
}
