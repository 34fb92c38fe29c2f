using System.Security.Cryptography;
using System.Text;

namespace WhatsAppBots.Contracts.Events;

/// <summary>
/// Ids of events that are told because of a message. They are kept for weeks, and Meta's id of a message holds the number of whoever
/// wrote it: so the message stands in them as a hash.
/// </summary>
public static class EventIds
{
    /// <summary>The same for the same cause, and nothing can be read from it.</summary>
    /// <param name="cause">What names a message: a cause of an input, or the provider's id.</param>
    public static string Of(string cause) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cause)));
}
