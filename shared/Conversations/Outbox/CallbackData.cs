using System.Globalization;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>The id of our row as it travels with a message and back with its statuses.</summary>
internal static class CallbackData
{
    private const string Prefix = "m:";

    public static string Of(long messageId) => Prefix + messageId.ToString(CultureInfo.InvariantCulture);

    /// <summary>The row's id; null where the data is missing or not of our making.</summary>
    public static long? MessageId(string? data) =>
        data is not null && data.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(data.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
