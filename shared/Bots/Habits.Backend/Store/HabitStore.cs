using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Data;

namespace WhatsAppBots.Habits.Backend.Store;

/// <summary>Writes the rows of habits for all conversations of a batch, by three statements.</summary>
internal sealed class HabitStore : IEffectStore
{
    internal const string DeleteSql =
        """
        delete from habits.habits h using unnest($1::bigint[]) as u(conversation_id)
        where h.conversation_id = u.conversation_id and not (h.conversation_id || ':' || h.id) = any($2::text[])
        """;

    internal const string HabitsSql =
        """
        insert into habits.habits (workspace_id, conversation_id, id, name, days, start, deadline, since, until, target, unit, at_most,
            needs_proof,
                                   is_paused, streak, best, zone, updated_at)
        select r.workspace, r.conversation, r.id, r.name, r.days::jsonb, r.start, r.deadline, r.since, r.until, r.target, r.unit,
            r."atMost",
               r."needsProof", r."isPaused", r.streak, r.best, r.zone, $2
        from jsonb_to_recordset($1) as r(
          workspace bigint, conversation bigint, id int, name text, days text, start time, deadline time, since date, until date,
              target numeric,
          unit text, "atMost" int, "needsProof" bool, "isPaused" bool, streak int, best int, zone text)
        on conflict (conversation_id, id) do update set
          name = excluded.name, days = excluded.days, start = excluded.start, deadline = excluded.deadline, since = excluded.since,
              until = excluded.until,
          target = excluded.target, unit = excluded.unit, at_most = excluded.at_most, needs_proof = excluded.needs_proof,
              is_paused = excluded.is_paused,
          streak = excluded.streak, best = excluded.best, zone = excluded.zone, updated_at = excluded.updated_at
        """;

    internal const string MarksSql =
        """
        insert into habits.marks (workspace_id, conversation_id, habit_id, day, mark, amount)
        select r.workspace, r.conversation, r.habit, r.day, r.mark, r.amount
        from jsonb_to_recordset($1) as r(workspace bigint, conversation bigint, habit int, day date, mark text, amount numeric)
        on conflict (conversation_id, habit_id, day) do update set mark = excluded.mark, amount = excluded.amount
        """;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <inheritdoc/>
    public Type Effect => typeof(HabitRows);

    /// <inheritdoc/>
    public void Write(NpgsqlBatch batch, IReadOnlyList<StoredEffect> effects, DateTimeOffset now)
    {
        // The last of a conversation names all its habits; days are written by each, and the last word on a day counts.
        var last = effects.GroupBy(effect => effect.ConversationId)
            .Select(each => (Of: each.Last(), Rows: (HabitRows)each.Last().Effect, All: each.Select(effect =>
                (HabitRows)effect.Effect))).ToList();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(DeleteSql)
        {
            Parameters =
            {
                new NpgsqlParameter { Value = last.Select(each => each.Of.ConversationId).ToArray() },
                new NpgsqlParameter
                {
                    Value = last.SelectMany(each => each.Rows.Habits.Select(habit =>
                        FormattableString.Invariant($"{each.Of.ConversationId}:{habit.Id}"))).ToArray(),
                },
            },
        });
        var habits = last.SelectMany(each => each.Rows.Habits.Select(habit => new
        {
            workspace = each.Of.WorkspaceId, conversation = each.Of.ConversationId, habit.Id, habit.Name, habit.Days, habit.Start,
            habit.Deadline, habit.Since,
            habit.Until, habit.Target, habit.Unit, habit.AtMost, habit.NeedsProof, habit.IsPaused, habit.Streak, habit.Best, habit.Zone,
        })).ToList();
        if (habits.Count > 0) Add(batch, HabitsSql, habits).Parameters.Add(new NpgsqlParameter { Value = now.UtcDateTime });
        var marks = last.SelectMany(each => each.All.SelectMany(rows => rows.Marks)
            .GroupBy(mark => (mark.Habit, mark.Day)).Select(day => day.Last())
            .Where(mark => each.Rows.Habits.Any(habit => habit.Id == mark.Habit))
            .Select(mark => new
            {
                workspace = each.Of.WorkspaceId, conversation = each.Of.ConversationId, mark.Habit, mark.Day, mark.Mark, mark.Amount,
            })).ToList();
        if (marks.Count > 0) Add(batch, MarksSql, marks);
    }

    private static NpgsqlBatchCommand Add<T>(NpgsqlBatch batch, string sql, List<T> rows)
    {
        // PostgreSQL keeps no NUL in text.
        var json = JsonSerializer.Serialize(rows, _json).Replace("\\u0000", "\\uFFFD", StringComparison.Ordinal);
        var command = new NpgsqlBatchCommand(sql)
        {
            Parameters = { new NpgsqlParameter { Value = json,
            NpgsqlDbType = NpgsqlDbType.Jsonb } }
        };
        batch.BatchCommands.Add(command);
        return command;
    }
}
