using Npgsql;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>Writes of chat.handovers: when people had a conversation, why, and who asked for it.</summary>
internal static class HandOverStatements
{
    private const string OpenSql =
        """
        insert into chat.handovers (workspace_id, conversation_id, opened_at, reason, opened_by)
        values ($1, $2, $3, $4, $5)
        on conflict (conversation_id) where closed_at is null do nothing
        """;

    private const string CloseSql =
        """
        update chat.handovers set closed_at = $2, close_reason = $3, closed_by = $4
        where conversation_id = $1 and closed_at is null
        """;

    public static void Write(NpgsqlBatch batch, IReadOnlyList<TurnResult> turns, DateTimeOffset now)
    {
        foreach (var turn in turns.Where(turn => turn.HandOvers is not null))
        {
            foreach (var change in turn.HandOvers!)
            {
                if (change.ToPeople)
                {
                    batch.Add(OpenSql).With(turn.After.WorkspaceId).With(turn.After.Id).WithTime(now).With(change.Reason).With(change.By);
                }
                else
                {
                    batch.Add(CloseSql).With(turn.After.Id).WithTime(now).With(change.Reason).With(change.By);
                }
            }
        }
    }
}
