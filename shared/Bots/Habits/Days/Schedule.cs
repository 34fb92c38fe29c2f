using NodaTime;

namespace WhatsAppBots.Bots.Habits.Days;

/// <summary>Something that happens by the clock.</summary>
/// <param name="Habit">0 where it concerns none.</param>
internal sealed record Occurrence(Instant At, OccurrenceKind Kind, int Habit, LocalDate Day);

/// <summary>What happens by the clock; of what falls together the first here comes first.</summary>
internal enum OccurrenceKind
{
    /// <summary>A photo that nobody has judged counts.</summary>
    ProofWaited,

    /// <summary>The AI did not answer.</summary>
    AiWaited,

    /// <summary>A day of a habit is over.</summary>
    Close,

    /// <summary>A punishment was not done.</summary>
    PunishmentEnds,

    /// <summary>A pause is over.</summary>
    PauseEnds,

    /// <summary>They wrote nothing for long.</summary>
    FellSilent,

    /// <summary>What waited for the morning is told.</summary>
    QuietEnds,

    /// <summary>A habit begins.</summary>
    Begins,

    /// <summary>A habit ends soon.</summary>
    EndsSoon,

    /// <summary>The week's report.</summary>
    Report,
}

/// <summary>What happens next to a person, as their data stand. Pure.</summary>
internal static class Schedule
{
    /// <summary>When all-day habits are named in the morning.</summary>
    public static readonly LocalTime Morning = new(8, 0);

    /// <summary>When it is asked whether a limit was kept.</summary>
    public static readonly LocalTime LimitAsked = new(20, 0);

    /// <summary>When the week's report comes, on Sundays.</summary>
    public static readonly LocalTime ReportTime = new(19, 0);

    /// <summary>How long the AI may take before rules answer.</summary>
    public static readonly Duration AiWaits = Duration.FromSeconds(12);

    /// <summary>How long a photo may be looked at before it counts.</summary>
    public static readonly Duration ProofWaits = Duration.FromMinutes(10);

    /// <summary>Who writes nothing for so long is reminded no more: it only annoys.</summary>
    public static readonly Duration Silence = Duration.FromDays(14);

    private static readonly Duration _theyWait = Duration.FromHours(24);
    private static readonly Duration _lead = Duration.FromHours(1);
    private static readonly Duration _apart = Duration.FromMinutes(15);
    private static readonly Duration _beforeQuiet = Duration.FromMinutes(30);

    /// <summary>The next of all; null: nothing is to come.</summary>
    public static Occurrence? Next(HabitData data, DateTimeZone zone) =>
        All(data, zone).OrderBy(each => each.At).ThenBy(each => each.Kind).ThenBy(each => each.Habit).FirstOrDefault();

    /// <summary>The next reminder of a habit; null: none is to come.</summary>
    public static Occurrence? NextTold(HabitData data, DateTimeZone zone) => All(data, zone)
        .Where(each => each.Kind is OccurrenceKind.Begins or OccurrenceKind.EndsSoon).OrderBy(each => each.At).FirstOrDefault();

    /// <summary>Whether nothing that can wait is to be said.</summary>
    public static bool IsQuiet(HabitData data, LocalTime time) => data.QuietFrom <= data.QuietUntil
        ? time >= data.QuietFrom && time < data.QuietUntil
        : time >= data.QuietFrom || time < data.QuietUntil;

    /// <summary>The first due day that is not closed, pauses left out; null: none is to come.</summary>
    public static LocalDate? OpenDayOf(HabitData data, Habit habit, LocalDate? after = null)
    {
        var from = after?.PlusDays(1) ?? habit.ClosedTo?.PlusDays(1) ?? habit.Since;
        while (HabitCalendar.NextDue(habit, from) is { } day)
        {
            var pause = HabitCalendar.Covers(data.Pause, day) ? data.Pause : HabitCalendar.Covers(habit.Pause, day) ? habit.Pause : null;
            if (pause is null) return day;
            if (pause.Until is not { } until) return null;
            from = until;
        }

        return null;
    }

    private static IEnumerable<Occurrence> All(HabitData data, DateTimeZone zone)
    {
        foreach (var habit in data.Habits)
        {
            if (OpenDayOf(data, habit) is not { } day) continue;
            yield return new Occurrence(Closes(data, habit, day, zone), OccurrenceKind.Close, habit.Id, day);
            foreach (var told in Told(data, habit, day, zone)) yield return told;

            // Over midnight the next day begins before this one is closed.
            if (OpenDayOf(data, habit, day) is { } next)
            {
                foreach (var told in Told(data, habit, next, zone)) yield return told;
            }
        }

        foreach (var other in Others(data, zone)) yield return other;
    }

