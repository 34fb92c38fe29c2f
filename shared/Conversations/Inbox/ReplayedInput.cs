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
        where not exists (select 1 from chat.inbox where conversation_id = @ConversationId and cause = @CauseBefore)
        """;

    /// <summary>Enters the input at the end of its conversation's inbox.</summary>
    /// <exception cref="ReplayRefusedException">Its last replay waits in the inbox still; the transaction has to be rolled back.</exception>
    public static async Task EnterAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, ReplayedLetter letter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entered = await connection.ExecuteAsync(new CommandDefinition(
            EnterSql,
            new { letter.WorkspaceId, letter.ConversationId, letter.Cause, letter.CauseBefore, letter.Payload, now = now.UtcDateTime }, transaction,
            cancellationToken: cancellationToken));
        if (entered == 0) throw ReplayRefusedException.Pending(letter.Id);
    }
}
