using Dapper;
using NodaTime;
using Npgsql;

namespace WhatsAppBots.Habits.Backend.Store;

/// <summary>Habit of a person, and how today goes.</summary>
/// <param name="Number">Row number, for paging.</param>
/// <param name="ConversationId">The person's conversation with the bot.</param>
/// <param name="Id">The habit's number within it.</param>
/// <param name="Days">JSON: weekdays, or how often.</param>
/// <param name="Start">Local time from which it can be done; null: all day.</param>
/// <param name="Deadline">Local time; not after <paramref name="Start"/>: on the next day.</param>
/// <param name="Target">How many times, or how much, make it done; null: once.</param>
/// <param name="AtMost">The most a day may have; null: it is something to be done.</param>
/// <param name="Streak">Days, or weeks, without a miss.</param>
/// <param name="Zone">IANA time zone that its days are of.</param>
/// <param name="Today">The person's date now.</param>
/// <param name="Mark">How today goes: <c>open</c>, <c>done</c>, <c>missed</c>, <c>frozen</c>, <c>off</c>; null: nothing happened yet.</param>
/// <param name="Amount">How much was done today; null: nothing, or the day is closed.</param>
public sealed record HabitLine(
    long Number, long ConversationId, int Id, string Name, string Days, TimeOnly? Start, TimeOnly Deadline, decimal? Target, string? Unit, int? AtMost,
    bool NeedsProof, bool IsPaused, int Streak, int Best, string Zone, DateOnly Today, string? Mark, decimal? Amount);

/// <summary>Lists habits, newest first.</summary>
public sealed class HabitQuery
{
    private const string ListSql =
        """
        select number as Number, conversation_id as ConversationId, id as Id, name as Name, days::text as Days, start as Start, deadline as Deadline,
               target as Target, unit as Unit, at_most as AtMost, needs_proof as NeedsProof, is_paused as IsPaused, streak as Streak, best as Best,
               zone as Zone
        from habits.habits where @after::bigint is null or number < @after order by number desc limit @limit
        """;

    // Somewhere it is still yesterday, elsewhere already tomorrow.
    private const string MarksSql =
        """
        select conversation_id as ConversationId, habit_id as HabitId, day as Day, mark as Name, amount as Amount from habits.marks
        where conversation_id = any(@conversations) and day between @utc::date - 1 and @utc::date + 1
        """;

    /// <summary>Rows after a number, as the transaction's role may see them.</summary>
    /// <param name="after">The number the page before ended with; null: the first page.</param>
    /// <param name="now">The time that today is judged by.</param>
    public async Task<IReadOnlyList<HabitLine>> ListAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long? after, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = (await connection.QueryAsync<Row>(
            new CommandDefinition(ListSql, new { after, limit }, transaction, cancellationToken: cancellationToken))).ToList();
        var marks = (await connection.QueryAsync<Mark>(new CommandDefinition(
            MarksSql, new { conversations = rows.Select(row => row.ConversationId).Distinct().ToArray(), utc = now.UtcDateTime }, transaction,
            cancellationToken: cancellationToken))).ToDictionary(mark => (mark.ConversationId, mark.HabitId, mark.Day));
        return [.. rows.Select(row => Line(row, marks, now))];
    }

    private static HabitLine Line(Row row, Dictionary<(long, int, DateOnly), Mark> marks, DateTimeOffset now)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(row.Zone) ?? DateTimeZone.Utc;
        var today = Instant.FromDateTimeOffset(now).InZone(zone).Date.ToDateOnly();
        var mark = marks.GetValueOrDefault((row.ConversationId, row.Id, today));
        return new HabitLine(
            row.Number, row.ConversationId, row.Id, row.Name, row.Days, row.Start, row.Deadline, row.Target, row.Unit, row.AtMost, row.NeedsProof, row.IsPaused,
            row.Streak, row.Best, row.Zone, today, mark?.Name, mark?.Amount);
    }

    private sealed class Row
    {
        public long Number { get; init; }
        public long ConversationId { get; init; }
        public int Id { get; init; }
        public string Name { get; init; } = "";
        public string Days { get; init; } = "";
        public TimeOnly? Start { get; init; }
        public TimeOnly Deadline { get; init; }
        public decimal? Target { get; init; }
        public string? Unit { get; init; }
        public int? AtMost { get; init; }
        public bool NeedsProof { get; init; }
        public bool IsPaused { get; init; }
        public int Streak { get; init; }
        public int Best { get; init; }
        public string Zone { get; init; } = "";
    }

    private sealed class Mark
    {
        public long ConversationId { get; init; }
        public int HabitId { get; init; }
        public DateOnly Day { get; init; }
        public string Name { get; init; } = "";
        public decimal? Amount { get; init; }
    }
}
