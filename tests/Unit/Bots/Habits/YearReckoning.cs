using NodaTime;
using WhatsAppBots.Bots.Habits;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>
/// What a plan comes to, reckoned day by day from the rules as a person would, without the bot's calendar, schedule or closing: when each
/// reminder comes, which day is missed with which strike, the streaks, and what each Sunday's report says.
/// </summary>
internal sealed class YearReckoning
{
    private static readonly Duration _minute = Duration.FromMinutes(1);

    private readonly YearPlan _plan;
    private readonly DateTimeZone _home;
    private readonly DateTimeZone _later;
    private readonly Dictionary<LocalDate, int> _freezes = [];

    public YearReckoning(YearPlan plan, Instant begin, Instant end)
    {
        (_plan, Begin, End) = (plan, begin, end);
        _home = DateTimeZoneProviders.Tzdb[plan.Zone];
        _later = plan.Later is { } later ? DateTimeZoneProviders.Tzdb[later] : _home;
        MovesAt = plan.Later is null ? Instant.MaxValue : Local(plan.MovesAt, _home, late: false);
        foreach (var habit in plan.Habits)
        {
            for (var index = 0; index < YearPlan.Days + 2; index++)
            {
                var date = YearPlan.First.PlusDays(index);
                if (IsDue(habit, date)) All.Add(new Day(habit, date, habit.Plan[index]));
            }
        }

        foreach (var day in All) Place(day);

        // While two days of a habit are open a word is for the earlier; nobody here speaks then.
        foreach (var (day, before) in All.Zip(All.Skip(1), (before, day) => (day, before)).Where(each => each.day.Habit == each.before.Habit))
        {
            if (day.ActsAt <= before.ClosesAt) day.ActsAt = null;
        }

        foreach (var day in All.Where(day => day.Plan.What == Doing.Skipped && day.ActsAt is not null).OrderBy(day => day.ActsAt)) Freeze(day);
        foreach (var day in All) Judge(day);
    }

    public Instant Begin { get; }
    public Instant End { get; }
    public Instant MovesAt { get; }

    /// <summary>All due days of all habits.</summary>
    public List<Day> All { get; } = [];

    /// <summary>Reminders in their order: when, and of which habits.</summary>
    public IEnumerable<(Instant At, string Habits)> Reminders() => All.SelectMany(day => day.Reminders.Select(at => (At: at, day.Habit.Id)))
        .Where(each => each.At > Begin && each.At <= End).GroupBy(each => each.At)
        .OrderBy(group => group.Key).Select(group => (group.Key, string.Join(",", group.Select(each => each.Id).Distinct().Order())));

    /// <summary>Misses in the order in which their days close, each with its strike of the day.</summary>
    public IEnumerable<(Instant At, int Habit, LocalDate Date, int Strike)> Misses()
    {
        var strikes = new Dictionary<LocalDate, int>();
        foreach (var day in All.Where(day => day.IsMissed && day.ClosesAt <= End).OrderBy(day => day.ClosesAt).ThenBy(day => day.Habit.Id))
        {
            strikes[day.Date] = strikes.GetValueOrDefault(day.Date) + 1;
            yield return (day.ClosesAt, day.Habit.Id, day.Date, strikes[day.Date]);
        }
    }

    /// <summary>The streak and the best of a habit at the end.</summary>
    public (int Streak, int Best) Streak(int habit)
    {
        var (streak, best) = (0, 0);
        foreach (var day in All.Where(day => day.Habit.Id == habit).OrderBy(day => day.Date))
        {
            // A streak of weeks goes by their Sundays.
            var isDone = day.Plan.What == Doing.Done && day.ActsAt <= End;
            if (day.Habit.Days.TimesAWeek is not null)
            {
                if (day.Date.DayOfWeek == IsoDayOfWeek.Sunday && day.ClosesAt <= End) best = Math.Max(best, streak = day.IsMissed ? 0 : streak + 1);
            }
            else if (isDone) best = Math.Max(best, ++streak);
            else if (day.Mark == 'm' && day.ClosesAt <= End) streak = 0;
        }

        return (streak, best);
    }

