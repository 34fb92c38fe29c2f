using Dapper;
using Npgsql;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Inbox;

/// <summary>Puts an input that was given up back into the inbox.</summary>
public static class ReplayedInput
{
    /// <summary>Source of the dead letters that are inputs.</summary>
    public const string Source = "inbox";

    // A timer's input is handled while the timer is still to be: it was set again when its input was given up, and whichever comes first is the
    // only one.
    private const string EnterSql =
        """
        insert into chat.inbox (workspace_id, conversation_id, cause, payload, timer_id, received_at)
        select @WorkspaceId, @ConversationId, @Cause, @Payload,
               case when @Payload::text ~ '^{"input" ?: ?"timer"' then (@Payload::json ->> 'timerId')::bigint end, @now
        """;

    /// <summary>Enters the input at the end of its conversation's inbox.</summary>
    public static Task EnterAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, ReplayedLetter letter, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            EnterSql, new { letter.WorkspaceId, letter.ConversationId, letter.Cause, letter.Payload, now = now.UtcDateTime }, transaction,
            cancellationToken: cancellationToken));
}
