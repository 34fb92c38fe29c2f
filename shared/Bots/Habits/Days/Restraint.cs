using NodaTime;

namespace WhatsAppBots.Bots.Habits.Days;

/// <summary>How much may be said to somebody who says nothing.</summary>
internal static class Restraint
{
    /// <summary>Days since they last wrote and before this one on which something was asked of them.</summary>
    public static int SilentDays(HabitData data, DateTimeZone zone, LocalDate today) => Silent(data, zone, today).Count();

    /// <summary>The morning of the last word; null: it is not due yet.</summary>
    public static LocalDate? LastWordOn(HabitData data, DateTimeZone zone, LocalDate today, HabitOptions options) =>
        Silent(data, zone, today).Skip(options.LastWordDays - 1).Select(day => (LocalDate?)day.PlusDays(1)).FirstOrDefault();

    /// <summary>Templates that may still go today.</summary>
    public static int TemplatesLeft(HabitTurn turn)
    {
        var today = turn.Now.InZone(turn.Zone).Date;
        var most = SilentDays(turn.Data, turn.Zone, today) >= turn.Options.BackOffDays
            ? Math.Min(1, turn.Options.TemplatesADay)
            : turn.Options.TemplatesADay;
        return Math.Max(0, most - (turn.Data.Templates is { } sent && sent.Day == today ? sent.Count : 0));
    }

    /// <summary>Today's template is kept for something that matters more than a reminder.</summary>
    public static bool IsKept(HabitTurn turn)
    {
        var today = turn.Now.InZone(turn.Zone).Date;
        return turn.Data.EasierOn == today || (turn.Data.Pause is null && LastWordOn(turn.Data, turn.Zone, today, turn.Options) <= today);
    }

    // A pause, a freeze and a day on which nothing is due are no silence.
    private static IEnumerable<LocalDate> Silent(HabitData data, DateTimeZone zone, LocalDate today)
    {
        if (data.WroteAt is not { } wrote) yield break;
        var first = Instant.FromDateTimeOffset(wrote).InZone(zone).Date.PlusDays(1);
        for (var day = LocalDate.Max(first, today.PlusDays(-DayMark.Kept)); day < today; day = day.PlusDays(1))
        {
            if (data.Habits.Any(habit => HabitCalendar.Counts(habit, day)
                && habit.MarkOf(day) is DayMark.Missed or DayMark.Done or DayMark.Off)) yield return day;
        }
    }
}
