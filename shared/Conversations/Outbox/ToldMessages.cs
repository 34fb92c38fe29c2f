using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>
/// A failure that the provider tells of a message of ours: by our own id, which comes back with most webhooks, or else by the id that the
/// provider gave the message when it was accepted.
/// </summary>
internal readonly record struct ToldFailure(long? MessageId, string? ProviderId, int Code, DateTimeOffset At);

/// <summary>Finds the messages that failures are told of.</summary>
internal static class ToldMessages
{
    /// <summary>
    /// Our id of the message in the row <c>u</c>, which has <c>message_id</c> and <c>provider_id</c>; null where it is none of ours.
    /// </summary>
    public const string IdSql =
        """
        coalesce(u.message_id, (select s.message_id from chat.statuses s
                                where s.provider_id = u.provider_id and s.recipient = '' and s.status = 'accepted' limit 1))
        """;

    /// <summary>The ids as the first two parameters of a statement.</summary>
    public static NpgsqlBatchCommand WithIds(this NpgsqlBatchCommand command, ToldFailure[] rows) => command
        .With(Array.ConvertAll(rows, row => row.MessageId))
        .WithTexts(Array.ConvertAll(rows, row => row.MessageId is null ? row.ProviderId : null));
}
