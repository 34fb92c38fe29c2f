using Dapper;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Timers;

/// <summary>Turns timers that fell due into inputs of their conversations.</summary>
public sealed class DueTimers(Database database, TimeProvider time, IBell bell)
{
    private const int Most = 1000;

    // The row stays until its input is handled, and falls due again where that is given up; `fired` keeps a second sweep from firing it again. The ids are an array, and the connection
    // the committer's: as a join, a thousand due among tens of thousands would be found by reading them all.
    private const string FireSql =
        """
        with due as (
          update chat.timers set fired = true
          where id = any(array(select id from chat.timers where due_at <= @now and not fired
                               order by due_at limit @Most for update skip locked))
          returning *
        )
        insert into chat.inbox (workspace_id, conversation_id, cause, payload, timer_id, received_at)
        select workspace_id, conversation_id, 'timer:' || id,
               json_build_object('input', 'timer', 'timerId', id, 'name', name, 'dueAt', due_at, 'data', data::json, 'bot', bot)::text,
               id, @now
        from due order by due_at
        returning conversation_id
        """;

    /// <summary>Fires all that are due now. Safe in any number of processes at once.</summary>
    /// <returns>How many fired.</returns>
    public async Task<int> FireAsync(CancellationToken cancellationToken)
    {
        var fired = 0;
        while (true)
        {
            await using var connection = await database.Writer.OpenConnectionAsync(cancellationToken);
            var conversations = (await connection.QueryAsync<long>(new CommandDefinition(
                FireSql, new { now = time.GetUtcNow().UtcDateTime, Most }, cancellationToken: cancellationToken))).ToList();
            await bell.RingAsync([.. conversations.Distinct()], cancellationToken);
            fired += conversations.Count;
            if (conversations.Count < Most) return fired;
        }
    }
}
