using Npgsql;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Timers;

/// <summary>Writes of chat.timers, many rows at a time.</summary>
internal static class TimerStatements
{
    private const string FiredSql = "delete from chat.timers where id = any($1)";

    private const string CancelSql =
        """
        delete from chat.timers t using unnest($1::bigint[], $2::text[]) as u(conversation_id, name)
        where t.conversation_id = u.conversation_id and t.name = u.name
        """;

    // A new start is a new id: an input that the old one left in the inbox no longer finds its row.
    private const string StartSql =
        """
        insert into chat.timers as t (workspace_id, conversation_id, name, due_at, data, bot)
        select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::timestamptz[], $5::text[], $6::text[])
        on conflict (conversation_id, name) do update
        set id = excluded.id, due_at = excluded.due_at, data = excluded.data, bot = excluded.bot, fired = false, failures = null
        """;

    public static void Write(NpgsqlBatch batch, IReadOnlyList<TurnResult> turns)
    {
        var fired = turns.SelectMany(turn => turn.FiredTimers).ToArray();
        if (fired.Length > 0) batch.Add(FiredSql).With(fired);

        var words = turns.SelectMany(turn => turn.Timers.Select(timer => (turn.After, timer.Key, Start: timer.Value))).ToList();
        var cancelled = words.Where(word => word.Start is null).ToArray();
        if (cancelled.Length > 0)
        {
            batch.Add(CancelSql)
                .With(Array.ConvertAll(cancelled, word => word.After.Id))
                .With(Array.ConvertAll(cancelled, word => word.Key));
        }

        var started = words.Where(word => word.Start is not null).ToArray();
        if (started.Length == 0) return;
        batch.Add(StartSql)
            .With(Array.ConvertAll(started, word => word.After.WorkspaceId))
            .With(Array.ConvertAll(started, word => word.After.Id))
            .With(Array.ConvertAll(started, word => word.Key))
            .With(Array.ConvertAll(started, word => word.Start!.DueAt.UtcDateTime))
            .WithTexts(Array.ConvertAll(started, word => word.Start!.Data?.GetRawText()))
            .WithTexts(Array.ConvertAll(started, word => word.Start!.Bot));
    }
}
