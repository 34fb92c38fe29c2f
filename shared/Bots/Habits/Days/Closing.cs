using NodaTime;

namespace WhatsAppBots.Bots.Habits.Days;

/// <summary>What a day that is over makes of a habit. Pure.</summary>
internal static class Closing
{
    /// <summary>Closes a due day, and those before it on which nothing was due.</summary>
    /// <param name="isExcused">A miss is let off: our fault, or nobody's.</param>
    /// <returns>The habit afterwards, and whether it was missed.</returns>
    public static (Habit Habit, bool IsMissed) Close(HabitData data, Habit habit, LocalDate day, bool isExcused)
    {
        for (var between = habit.ClosedTo?.PlusDays(1) ?? habit.Since; between < day; between = between.PlusDays(1))
        {
            habit = Append(habit, between, LetOffMark(habit, between));
        }

        var open = habit.DayOf(day);
        var mark = open switch
        {
            { IsDone: true } => DayMark.Done,
            { IsFrozen: true } => DayMark.Frozen,

            // A limit is kept by staying under it.
            _ when habit.AtMost is { } most && open.Amount <= most => DayMark.Done,
            _ when habit.Days.TimesAWeek is not null => DayMark.Off,
            _ when day < habit.CountsFrom => DayMark.Off,
            _ when isExcused => DayMark.Frozen,
            _ => DayMark.Missed,
        };
        var after = Append(habit, day, mark);
        if (mark == DayMark.Done && !open.IsDone && habit.Days.TimesAWeek is null) after = after with { Streak = habit.Streak + 1, Best = Math.Max(habit.Best, habit.Streak + 1) };
        if (habit.Days.TimesAWeek is { } times) return EndWeek(data, after, day, times, isExcused);
        if (mark != DayMark.Missed) return (after, false);
        return (after with { Lost = habit.Streak, Streak = after.Open.Count(each => each.IsDone) }, true);
    }

    /// <summary>A miss that was none: it came in time after all, or a freeze covers it.</summary>
    public static Habit TakeBack(Habit habit, LocalDate day, char mark)
    {
        var streak = habit.Lost + habit.Streak + (mark == DayMark.Done ? 1 : 0);
        return habit.With(day, mark) with { Streak = streak, Best = Math.Max(habit.Best, streak), Lost = 0 };
    }

    /// <summary>A day on which it was let off is written down as such.</summary>
    public static Habit LetOff(Habit habit, LocalDate day)
    {
        for (var between = habit.ClosedTo?.PlusDays(1) ?? habit.Since; between < day; between = between.PlusDays(1))
        {
            habit = Append(habit, between, LetOffMark(habit, between));
        }

        return day < habit.Since ? habit : Append(habit, day, LetOffMark(habit, day));
    }

    private static char LetOffMark(Habit habit, LocalDate day) =>
        habit.DayOf(day).IsDone ? DayMark.Done : HabitCalendar.Counts(habit, day) ? DayMark.Frozen : DayMark.Off;

    // A week is judged when its last day is over: so many times, or as many as there were days to do it on.
    private static (Habit Habit, bool IsMissed) EndWeek(HabitData data, Habit habit, LocalDate day, int times, bool isExcused)
    {
        if (day.DayOfWeek != IsoDayOfWeek.Sunday) return (habit, false);
        var monday = HabitCalendar.MondayOf(day);
        var days = Enumerable.Range(0, 7).Select(monday.PlusDays)
            .Count(each => each >= habit.CountsFrom && !HabitCalendar.Covers(data.Pause, each) && !HabitCalendar.Covers(habit.Pause, each)
                && habit.MarkOf(each) != DayMark.Frozen);
        var done = Schedule.DoneInWeek(habit, day);

        // A week that was not theirs as a whole asks for its share.
        if (done >= times * days / 7)
        {
            var streak = habit.Streak + (done > 0 ? 1 : 0);
            return (habit with { Streak = streak, Best = Math.Max(habit.Best, streak) }, false);
        }

        return isExcused ? (habit, false) : (habit.With(day, habit.MarkOf(day) == DayMark.Done ? DayMark.Done : DayMark.Missed) with { Lost = habit.Streak, Streak = 0 }, true);
    }

    private static Habit Append(Habit habit, LocalDate day, char mark)
    {
        var marks = habit.Marks + mark;
        return habit with
        {
            Marks = marks.Length > DayMark.Kept ? marks[^DayMark.Kept..] : marks,
            ClosedTo = day,
            Open = [.. habit.Open.Where(open => open.Day > day)],
        };
    }
}
