using System.Text.Json;
using Dapper;
using NodaTime;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Habits.Backend.Store;

/// <summary>Habit of a person, with how today goes.</summary>
/// <param name="Number">Row number, by which the list is ordered.</param>
/// <param name="ConversationId">The person's conversation with the bot.</param>
/// <param name="Id">The habit's number within the conversation.</param>
/// <param name="Days">Weekdays, or how often.</param>
/// <param name="Start">Local time from which it can be done; null: all day.</param>
/// <param name="Deadline">Local time; one that is not after the start is on the next day.</param>
/// <param name="Target">How many times, or how much, make it done; null: once.</param>
/// <param name="AtMost">The most a day may have; null: it is something to be done.</param>
/// <param name="Streak">Days, or weeks, without a miss.</param>
/// <param name="Best">The longest streak yet.</param>
/// <param name="Zone">IANA time zone of its times.</param>
/// <param name="Today">How today goes for the person; null: nothing has happened today.</param>
public sealed record HabitView(
    long Number, long ConversationId, int Id, string Name, JsonElement Days, TimeOnly? Start, TimeOnly Deadline, decimal? Target,
        string? Unit, int? AtMost,
    bool NeedsProof, bool IsPaused, int Streak, int Best, string Zone, HabitDayView? Today);

/// <summary>Day of a habit.</summary>
/// <param name="Mark"><c>open</c>, <c>done</c>, <c>missed</c>, <c>frozen</c> or <c>off</c>.</param>
/// <param name="Amount">How much was done; null once the day is closed.</param>
public sealed record HabitDayView(DateOnly Day, string Mark, decimal? Amount);

/// <summary>Reads habits, newest first.</summary>
public sealed class HabitQueries(Workspace workspace, TimeProvider time)
{
    private const string ListSql =
        """
        select number, conversation_id as ConversationId, id, name, days::text as Days, start, deadline, target, unit, at_most as AtMost,
               needs_proof as NeedsProof, is_paused as IsPaused, streak, best, zone
        from habits.habits where @After::bigint is null or number < @After order by number desc limit @Limit
        """;

    // Somewhere it is still yesterday, elsewhere already tomorrow.
    private const string MarksSql =
        """
        select conversation_id as ConversationId, habit_id as HabitId, day, mark, amount from habits.marks
        where conversation_id = any(@conversations) and day between @utc::date - 1 and @utc::date + 1
        """;

    /// <summary>Reads a page of habits.</summary>
    public Task<Page<HabitView>> ListAsync(PageRequest page, CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            var now = time.GetUtcNow();
            var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
                ListSql, new { page.After, page.Limit }, transaction, cancellationToken: cancellationToken))).ToList();
            var marks = (await connection.QueryAsync<MarkRow>(new CommandDefinition(
                MarksSql, new { conversations = rows.Select(row => row.ConversationId).Distinct().ToArray(), utc = now.UtcDateTime },
                    transaction,
                cancellationToken: cancellationToken))).ToDictionary(mark => (mark.ConversationId, mark.HabitId, mark.Day));
            return page.Cut([.. rows.Select(row => View(row, marks, now))], habit => habit.Number);
        },
        cancellationToken);

    private static HabitView View(Row row, Dictionary<(long, int, DateOnly), MarkRow> marks, DateTimeOffset now)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(row.Zone) ?? DateTimeZone.Utc;
        var today = Instant.FromDateTimeOffset(now).InZone(zone).Date.ToDateOnly();
        var mark = marks.GetValueOrDefault((row.ConversationId, row.Id, today));
        return new HabitView(
            row.Number, row.ConversationId, row.Id, row.Name, JsonSerializer.Deserialize<JsonElement>(row.Days), row.Start, row.Deadline,
                row.Target, row.Unit,
            row.AtMost, row.NeedsProof, row.IsPaused, row.Streak, row.Best, row.Zone, mark is null ? null : new HabitDayView(today,
                mark.Mark, mark.Amount));
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

    private sealed class MarkRow
    {
        public long ConversationId { get; init; }
        public int HabitId { get; init; }
        public DateOnly Day { get; init; }
        public string Mark { get; init; } = "";
        public decimal? Amount { get; init; }
    }
}