    /// <summary>What the report of a Sunday says of its seven days, as the person stood then.</summary>
    public (int Done, int Due) Tally(LocalDate date, Instant at)
    {
        var free = All.Count(day => day.Date == date && day.Habit.Days.TimesAWeek is not null && day.Plan.What == Doing.Done && day.ActsAt <= at);
        var days = All.Where(day => day.Date == date && day.Habit.Days.TimesAWeek is null && !(day.IsFrozen && day.ActsAt <= at) && !(day.Mark == 'f' && day.ClosesAt <= at)).ToList();
        return (free + days.Count(day => day.Plan.What == Doing.Done && day.ActsAt <= at), free + days.Count);
    }

    /// <summary>The zone of a moment.</summary>
    public DateTimeZone ZoneAt(Instant at) => at >= MovesAt ? _later : _home;

    /// <summary>When a local time comes; where clocks skip it, later by the gap; where it comes twice, the first or the second.</summary>
    public static Instant Local(LocalDateTime local, DateTimeZone zone, bool late)
    {
        // Both offsets that hold near that time are tried; at most two instants show it.
        var about = local.InUtc().ToInstant();
        var offsets = new[] { zone.GetUtcOffset(about - Duration.FromDays(1)), zone.GetUtcOffset(about + Duration.FromDays(1)) };
        var fits = offsets.Distinct().Select(offset => local.WithOffset(offset).ToInstant()).Where(at => at.InZone(zone).LocalDateTime == local).Order().ToList();
        if (fits.Count > 0) return late ? fits[^1] : fits[0];
        return local.WithOffset(offsets[0]).ToInstant();
    }

    private static bool IsDue(PlannedHabit habit, LocalDate date)
    {
        if (habit.Days.TimesAWeek is not null) return true;
        var since = Period.DaysBetween(YearPlan.First, date);
        if (habit.Days.EveryDays is { } every) return since % every == 0;
        if (habit.Days.DayOfMonth is { } number) return date.Day == number || (number > date.Day && date.PlusDays(1).Day == 1);
        var flag = 1 << ((since % 7 + 7) % 7);
        return ((int)habit.Days.Weekdays & flag) != 0 && (habit.Days.EveryWeeks == 1 || since / 7 % 2 == 0);
    }

    // When it begins, ends and closes: in the zone they were in until it closed, or the one they moved to.
    private void Place(Day day)
    {
        Set(day, _home);
        if (day.ClosesAt > MovesAt)
        {
            var (begins, soon) = (day.BeginsAt, day.SoonAt);
            Set(day, _later);
            if (day.ClosesAt <= MovesAt) (day.ClosesAt, day.IsExcused) = (MovesAt, true);

            // What was told before the move is not told again; what the move has jumped over is told at once, if it is not long past.
            day.BeginsAt = begins <= MovesAt ? begins : Moved(day.BeginsAt);
            day.SoonAt = soon <= MovesAt ? soon : Moved(day.SoonAt);
        }

        var from = Local(day.Date + (day.Habit.Start ?? LocalTime.Midnight), _home, false);
        var acts = from + (day.EndsAt - from) * day.Plan.Share;
        acts = Instant.FromUnixTimeSeconds(acts.ToUnixTimeSeconds() / 60 * 60 + day.Plan.Seconds % 28 + 1);
        day.ActsAt = day.Plan.What != Doing.Forgotten && acts < day.ClosesAt && acts > Begin && Math.Abs((acts - MovesAt).TotalMinutes) > 5 && acts - from >= Duration.Zero ? acts : null;
        if (day.ActsAt is { } at && at > MovesAt && Local(day.Date + (day.Habit.Start ?? LocalTime.Midnight), _later, false) > at) day.ActsAt = null;
    }

    private Instant? Moved(Instant? at) => at is not { } told ? null : told > MovesAt ? told : MovesAt - told <= Duration.FromMinutes(30) ? MovesAt : null;

