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
    private readonly ILookup<LocalDate, Day> _byDate;

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

        _byDate = All.ToLookup(day => day.Date);
        foreach (var day in All.Where(day => day.Plan.What == Doing.Skipped && day.ActsAt is not null).OrderBy(day => day.ActsAt)) Freeze(day);
        foreach (var day in All) Judge(day);
    }

    public Instant Begin { get; }
    public Instant End { get; }
    public Instant MovesAt { get; }

    /// <summary>All due days of all habits.</summary>
    public List<Day> All { get; } = [];

    /// <summary>
    /// Reminders in their order: when, and of which habits. What falls due within a quarter of an hour comes with the first, as far as it
    /// is open then; what a move to another zone puts off, or forward, goes by the clock that held when it was said.
    /// </summary>
    public IEnumerable<(Instant At, string Habits)> Reminders()
    {
        var waiting = All.SelectMany(day => day.Tellings).Where(each => each.At > Begin).OrderBy(each => each.At).ToList();
        var told = new HashSet<(Day, bool)>();
        for (var n = 0; n < waiting.Count; n++)
        {
            var first = waiting[n];
            if (first.At > End || told.Contains(first.Key) || !first.Holds(first.At, MovesAt) || !IsOpen(first, first.At)) continue;
            var from = n;
            while (from > 0 && waiting[from - 1].At == first.At) from--;
            var together = waiting.Skip(from).TakeWhile(each => each.At < first.At + 15 * _minute).Where(each => !told.Contains(each.Key)
                && each.Holds(first.At, MovesAt) && IsOpen(each, first.At)).ToList();
            told.UnionWith(together.Select(each => each.Key));
            yield return (first.At, string.Join(",", together.Select(each => each.Day.Habit.Id).Distinct().Order()));
        }
    }

    /// <summary>Misses in the order in which their days close, each with its strike of the day.</summary>
    public IEnumerable<(Instant At, int Habit, LocalDate Date, int Strike)> Misses()
    {
        var strikes = new Dictionary<LocalDate, int>();
        foreach (var day in All.Where(day => day.IsMissed && day.ClosesAt <= End).OrderBy(day => day.ClosesAt).ThenBy(day => day.Habit.Id))
        {
            if (IsEased(day)) continue;
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
        var free = _byDate[date].Count(day => day.Habit.Days.TimesAWeek is not null && day.Plan.What == Doing.Done && day.ActsAt <= at);
        var days = _byDate[date].Where(day => day.Habit.Days.TimesAWeek is null
            && !(day.IsFrozen && day.ActsAt <= at) && !(day.Mark == 'f' && day.ClosesAt <= at)).ToList();
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
            (day.IsMoved, day.BeganAt, day.WasSoonAt) = (true, begins, soon);
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

        day.SettledAt = settled;
    }

    // So many times on days of their choice: judged when Sunday closes.
    private void JudgeWeek(Day day, int times, Instant settled)
    {
        day.SettledAt = settled;
        day.IsMissed = day.Date.DayOfWeek == IsoDayOfWeek.Sunday && DoneBy(day, day.ClosesAt) < times;
        day.Mark = day.Mark == 'd' ? 'd' : day.IsMissed ? 'm' : 'o';
    }

    private int DoneBy(Day day, Instant at)
    {
        var monday = day.Date.PlusDays(1 - (int)day.Date.DayOfWeek);
        return Enumerable.Range(0, 7).SelectMany(n => _byDate[monday.PlusDays(n)]).Count(each => each.Habit == day.Habit
            && each.Plan.What == Doing.Done && each.ActsAt < at);
    }

    // Of a week it is reminded until it is enough, and pressed when the days get short.
    private bool IsOpen(Telling told, Instant at)
    {
        var day = told.Day;
        if (at >= day.SettledAt || at >= day.ClosesAt) return false;
        if (day.Habit.Days.TimesAWeek is not { } times) return true;
        var left = times - DoneBy(day, at);
        return left > 0 && (!told.IsSoon || left >= 8 - (int)day.Date.DayOfWeek);
    }

    // Nothing was done the day before, and nothing that day until then.
    private bool IsEased(Day day)
    {
        var before = day.Date.PlusDays(-1);
        bool IsBlank(LocalDate date) => !_byDate[date].Any(each => each.Plan.What == Doing.Done && each.ActsAt <= day.ClosesAt);
        return _byDate[before].Any(each => each.IsMissed && each.ClosesAt <= day.ClosesAt
            && !(each.ClosesAt == day.ClosesAt && each.Habit.Id > day.Habit.Id))
            && IsBlank(before) && IsBlank(day.Date);
    }

    /// <summary>A reminder of a day: that it begins, or that it ends soon.</summary>
    /// <param name="IsOld">By the clock of before the move.</param>
    internal sealed record Telling(Day Day, bool IsSoon, Instant At, bool IsOld)
    {
        public (Day, bool) Key => (Day, IsSoon);

        /// <summary>Whether that clock holds.</summary>
        public bool Holds(Instant at, Instant movesAt) => IsOld ? at < movesAt : !Day.IsMoved || at >= movesAt;
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
        public Instant SettledAt { get; set; } = Instant.MaxValue;

        /// <summary>It was open when they moved.</summary>
        public bool IsMoved { get; set; }

        /// <summary>When it began by the clock of before the move.</summary>
        public Instant? BeganAt { get; set; }

        /// <inheritdoc cref="BeganAt"/>
        public Instant? WasSoonAt { get; set; }

        /// <summary>All reminders that may come of it.</summary>
        public IEnumerable<Telling> Tellings =>
            new[] { (false, BeginsAt, false), (true, SoonAt, false), (false, BeganAt, true), (true, WasSoonAt, true) }
            .Where(each => each.Item2 is not null).Select(each => new Telling(this, each.Item1, each.Item2!.Value, each.Item3));
    }
}
