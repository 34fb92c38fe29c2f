using NodaTime;
using WhatsAppBots.Understanding.Days;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Times;

/// <summary>Makes moments of what was said: the next occurrences, with both halves of the day where nothing tells which.</summary>
internal static class MomentMaker
{
    /// <param name="elsewhere">The part of the day that the rest of the text tells.</param>
    public static IReadOnlyList<Moment> Make(SaidTime said, PartOfDay? elsewhere, TextContext context)
    {
        var local = context.Local;
        if (said.Exact is { } exact)
        {
            var at = exact.InZone(context.Zone).LocalDateTime;
            return [new Moment(at.Date, at.TimeOfDay) { HasDate = true, Role = said.Role, Exact = exact }];
        }

        if (said.Clock is not { } clock) return Days(said, local);
        var dates = said.Day?.Dates;
        var moments = new List<Moment>();
        foreach (var date in dates ?? [local.Date])
        {
            foreach (var (time, days) in clock.Readings(said.SaidPart ?? elsewhere))
            {
                // Without a day, midnight is simply the next one.
                // "By midnight on the 18th" is the end of the 18th, which is how a deadline at 00:00 is kept.
                var on = dates is null || said.Role == MomentRole.By && clock.IsMidnight ? date : date.PlusDays(days);
                if (said.Day is { IsTodayOrInAWeek: true } && on + time <= local || dates is null && on + time <= local) on = on.PlusDays(dates is null ? 1 : 7);
                moments.Add(new Moment(on, time)
                {
                    HasDate = dates is not null, Role = said.Role,
                    IsWeekday = said.Day is { IsWeekday: true }, IsDayOfMonth = said.Day is { IsDayOfMonth: true }
                });
            }
        }

        // "today at 7" in the afternoon is the evening's.
        if (moments.Count > 1 && moments.Exists(moment => moment.Date + moment.Time!.Value > local)) moments.RemoveAll(moment => moment.Date + moment.Time!.Value <= local);
        return [.. moments.Distinct()];
    }

    /// <summary>Both ends of a range, each seen in the light of the other: "from 7 to 8 am", "9am to 5".</summary>
    public static (IReadOnlyList<Moment> From, IReadOnlyList<Moment> By) MakeRange(SaidTime first, SaidTime last, PartOfDay? elsewhere, TextContext context)
    {
        if (first.Day is null && last.Day is not null && first.Clock is not null && last.Clock is not null) first = first with { Day = last.Day };
        if (last.Day is null && first.Day is not null && last.Clock is not null) last = last with { Day = first.Day.Value with { Part = null } };
        var part = first.SaidPart ?? last.SaidPart ?? elsewhere;
        var begins = Make(first, first.Clock is { IsUnclear: true } && last.Clock is { IsUnclear: false } && last.SaidPart is null ? null : part, context);
        var ends = Make(last, last.Clock is { IsUnclear: true } && first.Clock is { IsUnclear: false } && first.SaidPart is null ? null : part, context);
        if (first.Clock is null || last.Clock is null)
        {
            // "from dec 23 to jan 2": the end lies behind the beginning.
            return (begins, [.. ends.Select(end => Behind(begins[0].Date, end))]);
        }

        var pairs = new List<(Moment Begin, Moment End)>();
        if (begins.Count > 1 && ends.Count == 1)
        {
            pairs.AddRange(ends.Select(end => (begins.MinBy(begin => Behind(begin, end))!, end)));
        }
        else
        {
            pairs.AddRange(begins.Select(begin => (begin, ends.MinBy(end => Behind(begin, end))!)));
        }

        return ([.. pairs.Select(pair => pair.Begin)], [.. pairs.Select(pair => AfterBegin(pair.Begin, pair.End))]);
    }

    // "from friday to next wednesday": the first Wednesday behind that Friday.
    private static Moment Behind(LocalDate begin, Moment end)
    {
        if (end.Date > begin || end.Date == begin && !end.IsWeekday) return end;
        return end with { Date = end.IsWeekday ? end.Date.PlusWeeks(Period.DaysBetween(end.Date, begin) / 7 + 1) : end.Date.PlusYears(1) };
    }

    private static long Behind(Moment begin, Moment end)
    {
        var ticks = (end.Time!.Value - begin.Time!.Value).ToDuration().TotalTicks;
        return (long)(ticks <= 0 ? ticks + NodaConstants.TicksPerDay : ticks);
    }

    private static Moment AfterBegin(Moment begin, Moment end)
    {
        var date = end.Date;
        if (date == begin.Date && end.Time <= begin.Time) date = date.PlusDays(1);
        return end with { Date = date };
    }

    private static List<Moment> Days(SaidTime said, LocalDateTime local)
    {
        DayPart? part = said.SaidPart is { } named ? PartFor(named) : null;
        if (said.Day is not { } day)
        {
            var date = said.SaidPart is { } alone && local.Hour >= EndOf(alone) ? local.Date.PlusDays(1) : local.Date;
            return [new Moment(date, null) { Part = part, Role = said.Role }];
        }

        // "monday" on a Monday is the next one.
        return [.. day.Dates.Select(date =>
            new Moment(day.IsTodayOrInAWeek ? date.PlusWeeks(1)
            : date, null) { HasDate = true, Part = part, Role = said.Role, IsWeekday = day.IsWeekday, IsDayOfMonth = day.IsDayOfMonth,
            Days = day.More + 1 })];
    }

    private static int EndOf(PartOfDay part) => part switch
    {
        PartOfDay.Dawn => 6,
        PartOfDay.Morning => 12,
        PartOfDay.Afternoon => 18,
        PartOfDay.Evening => 22,
        PartOfDay.Night => 24,
    };

    private static DayPart PartFor(PartOfDay part) => part switch
    {
        PartOfDay.Dawn or PartOfDay.Morning => DayPart.Morning,
        PartOfDay.Afternoon => DayPart.Afternoon,
        PartOfDay.Evening => DayPart.Evening,
        PartOfDay.Night => DayPart.Night,
    };
}