    private static IEnumerable<Occurrence> Others(HabitData data, DateTimeZone zone)
    {
        if (data.Asked is { } asked) yield return Of(asked.AskedAt, AiWaits, OccurrenceKind.AiWaited);
        foreach (var proof in data.Proofs) yield return Of(proof.SentAt, WaitOf(proof), OccurrenceKind.ProofWaited);
        foreach (var punishment in data.Punishments) yield return Of(punishment.Until, Duration.Zero, OccurrenceKind.PunishmentEnds);
        if (data.SeenTo is not { } seen) yield break;

        var local = Instant.FromDateTimeOffset(seen).InZone(zone);
        if (data.Pause?.Until is { } until) yield return new Occurrence(HabitCalendar.At(until, data.QuietUntil, zone), OccurrenceKind.PauseEnds, 0, until);
        if (data.Untold.Count > 0)
        {
            var day = local.TimeOfDay < data.QuietUntil ? local.Date : local.Date.PlusDays(1);
            var at = IsQuiet(data, local.TimeOfDay) ? HabitCalendar.At(day, data.QuietUntil, zone) : local.ToInstant();
            yield return new Occurrence(at, OccurrenceKind.QuietEnds, 0, local.Date);
        }

        if (data.Habits.Count == 0) yield break;
        if (data is { Pause: null, WroteAt: { } wrote }) yield return Of(wrote, Silence, OccurrenceKind.FellSilent);
        var sunday = HabitCalendar.MondayOf(local.Date).PlusDays(6);
        if (data.Reported is { } reported && reported >= sunday) sunday = reported.PlusDays(7);
        yield return new Occurrence(HabitCalendar.At(sunday, ReportTime, zone), OccurrenceKind.Report, 0, sunday);
    }

    /// <summary>How long a photo is kept for its answer.</summary>
    public static Duration WaitOf(Proof proof) => proof.IsAsked ? _theyWait : ProofWaits;

    private static Occurrence Of(DateTimeOffset from, Duration after, OccurrenceKind kind) =>
        new(Instant.FromDateTimeOffset(from) + after, kind, 0, default);

    // A photo that was sent in time holds the day open until it is judged.
    private static Instant Closes(HabitData data, Habit habit, LocalDate day, DateTimeZone zone)
    {
        var close = HabitCalendar.CloseOf(habit, day, zone);
        return data.Proofs.Where(proof => proof.Habits.Count == 0 || proof.Habits.Contains(habit.Id))
            .Select(proof => Instant.FromDateTimeOffset(proof.SentAt) + ProofWaits).Append(close).Max();
    }

    private static IEnumerable<Occurrence> Told(HabitData data, Habit habit, LocalDate day, DateTimeZone zone)
    {
        var open = habit.DayOf(day);
        if (open.IsDone || open.IsFrozen || WeekIsDone(habit, day)) yield break;
        var deadline = HabitCalendar.DeadlineOf(habit, day, zone);
        if (habit.AtMost is not null)
        {
            // What is left off is asked about once, in the evening.
            if (!open.EndTold) yield return new Occurrence(HabitCalendar.At(day, LimitAsked, zone), OccurrenceKind.EndsSoon, habit.Id, day);
            yield break;
        }

        if (habit.Times is { } times)
        {
            // Each time of the day is told by itself; what was done ahead of its time is not.
            var told = Math.Max(open.Told ?? 0, open.Count);
            if (told < times.Count) yield return new Occurrence(HabitCalendar.At(day, times[told], zone), OccurrenceKind.Begins, habit.Id, day);
            yield break;
        }

        var begins = habit.Start is null ? HabitCalendar.At(day, LocalTime.Max(Morning, data.QuietUntil), zone) : HabitCalendar.StartOf(habit, day, zone);
        var isTold = begins < deadline - _apart;
        if (isTold && !open.StartTold) yield return new Occurrence(begins, OccurrenceKind.Begins, habit.Id, day);
        if (open.EndTold) yield break;

        var window = deadline - (isTold ? begins : HabitCalendar.StartOf(habit, day, zone));
        var soon = deadline - (window / 2 < _lead ? window / 2 : _lead);
        var local = soon.InZone(zone).LocalDateTime;

        // Who set a start in the quiet hours wants to hear of it then.
        if (IsQuiet(data, local.TimeOfDay) && !(habit.Start is { } start && IsQuiet(data, start)))
        {
            var date = data.QuietFrom > data.QuietUntil && local.TimeOfDay < data.QuietUntil ? local.Date.PlusDays(-1) : local.Date;
            soon = HabitCalendar.At(date, data.QuietFrom, zone) - _beforeQuiet;
        }

        if (soon > (isTold ? begins : HabitCalendar.StartOf(habit, day, zone)) + _apart - Duration.Epsilon)
        {
            yield return new Occurrence(soon, OccurrenceKind.EndsSoon, habit.Id, day);
        }
    }

    /// <summary>So many times a week, and they were.</summary>
    public static bool WeekIsDone(Habit habit, LocalDate day) => habit.Days.TimesAWeek is { } times && DoneInWeek(habit, day) >= times;

    /// <summary>On how many days of that week it was done.</summary>
    public static int DoneInWeek(Habit habit, LocalDate day)
    {
        var monday = HabitCalendar.MondayOf(day);
        return Enumerable.Range(0, 7).Select(monday.PlusDays).Count(each => habit.MarkOf(each) == DayMark.Done || habit.DayOf(each).IsDone);
    }
}
