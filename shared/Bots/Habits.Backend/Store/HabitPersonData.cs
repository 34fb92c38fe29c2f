using WhatsAppBots.Contracts.People;

namespace WhatsAppBots.Habits.Backend.Store;

/// <summary>Person data of the tables of habits: export, erasure, retention.</summary>
internal sealed class HabitPersonData : IPersonData, IRetention
{
    private const string HabitsSql =
        """
        select jsonb_agg(to_jsonb(x)) from (
          select h.conversation_id, h.id, h.name, h.days, h.start, h.deadline, h.since, h.until, h.target, h.unit, h.at_most, h.needs_proof,
              h.is_paused,
                 h.streak, h.best, h.zone,
                 (select jsonb_agg(jsonb_build_object('day', m.day, 'mark', m.mark, 'amount', m.amount) order by m.day) from habits.marks m
                  where m.conversation_id = h.conversation_id and m.habit_id = h.id) as marks
          from habits.habits h where h.conversation_id = any(@Conversations) order by h.number) x
        """;

    // Marks go with their habits.
    private const string Erase = "delete from habits.habits where conversation_id = any(@Conversations);";

    private const string MarksSql = "delete from habits.marks where day < (@before at time zone 'UTC')::date";

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables => ["habits.habits", "habits.marks"];

    /// <inheritdoc/>
    public IReadOnlyList<PersonPart> Parts => [new("habits", HabitsSql)];

    /// <inheritdoc/>
    public string EraseSql => Erase;

    /// <inheritdoc/>
    public IReadOnlyList<string> BusyTables => ["habits.habits", "habits.marks"];

    /// <inheritdoc/>
    public IReadOnlyList<RetentionRule> Rules(RetentionPeriods kept) => [new("habitMarksDeleted", MarksSql, kept.Messages)];
}
