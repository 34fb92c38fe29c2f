using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>Reads one message.</summary>
internal static class MessageReader
{
    /// <summary>
    /// Null where it lacks what makes a message: an id, a writer, a time. A message in a group is none of ours either: its
    /// answer would go to one person out of context.
    /// </summary>
    public static IncomingMessage? Read(JsonElement message, People people, string numberId)
    {
        if (message.Id("id"u8) is not { } id || message.Time("timestamp"u8) is not { } at) return null;
        if (message.Field("group_id"u8).ValueKind != JsonValueKind.Undefined) return null;
        if (people.WriterOf(message) is not { } sender) return null;
        var content = ContentReader.Read(message);

        // Who is known by a user id alone and was asked for their phone has one from then on.
        if (sender.Phone is null && content is ContactsContent { SharedPhone: { } shared }) sender = sender with { Phone = shared };
        return new IncomingMessage(id, at, numberId, sender, content)
        {
            Context = Context(message.Field("context"u8)),
            Referral = Referral(message.Field("referral"u8)),
        };
    }

    private static MessageContext? Context(JsonElement context)
    {
        var read = new MessageContext(
            context.Id("id"u8), context.Phone("from"u8) ?? context.Id("from"u8),
            context.Flag("forwarded"u8), context.Flag("frequently_forwarded"u8));
        return read is { MessageId: null, From: null, Forwarded: false, FrequentlyForwarded: false } ? null : read;
    }

    private static Referral? Referral(JsonElement referral) => referral.IsObject()
        ? new Referral(
            referral.Words("source_url"u8), referral.Words("source_id"u8), referral.Words("source_type"u8),
            referral.Words("headline"u8), referral.Words("body"u8), referral.Words("ctwa_clid"u8))
        : null;
}
