using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Recurrences;

/// <summary>Reads a weekday's place in each month, and its last day: "first monday of every month", "último viernes de cada mes", "महीने के आखिरी दिन".</summary>
internal static class NthReader
{
    private const int LastDay = 31;

    public static bool TryRead(Sentence text, int i, out Recurrence recurrence, out int next)
    {
        (recurrence, next) = (new Recurrence(), i);
        var at = i;
        Lead(text, ref at);
        if (text.Take(ref at, Kind.LastDay))
        {
            (recurrence, next) = (new Recurrence { DayOfMonth = LastDay }, at);
            return true;
        }

        var isMonthly = MonthlyReader.TakeEachMonth(text, ref at);
        if (isMonthly) Lead(text, ref at);
        if (!TryPlace(text, ref at, out var nth, out var weekday)) return false;
        if (!isMonthly)
        {
            var behind = at;
            if (!MonthlyReader.TakeEachMonth(text, ref at))
            {
                MonthlyReader.Lead(text, ref behind);
                if (!MonthlyReader.TakeEachMonth(text, ref behind)) return false;
                at = behind;
            }
        }

        next = at;
        recurrence = weekday == Understanding.Weekdays.None
            ? new Recurrence { DayOfMonth = LastDay }
            : new Recurrence { Days = weekday, Nth = nth };
        return true;
    }

    // "first monday", "lunes primero", "last day": the place on either side.
    private static bool TryPlace(Sentence text, ref int at, out int nth, out Weekdays weekday)
    {
        (nth, weekday) = (0, Understanding.Weekdays.None);
        if (text.Take(ref at, Kind.Nth, out var before))
        {
            nth = (int)before.Value;
            if (nth == -1 && text.TakeAny(ref at, out var unit, Kind.Unit, Kind.DayNumber)) return unit.Kind == Kind.DayNumber || unit.Value == 3;
            return TakeWeekday(text, ref at, out weekday);
        }

        if (TakeWeekday(text, ref at, out weekday))
        {
            text.Take(ref at, Kind.The);
            if (!text.Take(ref at, Kind.Nth, out var behind)) return false;
            nth = (int)behind.Value;
            return true;
        }

        if (!text.TakeAny(ref at, out var day, Kind.Unit, Kind.DayNumber) || day.Kind == Kind.Unit && day.Value != 3) return false;
        text.Take(ref at, Kind.The);
        return text.Take(ref at, Kind.Nth, out var last) && last.Value == -1;
    }

    private static bool TakeWeekday(Sentence text, ref int at, out Weekdays weekday)
    {
        weekday = Understanding.Weekdays.None;
        if (!text.TakeAny(ref at, out var name, Kind.Weekday, Kind.WeekdayShort)) return false;
        weekday = (Weekdays)(1 << ((int)name.Value - 1));
        return true;
    }

    private static void Lead(Sentence text, ref int at)
    {
        for (var words = 0; words < 4 && !text.Has(at, Kind.Nth) && text.TakeAny(ref at, out _, Kind.On, Kind.At, Kind.The, Kind.Every, Kind.Of); words++) { }
    }
}
