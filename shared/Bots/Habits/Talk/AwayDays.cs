using NodaTime;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Reads the days of a pause that are told by numbers alone: "20-27 dec", "del 20 al 27", "23 से 2 जनवरी तक".</summary>
internal static class AwayDays
{
    /// <summary>The first day and the one that ends it; null where no such numbers were said.</summary>
    public static (LocalDate First, LocalDate? Back)? Of(TextReading reading, LocalDate today)
    {
        var numbers = reading.Counts.Where(count => count.Likeliest is { Unit: null, IsAdded: false, Number: >= 1 and <= 31 }).Select(count => (count.Start, Day: (int)count.Likeliest.Number))
            .Concat(reading.Moments.Where(moment => moment.Likeliest is { HasDate: false, Part: null, Time: { Minute: 0, Second: 0 } } && moment.Readings.All(each => each.Time?.Minute == 0))
                .Select(moment => (moment.Start, Day: moment.Readings.Select(each => each.Time!.Value.Hour).Min())))
            .Where(each => each.Day is >= 1 and <= 31).OrderBy(each => each.Start).ToList();
        // "de 18 a 22 de dezembro" is heard as an hour of that day.
        if (reading.Moments is [{ Likeliest: { HasDate: true, Role: MomentRole.From, Time: { Minute: 0 } hour, Date: var until } }] && numbers.Count == 0) return (Before(until, hour.Hour, today), until);
        var dates = reading.Moments.Where(moment => moment.Likeliest is { HasDate: true, IsWeekday: false, Time: null }).Select(moment => (moment.Start, moment.Likeliest.Date)).ToList();
        if (numbers is [var from] && dates is [var (at, end)] && from.Start < at) return (Before(end, from.Day, today), end);
        if (numbers is not [var first, var last] || dates.Count > 0) return null;
        var begins = OnOrAfter(today, first.Day);
        return (begins, OnOrAfter(begins.PlusDays(1), last.Day));
    }

    // "23 to 2 January" begins in the month before.
    private static LocalDate Before(LocalDate end, int day, LocalDate today)
    {
        var month = end.ToYearMonth();
        var found = day < end.Day ? month.OnDayOfMonth(day) : In(month.PlusMonths(-1), day);
        return found < today ? today : found;
    }

    private static LocalDate OnOrAfter(LocalDate from, int day) => In(from.ToYearMonth(), day) is var same && same >= from ? same : In(from.ToYearMonth().PlusMonths(1), day);

    private static LocalDate In(YearMonth month, int day) => month.OnDayOfMonth(Math.Min(day, month.Calendar.GetDaysInMonth(month.Year, month.Month)));
}