    private static void Set(Day day, DateTimeZone zone)
    {
        var start = day.Habit.Start is { } given ? Local(day.Date + given, zone, false) : zone.AtStartOfDay(day.Date).ToInstant();
        day.EndsAt = Local((day.Habit.Start is { } s && day.Habit.Deadline <= s ? day.Date.PlusDays(1) : day.Date) + day.Habit.Deadline, zone, late: true);
        day.ClosesAt = day.EndsAt + 10 * _minute;
        var begins = day.Habit.Start is null ? Local(day.Date + new LocalTime(8, 0), zone, false) : start;
        day.BeginsAt = begins < day.EndsAt - 15 * _minute ? begins : null;

        var from = day.BeginsAt ?? start;
        var half = (day.EndsAt - from) / 2;
        var soon = day.EndsAt - (half < 60 * _minute ? half : 60 * _minute);
        var local = soon.InZone(zone).LocalDateTime;
        if (local.Hour is >= 22 or < 7 && !(day.Habit.Start is { Hour: >= 22 or < 7 }))
        {
            soon = Local((local.Hour < 7 ? local.Date.PlusDays(-1) : local.Date) + new LocalTime(22, 0), zone, false) - 30 * _minute;
        }

        day.SoonAt = soon >= from + 15 * _minute ? soon : null;
    }

    // Two a month, first come, first served.
    private void Freeze(Day day)
    {
        var month = day.ActsAt!.Value.InZone(ZoneAt(day.ActsAt.Value)).Date.With(DateAdjusters.StartOfMonth);
        if (_freezes.GetValueOrDefault(month) >= 2) return;
        _freezes[month] = _freezes.GetValueOrDefault(month) + 1;
        day.IsFrozen = true;
    }

    private void Judge(Day day)
    {
        var settled = day.ActsAt is { } at && (day.Plan.What == Doing.Done || day.IsFrozen) ? at : Instant.MaxValue;
        day.Mark = settled == Instant.MaxValue ? day.IsExcused ? 'f' : 'm' : day.IsFrozen ? 'f' : 'd';
        day.IsMissed = day.Mark == 'm';
        if (day.Habit.Days.TimesAWeek is { } times)
        {
            JudgeWeek(day, times, settled);
            return;
        }

        day.Reminders = [.. new[] { day.BeginsAt, day.SoonAt }.OfType<Instant>().Where(told => told < settled && told < day.ClosesAt)];
    }

    // So many times on days of their choice: judged when Sunday closes, reminded until it is enough, pressed when the days get short.
    private void JudgeWeek(Day day, int times, Instant settled)
    {
        var monday = day.Date.PlusDays(1 - (int)day.Date.DayOfWeek);
        int DoneBy(Instant at) => All.Count(each => each.Habit == day.Habit && each.Date >= monday && each.Date < monday.PlusDays(7)
            && each.Plan.What == Doing.Done && each.ActsAt < at);
        var left = 8 - (int)day.Date.DayOfWeek;
        List<Instant> told = [];
        if (day.BeginsAt is { } begins && begins < settled && begins < day.ClosesAt && DoneBy(begins) < times) told.Add(begins);
        if (day.SoonAt is { } soon && soon < settled && soon < day.ClosesAt && DoneBy(soon) < times && times - DoneBy(soon) >= left) told.Add(soon);
        day.Reminders = told;
        day.IsMissed = left == 1 && DoneBy(day.ClosesAt) < times;
        day.Mark = day.Mark == 'd' ? 'd' : day.IsMissed ? 'm' : 'o';
    }

    /// <summary>A due day of a habit.</summary>
    internal sealed class Day(PlannedHabit habit, LocalDate date, PlannedDay plan)
    {
        public PlannedHabit Habit => habit;
        public LocalDate Date => date;
        public PlannedDay Plan => plan;
        public Instant? BeginsAt { get; set; }
        public Instant? SoonAt { get; set; }
        public Instant EndsAt { get; set; }
        public Instant ClosesAt { get; set; }
        public Instant? ActsAt { get; set; }
        public bool IsFrozen { get; set; }
        public bool IsExcused { get; set; }
        public bool IsMissed { get; set; }
        public char Mark { get; set; }
        public IReadOnlyList<Instant> Reminders { get; set; } = [];
    }
}
