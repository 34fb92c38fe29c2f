using NodaTime;

namespace WhatsAppBots.Understanding.Days;

/// <summary>The next days of a kind; never one that has passed.</summary>
internal static class Calendar
{
    /// <summary>The day of the month in this year or, where it has passed, a later one; null if there is none.</summary>
    public static LocalDate? NextDate(LocalDate today, int month, int day)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31) return null;

        // 29 February may be eight years away.
        for (var year = today.Year; year <= today.Year + 8; year++)
        {
            if (day <= CalendarSystem.Iso.GetDaysInMonth(year, month) && new LocalDate(year, month, day) is var date && date >= today) return date;
        }

        return null;
    }

    public static LocalDate? InYear(int year, int month, int day)
    {
        if (year is >= 0 and < 100) year += 2000;
        return year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
    }

    public static LocalDate NextDayOfMonth(LocalDate today, int day)
    {
        var month = today.ToYearMonth();
        while (true)
        {
            if (day <= CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month) && month.OnDayOfMonth(day) is var date && date >= today) return date;
            month = month.PlusMonths(1);
        }
    }

    public static LocalDate MonthEnd(LocalDate today) => today.With(DateAdjusters.EndOfMonth);

    /// <summary>Today or later.</summary>
    public static LocalDate OnOrAfter(LocalDate today, IsoDayOfWeek day) => today.With(DateAdjusters.NextOrSame(day));
}
