using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>Reads one status of a message that we sent.</summary>
internal static class StatusReader
{
    /// <summary>Null where it lacks an id, a status, a recipient or a time.</summary>
    public static MessageStatus? Read(JsonElement status, People people, string numberId)
    {
        if (status.Id("id"u8) is not { } id || status.Time("timestamp"u8) is not { } at) return null;
        if (status.Id("status"u8) is not { } name || Recipient(status, people) is not { } recipient) return null;
        return new MessageStatus(
            id, numberId, recipient, name.ToLowerInvariant(), at, status.Words("biz_opaque_callback_data"u8),
            [.. status.Objects("errors"u8).Select(Error)], status.GetRawText());
    }

    // All statuses of a group's message share its id and the group's; the participant tells them apart.
    private static string? Recipient(JsonElement status, People people) =>
        status.Phone("recipient_participant_id"u8) ?? status.Id("recipient_participant_user_id"u8)
        ?? status.Phone("recipient_id"u8) ?? status.Id("recipient_id"u8)
        ?? status.Id("recipient_user_id"u8) ?? people.OnlyOne;

    private static ProviderError Error(JsonElement error) => new(
        error.Code("code"u8) ?? 0, error.Words("title"u8) ?? error.Words("message"u8),
        error.Field("error_data"u8).Words("details"u8) ?? error.Words("details"u8));
}
