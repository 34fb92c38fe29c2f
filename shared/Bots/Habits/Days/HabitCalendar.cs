using NodaTime;
using NodaTime.TimeZones;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Days;

/// <summary>When a habit is due, and what its local times are in a zone. Pure.</summary>
internal static class HabitCalendar
{
    /// <summary>How long after a deadline it still counts.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(10);

    // A deadline in the hour that comes twice is the later one: nobody loses by the clocks.
    private static readonly ZoneLocalMappingResolver _later = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    /// <summary>Whether it is to be done on that day, as its rule says; pauses apart.</summary>
    public static bool IsDue(Habit habit, LocalDate day)
    {
        if (day < habit.Since || day > (habit.Until ?? LocalDate.MaxIsoValue)) return false;
        var days = habit.Days;
        if (days.TimesAWeek is not null) return true;
        if (days.EveryDays is { } every) return Period.DaysBetween(habit.Since, day) % every == 0;
        if (days.DayOfMonth is { } number) return day.Day == Math.Min(number, day.Calendar.GetDaysInMonth(day.Year, day.Month));
        if (days.Nth is { } nth && (nth < 0 ? day.PlusWeeks(1).Month == day.Month : (day.Day - 1) / 7 + 1 != nth)) return false;
        return days.Weekdays.HasFlag(Of(day.DayOfWeek))
            && (days.EveryWeeks <= 1 || Period.DaysBetween(MondayOf(habit.Since), MondayOf(day)) / 7 % days.EveryWeeks == 0);
    }

    /// <summary>Whether leaving it undone that day is a miss: it is due, and it is not the day on which it was added.</summary>
    public static bool Counts(Habit habit, LocalDate day) => day >= habit.CountsFrom && IsDue(habit, day);

    /// <summary>Whether it may be done that day, but nothing is said of it and nothing missed: it was added after its start.</summary>
    public static bool IsLetOff(Habit habit, LocalDate day) =>
        day < habit.CountsFrom && habit.DayOf(day) is { IsDone: false, Count: 0, Exact: null, StartTold: true, EndTold: true };

    /// <summary>The first day from here on which it is due; null: never again.</summary>
    public static LocalDate? NextDue(Habit habit, LocalDate from)
    {
        var day = LocalDate.Max(from, habit.Since);
        var last = habit.Until ?? LocalDate.MaxIsoValue;

        // No rule leaves more than a year between two days.
        for (var tried = 0; tried <= 366 && day <= last; tried++, day = day.PlusDays(1))
        {
            if (IsDue(habit, day)) return day;
        }

        return null;
    }

    /// <summary>When it begins; all day: when the day does.</summary>
    public static Instant StartOf(Habit habit, LocalDate day, DateTimeZone zone) => habit.Start is { } start
        ? At(day, start, zone)
        : zone.AtStartOfDay(day).ToInstant();

    /// <summary>By when it is to be done; the day after where the time is not after the start's. Midnight ends a day.</summary>
    public static Instant DeadlineOf(Habit habit, LocalDate day, DateTimeZone zone)
    {
        var date = habit.Deadline <= (habit.Start ?? LocalTime.Midnight) ? day.PlusDays(1) : day;
        return (date + habit.Deadline).InZone(zone, _later).ToInstant();
    }

    /// <summary>Until when it counts.</summary>
    public static Instant CloseOf(Habit habit, LocalDate day, DateTimeZone zone) => DeadlineOf(habit, day, zone) + Grace;

    /// <summary>A local time of a day; later by the gap where clocks skip it.</summary>
    public static Instant At(LocalDate day, LocalTime time, DateTimeZone zone) => (day + time).InZone(zone, Resolvers.LenientResolver).ToInstant();

    /// <summary>The Monday of a day's week.</summary>
    public static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <summary>The flag of a weekday.</summary>
    public static Weekdays Of(IsoDayOfWeek day) => (Weekdays)(1 << ((int)day - 1));

    /// <summary>Whether a pause covers the day.</summary>
    public static bool Covers(Pause? pause, LocalDate day) => pause is not null && day >= pause.From && (pause.Until is not { } until || day < until);
}
