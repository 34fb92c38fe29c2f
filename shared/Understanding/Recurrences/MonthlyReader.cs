using WhatsAppBots.Understanding.Days;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Recurrences;

/// <summary>Reads days of every month: "the 15th of each month", "first of the month", "monthly on the 5th", "todo dia 5", "हर महीने की 5 तारीख".</summary>
internal static class MonthlyReader
{
    public static bool TryRead(Sentence text, int i, out Recurrence recurrence, out int next)
    {
        (recurrence, next) = (new Recurrence(), i);
        var at = i;
        Lead(text, ref at);
        if (TakeEachMonth(text, ref at))
        {
            Lead(text, ref at);
            if (!TryNumber(text, at, out var day, out at)) return false;
            (recurrence, next) = (new Recurrence { DayOfMonth = day }, at);
            return true;
        }

        var every = text.Take(ref at, Kind.Every);
        var marked = DateReader.TryNumber(text, at, out _, out var behind) && !text.Has(behind, Kind.Unit);
        if (!TryNumber(text, at, out var number, out at)) return false;
        var end = at;
        var monthly = TakeEachMonth(text, ref end);
        for (var words = 0; words < 4 && !monthly && (text.TakeAny(ref end, out _, Kind.Of, Kind.On, Kind.The, Kind.At) || text.IsSign(end, ",") && ++end > 0); words++)
            monthly = TakeEachMonth(text, ref end);
        if (monthly) at = end;
        else if (!every || !marked || text.Has(end, Kind.Month)) return false;
        (recurrence, next) = (new Recurrence { DayOfMonth = number }, at);
        return true;
    }

    internal static void Lead(Sentence text, ref int i)
    {
        for (var words = 0; words < 4 && text.TakeAny(ref i, out _, Kind.On, Kind.At, Kind.Of); words++) { }
    }

    // "of the month" counts, too: nobody means one month by it.
    internal static bool TakeEachMonth(Sentence text, ref int i)
    {
        if (text.TakeAny(ref i, out _, Kind.EachMonth, Kind.Monthly)) return true;
        var at = i;
        if (!text.Take(ref at, Kind.Every) || !text.Take(ref at, Kind.Unit, out var unit) || unit.Value != 5) return false;
        i = at;
        return true;
    }

    private static bool TryNumber(Sentence text, int i, out int day, out int next)
    {
        if (DateReader.TryNumber(text, i, out day, out next)) return true;
        var at = i;
        text.Take(ref at, Kind.The);
        text.Take(ref at, Kind.DayNumber);
        if (text.Take(ref at, Kind.Ordinal, out var ordinal))
        {
            text.Take(ref at, Kind.DayNumber);
            text.Take(ref at, Kind.Unit);
            (day, next) = ((int)ordinal.Value, at);
            return true;
        }

        if (!Numbers.NumberReader.TryPlain(text, at, 31, out var number) || number.Value < 1 || text.Has(number.Next, Kind.Unit) || text.Has(number.Next, Kind.Times)) return false;
        (day, next) = ((int)number.Value, number.Next);
        return true;
    }
}
