using Npgsql;
using WhatsAppBots.Conversations.Rounds;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Erasure;

/// <summary>Writes of a turn that erases a person: from its commit on nobody finds them by their number.</summary>
internal static class ErasureStatements
{
    // The keys are kept until Maintenance has hashed them. Whoever writes from one of them is new from now on.
    private const string LeaveSql =
        """
        with gone as (
          delete from chat.identities where person_id = any($1) returning workspace_id, kind, value, person_id
        )
        insert into chat.leaving (workspace_id, kind, value, person_id) select workspace_id, kind, value, person_id from gone
        on conflict do nothing
        """;

    private const string CloseSql = "delete from chat.open_conversations where person_id = any($1)";

    // On their other numbers too: a turn of those that is under way beside the batches finds another version, and is not written. What those states hold is read once more, for whoever else is to be told.
    private const string EndSql = "update chat.conversations set closed_at = $2, version = version + 1 where person_id = any($1) and closed_at is null";

    private const string TimersSql =
        "delete from chat.timers t using chat.conversations c where c.person_id = any($1) and t.conversation_id = c.id";

    /// <summary>Comes after the rows of the round are saved: it moves them.</summary>
    public static void Leave(NpgsqlBatch batch, IEnumerable<long> people, DateTimeOffset now)
    {
        var ids = people.Order().ToArray();
        if (ids.Length == 0) return;
        batch.Add(LeaveSql).With(ids);
        batch.Add(CloseSql).With(ids);
        batch.Add(EndSql).With(ids).WithTime(now);
        batch.Add(TimersSql).With(ids);
    }
}
