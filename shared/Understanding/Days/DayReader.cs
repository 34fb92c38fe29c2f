using NodaTime;
using WhatsAppBots.Understanding.Numbers;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Days;

/// <summary>Reads days: "tomorrow", "next Monday", "this weekend", "25 Dec", "3/4", "the 5th", "pasado mañana", "יום שני הבא".</summary>
internal static class DayReader
{
    /// <param name="led">A word stood before that leads to a time: "on", "next", "by". Names that mean other things too need it.</param>
    public static bool TryRead(Sentence text, int i, LocalDateTime now, bool led, out Day day)
    {
        var today = now.Date;
        return TryNamed(text, i, today, out day)
            || TryHoliday(text, i, today, led, out day)
            || TryMonth(text, i, today, out day)
            || DateReader.TryRead(text, i, today, led, out day)
            || TryWeekday(text, i, today, led, out day)
            || TryNext(text, i, today, out day);
    }

    private static bool TryNamed(Sentence text, int i, LocalDate today, out Day day)
    {
        day = default;
        if (text.Take(ref i, Kind.ThisPart, out var part))
        {
            day = new Day([today], i) { Part = (PartOfDay)(int)part.Value };
            return true;
        }

        if (text.Take(ref i, Kind.MonthEnd))
        {
            day = new Day([Calendar.MonthEnd(today)], i);
            return true;
        }

        if (text.Take(ref i, Kind.EitherDay, out var either))
        {
            day = new Day([today.PlusDays((int)(text.IsPast ? -either.Value : either.Value))], i);
            return true;
        }

        if (!text.Take(ref i, Kind.Day, out var named)) return false;
        day = new Day([today.PlusDays((int)named.Value)], i);
        return true;
    }

    // "until new year", "naye saal tak": a day by its name. Without such a word it may be a thing: "christmas shopping".
    private static bool TryHoliday(Sentence text, int i, LocalDate today, bool led, out Day day)
    {
        day = default;
        text.Take(ref i, Kind.The);
        if (!text.Take(ref i, Kind.Holiday, out var named) || !led && !text.Has(i, Kind.UntilAfter)
            && !text.Has(i, Kind.FromAfter)) return false;
        if (Calendar.NextDate(today, (int)named.Value / 100, (int)named.Value % 100) is not { } date) return false;
        day = new Day([date], i);
        return true;
    }

    // "till january", "desde marzo", "जनवरी तक": its first day.
    private static bool TryMonth(Sentence text, int i, LocalDate today, out Day day)
    {
        day = default;
        var isLed = text.Ends(i, Kind.Until) || text.Ends(i, Kind.From);
        if (!text.Take(ref i, Kind.Month, out var month) || !isLed && !text.Has(i, Kind.UntilAfter) || text.IsDigits(i)
            || text.Has(i, Kind.Ordinal)) return false;
        if (Calendar.NextDate(today, (int)month.Value, 1) is not { } first) return false;
        day = new Day([first], i);
        return true;
    }

    private static bool TryWeekday(Sentence text, int i, LocalDate today, bool led, out Day day)
    {
        day = default;
        text.Take(ref i, Kind.The);
        var next = text.Take(ref i, Kind.Next);
        var here = !next && text.Take(ref i, Kind.This);
        var past = !next && !here && text.Take(ref i, Kind.Last);
        if (text.Take(ref i, Kind.Weekend))
        {
            next |= text.Take(ref i, Kind.NextAfter);
            if (!next && !here && !led) return false;
            var first = text.Language == Languages.Hebrew ? IsoDayOfWeek.Friday : IsoDayOfWeek.Saturday;
            var last = text.Language == Languages.Hebrew ? IsoDayOfWeek.Saturday : IsoDayOfWeek.Sunday;
            var date = today.DayOfWeek == last ? today : Calendar.OnOrAfter(today, first);
            if (next && (date - today).Days < 2) date = Calendar.OnOrAfter(today.PlusDays(2), first);
            day = new Day([date], i) { More = date.DayOfWeek == last ? 0 : 1 };
            return true;
        }

        if (!text.Take(ref i, Kind.Weekday, out var name)
            && !(ShortFits(text, i, led || next || here || past) && text.Take(ref i, Kind.WeekdayShort, out name))) return false;
        next |= text.Take(ref i, Kind.NextAfter);
        past |= text.Take(ref i, Kind.LastAfter);
        if (text.Has(i, Kind.ExceptAfter)) return false;
        var weekday = Calendar.OnOrAfter(today, (IsoDayOfWeek)(int)name.Value);
        if (past)
        {
            day = new Day([weekday.PlusWeeks(-1)], i);
            return true;
        }

        // "Next Friday" is next week's, weeks from Monday; on a Sunday that is this coming one.
        if (next) weekday = today.With(DateAdjusters.Next(IsoDayOfWeek.Monday)).PlusDays((int)name.Value - 1);
        day = new Day([weekday], i) { IsTodayOrInAWeek = weekday == today && !next, IsWeekday = true };
        return true;
    }

    // "sun", "mar", "sex" are words of their own.
    private static bool ShortFits(Sentence text, int i, bool led)
    {
        if (!text.Has(i, Kind.WeekdayShort, out var name)) return false;
        var next = i + name.Length;
        return led || text.IsDigits(next) || text.Has(next, Kind.At) && text.IsDigits(next + 1) || text.Count == name.Length
            || text.Has(next, Kind.Part) || text.Has(next, Kind.BarePart);
    }

    // "next week", "la semana que viene", "अगले महीने".
    private static bool TryNext(Sentence text, int i, LocalDate today, out Day day)
    {
        day = default;
        text.Take(ref i, Kind.The);
        var next = text.Take(ref i, Kind.Next);
        if (!text.Take(ref i, Kind.Unit, out var unit)) return false;
        if (!next && !text.Take(ref i, Kind.NextAfter)) return false;
        var monday = text.Language == Languages.Hebrew ? IsoDayOfWeek.Sunday : IsoDayOfWeek.Monday;
        LocalDate? date = (int)unit.Value switch
        {
            3 => today.PlusDays(1),
            4 => today.With(DateAdjusters.Next(monday)),
            5 => today.ToYearMonth().PlusMonths(1).OnDayOfMonth(1),
            6 => new LocalDate(today.Year + 1, 1, 1),
            _ => null,
        };
        if (date is null) return false;
        day = new Day([date.Value], i) { More = (int)unit.Value switch { 4 => 6, 5 => Period.DaysBetween(date.Value, date.Value.PlusMonths(1)) - 1, 6 => 364, _ => 0 } };
        return true;
    }
}
