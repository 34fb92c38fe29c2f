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

    /// <summary>What waited for the morning, or for what else was to be said, is told.</summary>
    QuietEnds,

    /// <summary>Two days brought nothing: they are asked whether it should be easier.</summary>
    Easier,

    /// <summary>The day's plan in one message.</summary>
    Plan,

    /// <summary>A habit begins.</summary>
    Begins,

    /// <summary>A habit ends soon.</summary>
    EndsSoon,

    /// <summary>What is still open, in one message.</summary>
    Review,

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

    /// <summary>When what is still open is said, to those who want fewer messages.</summary>
    public static readonly LocalTime Evening = new(20, 0);

    private static readonly Duration _theyWait = Duration.FromHours(24);
    private static readonly Duration _lead = Duration.FromHours(1);
    private static readonly Duration _apart = Duration.FromMinutes(15);
    private static readonly Duration _beforeQuiet = Duration.FromMinutes(30);

    /// <summary>The next of all; null: nothing is to come.</summary>
    public static Occurrence? Next(HabitData data, DateTimeZone zone, HabitOptions options) =>
        All(data, zone, options).OrderBy(each => each.At).ThenBy(each => each.Kind).ThenBy(each => each.Habit).FirstOrDefault();

    /// <summary>The next reminder of a habit; null: none is to come.</summary>
    public static Occurrence? NextTold(HabitData data, DateTimeZone zone) => ByHabit(data, zone)
        .Where(each => each.Kind is OccurrenceKind.Begins or OccurrenceKind.EndsSoon)
        .OrderBy(each => each.At).ThenBy(each => each.Kind).ThenBy(each => each.Habit).FirstOrDefault();

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

    /// <summary>When all-day habits are named: not in the quiet hours.</summary>
    public static LocalTime MorningOf(HabitData data) => LocalTime.Max(Morning, data.QuietUntil);

    private static IEnumerable<Occurrence> All(HabitData data, DateTimeZone zone, HabitOptions options) =>
        ByHabit(data, zone).Concat(Others(data, zone, options));

    private static IEnumerable<Occurrence> ByHabit(HabitData data, DateTimeZone zone)
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
    }

    private static IEnumerable<Occurrence> Others(HabitData data, DateTimeZone zone, HabitOptions options)
    {
        if (data.Asked is { } asked) yield return Of(asked.AskedAt, AiWaits, OccurrenceKind.AiWaited);
        foreach (var proof in data.Proofs) yield return Of(proof.SentAt, WaitOf(proof), OccurrenceKind.ProofWaited);
        foreach (var punishment in data.Punishments) yield return Of(punishment.Until, Duration.Zero, OccurrenceKind.PunishmentEnds);
        if (data.SeenTo is not { } seen) yield break;

        var local = Instant.FromDateTimeOffset(seen).InZone(zone);
        if (data.Pause?.Until is { } until) yield return new Occurrence(HabitCalendar.At(until, data.QuietUntil, zone), OccurrenceKind.PauseEnds, 0, until);
        if (data is { Untold.Count: > 0, Digest: false })
        {
            var day = local.TimeOfDay < data.QuietUntil ? local.Date : local.Date.PlusDays(1);
            var at = IsQuiet(data, local.TimeOfDay)
                ? HabitCalendar.At(day, data.QuietUntil, zone)
                : Gathered(data, zone, local.ToInstant(), options);
            yield return new Occurrence(at, OccurrenceKind.QuietEnds, 0, local.Date);
        }

        if (data.Habits.Count == 0) yield break;
        if (data.Digest && !(data.Pause?.From <= local.Date))
        {
            foreach (var digest in Digests(data, zone, local.Date)) yield return digest;
        }

        if (data.EasierOn is { } easier)
        {
            yield return new Occurrence(HabitCalendar.At(easier, MorningOf(data), zone), OccurrenceKind.Easier, 0, easier);
        }

        if (data.Pause is null && Restraint.LastWordOn(data, zone, local.Date.PlusDays(1), options) is { } last)
        {
            yield return new Occurrence(HabitCalendar.At(last, MorningOf(data), zone), OccurrenceKind.FellSilent, 0, last);
        }

        var sunday = HabitCalendar.MondayOf(local.Date).PlusDays(6);
        if (data.Reported is { } reported && reported >= sunday) sunday = reported.PlusDays(7);
        yield return new Occurrence(HabitCalendar.At(sunday, ReportTime, zone), OccurrenceKind.Report, 0, sunday);
    }

    private static IEnumerable<Occurrence> Digests(HabitData data, DateTimeZone zone, LocalDate today)
    {
        var morning = data.Planned >= today ? data.Planned.Value.PlusDays(1) : today;
        yield return new Occurrence(HabitCalendar.At(morning, MorningOf(data), zone), OccurrenceKind.Plan, 0, morning);
        var evening = data.Reviewed >= today ? data.Reviewed.Value.PlusDays(1) : today;
        var at = HabitCalendar.At(evening, Evening, zone);
        if (IsQuiet(data, Evening)) at = HabitCalendar.At(evening, data.QuietFrom, zone) - _beforeQuiet;
        yield return new Occurrence(at, OccurrenceKind.Review, 0, evening);
    }

    // A miss waits a little for what else is to be said soon.
    private static Instant Gathered(HabitData data, DateTimeZone zone, Instant seen, HabitOptions options)
    {
        var last = (data.Untold[0].At is { } first ? Instant.FromDateTimeOffset(first) : seen) + options.Together;
        return ByHabit(data, zone).Where(each => each.At > seen && each.At < last && IsSaid(data, each))
            .Select(each => each.At).Append(seen).Max();
    }

    private static bool IsSaid(HabitData data, Occurrence each) =>
        each.Kind != OccurrenceKind.Close
        || data.Habits.First(habit => habit.Id == each.Habit).DayOf(each.Day) is { IsDone: false, IsFrozen: false };

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

        // Who wants fewer messages is told each morning and evening; what is of one day alone was asked for at its time.
        if (data.Digest && habit.Until != habit.Since) yield break;
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

        var begins = habit.Start is null ? HabitCalendar.At(day, MorningOf(data), zone) : HabitCalendar.StartOf(habit, day, zone);
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
