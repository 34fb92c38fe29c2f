using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.WhatsApp.Sending;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>Reads one status of a message that we sent.</summary>
internal static class StatusReader
{
    /// <summary>Null where it lacks an id, a status or a time.</summary>
    public static MessageStatus? Read(JsonElement status, People people, string numberId)
    {
        if (status.Id("id"u8) is not { } id || status.Time("timestamp"u8) is not { } at) return null;
        if (status.Id("status"u8) is not { } name) return null;
        return new MessageStatus(
            id, numberId, Recipient(status, people) ?? MessageStatus.Untold, name.ToLowerInvariant(), at, status.Words("biz_opaque_callback_data"u8),
            [.. status.Objects("errors"u8).Select(Error)], status.GetRawText())
        {
            Pricing = Pricing(status.Field("pricing"u8)),
            Conversation = Conversation(status.Field("conversation"u8)),
            Contact = people.RecipientOf(status.Phone("recipient_id"u8), status.Id("recipient_user_id"u8)),
        };
    }

    // All statuses of a group's message share its id and the group's; the participant tells them apart.
    private static string? Recipient(JsonElement status, People people) =>
        Participant(status) ?? status.Phone("recipient_id"u8) ?? status.Id("recipient_id"u8)
        ?? status.Id("recipient_user_id"u8) ?? people.OnlyOne;

    // Meta's pages spell it in two ways.
    private static string? Participant(JsonElement status) =>
        status.Phone("recipient_participant_id"u8) ?? status.Phone("participant_recipient_id"u8)
        ?? status.Id("recipient_participant_user_id"u8) ?? status.Id("participant_recipient_user_id"u8)
        ?? status.Id("recipient_participant_id"u8) ?? status.Id("participant_recipient_id"u8);

    private static MessagePricing? Pricing(JsonElement pricing) => pricing.IsObject()
        ? new MessagePricing(
            pricing.Words("category"u8), pricing.Field("billable"u8).ValueKind == JsonValueKind.Undefined ? null : pricing.Flag("billable"u8),
            pricing.Words("type"u8), pricing.Words("pricing_model"u8))
        : null;

    private static ProviderConversation? Conversation(JsonElement conversation) => conversation.IsObject()
        ? new ProviderConversation(
            conversation.Words("id"u8), conversation.Field("origin"u8).Words("type"u8), conversation.Time("expiration_timestamp"u8))
        : null;

    // One whose code cannot be read is not the error 0, which is about the account and stops its numbers.
    private static ProviderError Error(JsonElement error) => new(
        error.Code("code"u8) ?? GraphError.NoCode, error.Words("title"u8) ?? error.Words("message"u8),
        error.Field("error_data"u8).Words("details"u8) ?? error.Words("details"u8));
}
