using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Habits;

/// <summary>
/// Rows of a person's habits and of how their days went, for those who run the bots. The document is the truth; the rows follow it in the
/// same transaction.
/// </summary>
/// <param name="Habits">All habits of the conversation as they are now; those of it that are not among them are deleted.</param>
/// <param name="Marks">Days that changed.</param>
internal sealed record HabitRows(IReadOnlyList<HabitRow> Habits, IReadOnlyList<MarkRow> Marks) : StoreEffect
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Rows to write after a turn; null: nothing that is shown changed.</summary>
    /// <param name="isListed">The rows of before are written.</param>
    public static HabitRows? Of(HabitData before, HabitData after, DateTimeZone zone, bool isListed)
    {
        // The common case costs nothing: lists that nobody touched are the same objects.
        if (isListed && ReferenceEquals(before.Habits, after.Habits) && before.Pause == after.Pause
            && before.Zone == after.Zone) return null;
        var habits = after.Habits.Select(habit => HabitRow.Of(habit, after, zone.Id)).ToList();
        if (!isListed) return new HabitRows(habits, [.. after.Habits.SelectMany(MarkRow.Of)]);

        // A turn touches one habit of many and one day of hundreds: only that day is written out.
        var changed = after.Habits.SelectMany(habit => before.Habits.FirstOrDefault(each => each.Id == habit.Id) is { } was
            ? MarkRow.Changed(was, habit) : MarkRow.Of(habit)).ToList();
        if (changed.Count > 0) return new HabitRows(habits, changed);
        var were = before.Habits.Select(habit => HabitRow.Of(habit, before, before.Zone ?? zone.Id));
        return habits.SequenceEqual(were) ? null : new HabitRows(habits, changed);
    }

    /// <summary>JSON of a habit's days.</summary>
    internal static string Json(HabitDays days) => JsonSerializer.Serialize(
        new { weekdays = days.Weekdays.ToString(), days.TimesAWeek, days.EveryDays, days.EveryWeeks, days.DayOfMonth, days.Nth }, _json);
}

/// <summary>Row of a habit. Dates and times are ISO 8601.</summary>
internal sealed record HabitRow(
    int Id, string Name, string Days, string? Start, string Deadline, string Since, string? Until, decimal? Target, string? Unit,
        int? AtMost, bool NeedsProof,
    bool IsPaused, int Streak, int Best, string Zone)
{
    public static HabitRow Of(Habit habit, HabitData data, string zone) => new(
        habit.Id, habit.Name, HabitRows.Json(habit.Days), Time(habit.Start), Time(habit.Deadline)!, Date(habit.Since)!, Date(habit.Until),
        habit.Exact ?? habit.Target, habit.Unit, habit.AtMost, habit.NeedsProof, (habit.Pause ?? data.Pause) is not null, habit.Streak,
            habit.Best, zone);

    internal static string? Date(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;

    private static readonly LocalTimePattern _minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static string? Time(LocalTime? time) => time is { } at ? _minutes.Format(at) : null;
}

/// <summary>Row of a habit's day.</summary>
/// <param name="Mark"><c>done</c>, <c>missed</c>, <c>off</c>, <c>frozen</c>, or <c>open</c> while the day is not over.</param>
/// <param name="Amount">How many times, while the day is open; null: it is closed.</param>
internal sealed record MarkRow(int Habit, string Day, string Mark, decimal? Amount)
{
    public static IEnumerable<MarkRow> Of(Habit habit) => Days(habit).Select(day => Of(habit, day));

    /// <summary>Days of a habit that are not as they were.</summary>
    public static IEnumerable<MarkRow> Changed(Habit before, Habit after) =>
        ReferenceEquals(before, after) ? [] : Days(after).Except(Days(before)).Select(day => Of(after, day));

    private static MarkRow Of(Habit habit, (LocalDate Day, string Mark, decimal? Amount) day) =>
        new(habit.Id, HabitRow.Date(day.Day)!, day.Mark, day.Amount);

    private static IEnumerable<(LocalDate Day, string Mark, decimal? Amount)> Days(Habit habit)
    {
        for (var n = 0; habit.ClosedTo is { } last && n < habit.Marks.Length; n++)
        {
            yield return (last.PlusDays(n - habit.Marks.Length + 1), NameOf(habit.Marks[n]), null);
        }

        foreach (var day in habit.Open.Where(day => habit.ClosedTo is not { } last || day.Day > last))
        {
            yield return (day.Day, day.IsDone ? "done" : day.IsFrozen ? "frozen" : "open", day.Amount);
        }
    }

    private static string NameOf(char mark) => mark switch
    {
        DayMark.Done => "done",
        DayMark.Missed => "missed",
        DayMark.Frozen => "frozen",
        _ => "off",
    };
}
